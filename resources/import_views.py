"""The admin's pages by which files of documents come in."""

from time import monotonic

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from resources.document_languages import language_choices
from resources.fields import CategoryFormField
from resources.importing.files import ENCODINGS, MAX_BYTES, UTF_8, Unreadable, read
from resources.importing.storing import Action, Importer, Options
from resources.importing.wording import labels
from resources.models import ResourceIndexPage, ResourceType
from resources.models.imports import ResourceImport

# A request takes documents for about so long.
SECONDS = 4
AT_ONCE = 100


class UploadForm(forms.Form):
    """Takes a file, and refuses one that cannot be read."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV, RIS or BibTeX. You see what would be done before anything is written."
        ),
    )
    encoding = forms.ChoiceField(
        label=gettext_lazy("Written in"), choices=list(ENCODINGS.items()), initial=UTF_8
    )
    default_type = CategoryFormField(
        ResourceType.objects.all(),
        label=gettext_lazy("Type of documents that tell none"),
        required=False,
    )
    default_language = forms.ChoiceField(
        label=gettext_lazy("Language of documents that tell none"),
        choices=lambda: [("", "—"), *language_choices()],
        required=False,
    )
    publish = forms.BooleanField(
        label=gettext_lazy("Publish at once, instead of making drafts"), required=False
    )

    def __init__(self, *args, may_publish, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"]

    def clean(self):
        values = super().clean()
        file = values.get("file")
        if file is None:
            return values
        if file.size > MAX_BYTES:
            message = _("The file is larger than %(size)s MB. Divide it.")
            raise forms.ValidationError(message % {"size": MAX_BYTES // 1_000_000})
        self.content = file.read()
        try:
            self.documents = read(
                self.content, file.name, values.get("encoding", UTF_8)
            )
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from None
        if not self.documents:
            raise forms.ValidationError(_("No document was found in this file."))
        return values


class ImportPage(WagtailAdminTemplateMixin, TemplateView):
    """Opens to whoever may add documents to the list of resources."""

    page_title = gettext_lazy("Import resources")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def index_page(self):
        return ResourceIndexPage.objects.first()

    @property
    def may_publish(self):
        return self.index_page.permissions_for_user(
            self.request.user
        ).can_publish_subpage()

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class UploadView(ImportPage):
    """Takes a file and keeps it until its sender has seen what it would do."""

    template_name = "resources/import/upload.html"

    def post(self, request, *args, **kwargs):
        form = UploadForm(request.POST, request.FILES, may_publish=self.may_publish)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        values, kind = form.cleaned_data, form.cleaned_data["default_type"]
        kept = ResourceImport.objects.create(
            user=request.user,
            name=values["file"].name[-255:],
            content=form.content,
            encoding=values["encoding"],
            default_type=kind.key if kind else "",
            default_language=values["default_language"],
            publish=values.get("publish", False),
            total=len(form.documents),
        )
        return redirect("resource_import", kept.pk)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", UploadForm(may_publish=self.may_publish))
        return super().get_context_data(**kwargs)


class ImportView(ImportPage):
    """Shows how far a file is, and goes on a little with each POST; with `confirm` it begins to write."""

    template_name = "resources/import/progress.html"

    def kept(self, lock=False):
        mine = ResourceImport.fresh(self.request.user)
        mine = mine.select_for_update() if lock else mine
        found = mine.filter(pk=self.kwargs["import_id"]).first()
        if found is None:
            raise Http404
        return found

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        kept = self.kept(lock=True)
        if "confirm" in request.POST and not kept.is_confirmed and kept.is_finished:
            kept.begin_writing()
        elif not kept.is_finished:
            self._go_on(kept)
        kept.save()
        return redirect("resource_import", kept.pk)

    def _go_on(self, kept):
        options = Options(
            publish=kept.publish and self.may_publish,
            default_type=kept.default_type,
            default_language=kept.default_language,
            user=self.request.user,
            dry_run=not kept.is_confirmed,
        )
        importer = Importer(self.index_page, options)
        documents = read(bytes(kept.content), kept.name, kept.encoding)
        until = monotonic() + SECONDS
        while not kept.is_finished and monotonic() < until:
            for outcome in importer.run(documents[kept.done : kept.done + AT_ONCE]):
                kept.take(outcome)

    def get_context_data(self, **kwargs):
        kept = self.kept()
        names = labels()
        found = [(names[action], kept.counts.get(action, 0)) for action in Action]
        news = kept.counts.get(Action.CREATED, 0) + kept.counts.get(Action.CHANGED, 0)
        return {
            **super().get_context_data(**kwargs),
            "kept": kept,
            "counts": found,
            "news": news,
            "again": reverse("resource_import_upload"),
        }


def may_import(user) -> bool:
    """Tell whether `user` may add documents."""
    index_page = ResourceIndexPage.objects.first()
    return bool(index_page and index_page.permissions_for_user(user).can_add_subpage())
