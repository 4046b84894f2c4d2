"""The admin's pages by which files of translations come back."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from translations.exchange.deliveries import ExchangeError
from translations.exchange.files import read
from translations.exchange.plans import Result
from translations.exchange_forms import ImportForm
from translations.exchange_views import ExchangeView
from translations.import_pages import ImportPages, letters_of
from translations.import_writing import write_on
from translations.importing import prepare
from translations.models import ImportedFile


class ImportView(ExchangeView):
    """Takes a file and keeps it until its sender has seen what it would change."""

    template_name = "translations/import.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"

    def post(self, request, *args, **kwargs):
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        kept = ImportedFile.objects.create(
            user=request.user,
            name=form.cleaned_data["file"].name[-255:],
            content=form.content,
            results=letters_of(form.found),
        )
        return redirect("translation_import_plan", kept.pk)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ImportForm(user=self.request.user))
        return super().get_context_data(**kwargs)


class ImportPlanView(ExchangeView):
    """Shows what would become of each text of a file, and writes it once its sender confirms.

    Afterwards it shows what became of them.
    """

    template_name = "translations/import_plan.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if self.kept is None:
            messages.error(request, _gone())
            return redirect("translation_import")
        try:
            return super().dispatch(request, *args, **kwargs)
        except ExchangeError as error:
            messages.error(request, str(error))
            return redirect("translation_import")

    @cached_property
    def kept(self):
        mine = ImportedFile.objects.fresh().filter(user=self.request.user.pk)
        return mine.select_related("user").filter(pk=self.kwargs["file_id"]).first()

    @cached_property
    def delivery(self):
        return read(bytes(self.kept.content), self.kept.name)

    @cached_property
    def pages(self) -> ImportPages:
        if len(self.kept.results) != len(self.delivery.units):
            self.kept.results = letters_of(prepare(self.delivery, self.kept.user))
            self.kept.save(update_fields=["results"])
        asked = self.request.GET.get("result", "")
        chosen = Result(asked) if asked in list(Result) else None
        return ImportPages(self.kept, self.delivery, chosen)

    def post(self, request, *args, **kwargs):
        """Keep what was chosen on this page, then lead to another, or write the whole file."""
        is_over = self.pages.is_report
        if not self.kept.position:
            self.choose(request.POST)
        if "to" in request.POST:
            return HttpResponseRedirect(self.address(request.POST["to"]))
        write_on(self.kept, self.delivery)
        if is_over:
            messages.warning(request, _("This file was imported already."))
        return HttpResponseRedirect(self.address(":1"))

    def choose(self, posted):
        """Take in what is ticked on the page that was sent; the choices on others stay."""
        taken = self.kept.taken
        for line in posted.getlist("shown"):
            taken.pop(line.partition(" ")[2], None)
        for line in posted.getlist("take"):
            fingerprint, _space, key = line.partition(" ")
            if key:
                taken[key] = fingerprint
        self.kept.save(update_fields=["taken"])

    def address(self, to):
        """Return the address of a page of the plan, asked for as `result:number`."""
        result, _colon, number = to.partition(":")
        return f"{self.request.path}?{urlencode({'result': result, 'p': number})}"

    def get_context_data(self, **kwargs):
        page = self.pages.page(self.request.GET.get("p", "1"))
        return {
            **super().get_context_data(**kwargs),
            "name": self.kept.name,
            "again": reverse("translation_import"),
            "is_report": self.pages.is_report,
            "is_open": self.pages.is_open,
            "is_writing": bool(self.kept.position) and not self.kept.is_written,
            "position": self.kept.position,
            "counts": self.pages.counts(),
            "number": len(self.kept.results),
            "chosen": self.pages.chosen or "",
            "page_obj": page,
            "groups": self.pages.groups(page),
            "chosen_count": len(self.kept.taken),
        }


def _gone():
    days = settings.TRANSLATIONS_FILES_KEPT_DAYS
    return ngettext(
        "This file is not kept any more: files are deleted after %(count)d day. Send it again.",
        "This file is not kept any more: files are deleted after %(count)d days. Send it again.",
        days,
    ) % {"count": days}
