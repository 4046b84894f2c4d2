"""The admin's pages by which files of translations leave and come back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import native_name
from core.models import SitePage
from core.permissions import languages_for_user
from translations.exchange.deliveries import ExchangeError, Format
from translations.exchange.files import read
from translations.exchange.plans import Result
from translations.exchange_forms import ExportForm, ImportForm
from translations.exporting import export, versions_of_section
from translations.importing import prepare, write_import
from translations.models import ImportedFile, LanguageVersion
from translations.opening import may_open
from translations.wordings import readable

# Databases take only so many values in one statement.
MOST_VERSIONS = 500


class ExchangeView(WagtailAdminTemplateMixin, TemplateView):
    """Opens to whoever writes a language."""

    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        if not languages_for_user(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": "", "label": self.get_page_title()},
        ]


class ExportView(ExchangeView):
    """Asks what to export, and answers with the file; changes nothing.

    `version`, as often as there are versions of the queue, or `section`, a page, says
    what it is about.
    """

    template_name = "translations/export.html"
    page_title = gettext_lazy("Export for translation")

    def get(self, request, *args, **kwargs):
        if "format" in request.GET and self.form.is_valid():
            try:
                return self.as_file()
            except ExchangeError as error:
                messages.error(request, str(error))
        return super().get(request, *args, **kwargs)

    @cached_property
    def form(self):
        posted = self.request.GET if "format" in self.request.GET else None
        languages = [version.language for version in self.chosen]
        languages += languages_for_user(self.request.user)[-1:]
        return ExportForm(posted, initial={"language": languages[0]})

    @cached_property
    def chosen(self) -> list[LanguageVersion]:
        asked = self.request.GET.getlist("version")
        # No database holds longer ones.
        ids = [pk for pk in asked if pk.isdecimal() and len(pk) < 19]
        found = LanguageVersion.objects.filter(pk__in=ids[:MOST_VERSIONS])
        return self.openable(found.order_by("page__path", "pk"))

    def openable(self, versions):
        return [
            version
            for version in versions.prefetch_related("instance")
            if version.instance and may_open(self.request.user, version.instance)
        ]

    @cached_property
    def section(self):
        asked = self.request.GET.get("section", "")
        if not asked:
            return None
        if not asked.isdecimal():
            raise Http404
        page = get_object_or_404(SitePage, pk=asked).specific
        if not may_open(self.request.user, page):
            raise PermissionDenied
        return page

    def versions(self, language):
        if self.section:
            return self.openable(versions_of_section(self.section, language))
        return [version for version in self.chosen if version.language == language]

    def as_file(self):
        asked = self.form.cleaned_data
        language, format = asked["language"], Format(asked["format"])
        content = export(
            self.versions(language), format, only_unfinished=asked["unfinished"]
        )
        name = f"{self.section.slug if self.section else 'translations'}-{language}"
        return HttpResponse(
            content,
            content_type=format.content_type,
            headers={
                "Content-Disposition": f'attachment; filename="{name}{format.extension}"',
                "X-Content-Type-Options": "nosniff",
            },
        )

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "section": self.section,
            "versions": self.chosen,
        }


class ImportView(ExchangeView):
    """Takes a file and keeps it until its sender has seen what it would change."""

    template_name = "translations/import.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"

    def post(self, request, *args, **kwargs):
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        ImportedFile.objects.expired().delete()
        kept = ImportedFile.objects.create(
            user=request.user,
            name=form.cleaned_data["file"].name[-255:],
            content=form.content,
        )
        return redirect("translation_import_plan", kept.pk)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", ImportForm(user=self.request.user))
        return super().get_context_data(**kwargs)


class ImportPlanView(ExchangeView):
    """Shows what would become of each text of a file, and writes it once its sender confirms."""

    template_name = "translations/import_plan.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if self.kept is None:
            messages.error(
                request,
                _(
                    "This file is not kept any more: it was imported already, or it "
                    "waited for more than a day. Send it again."
                ),
            )
            return redirect("translation_import")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def kept(self):
        mine = ImportedFile.objects.fresh().filter(user=self.request.user.pk)
        return mine.filter(pk=self.kwargs["file_id"]).first()

    def prepared(self):
        return prepare(
            read(bytes(self.kept.content), self.kept.name), self.request.user
        )

    def get(self, request, *args, **kwargs):
        try:
            found = self.prepared()
        except ExchangeError as error:
            return self.refuse(error)
        context = self.get_context_data(
            groups=grouped(found.outcomes, found.versions),
            is_open=found.is_open,
            count=found.count,
        )
        return self.render_to_response(context)

    def post(self, request, *args, **kwargs):
        try:
            found = self.prepared()
        except ExchangeError as error:
            return self.refuse(error)
        outcomes = write_import(found, _taken(request.POST.getlist("take")))
        self.kept.delete()
        context = self.get_context_data(
            groups=grouped(outcomes, found.versions), is_report=True
        )
        return render(request, self.template_name, context)

    def refuse(self, error):
        messages.error(self.request, str(error))
        return redirect("translation_import")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "name": self.kept.name,
            "again": reverse("translation_import"),
        }


def grouped(outcomes, versions):
    """Return the outcomes by what becomes of them, what is written first."""
    return [
        {
            "result": result.value,
            "label": result.label,
            "rows": [
                _row(outcome, versions.get(outcome.delivered.key))
                for outcome in outcomes
                if outcome.result is result
            ],
        }
        for result in Result
    ]


def _row(outcome, version):
    unit, delivered = outcome.unit, outcome.delivered
    is_choice = outcome.text and outcome.result is not Result.APPLIED
    return {
        "page": version.title if version else "",
        "label": unit.label if unit else delivered.key[:200],
        "language": unit.target_language if unit else "",
        "language_name": native_name(version.language) if version else "",
        "source": readable(unit.source, unit.kind) if unit else "",
        "source_language": unit.source_language if unit else "",
        "here": readable(unit.target, unit.kind) if unit else "",
        "there": readable(delivered.target, delivered.kind),
        "reason": outcome.reason,
        "take": f"{unit.target_fingerprint} {unit.key}" if is_choice else "",
    }


def _taken(posted) -> dict[str, str]:
    """Return the fingerprints by key of what was posted as `fingerprint key`."""
    pairs = (line.partition(" ") for line in posted)
    return {key: fingerprint for fingerprint, _blank, key in pairs if key}
