"""The admin's pages by which files of translations come back."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.languages import native_name
from translations.exchange.deliveries import ExchangeError
from translations.exchange.files import read
from translations.exchange.plans import Result
from translations.exchange_forms import ImportForm
from translations.exchange_views import ExchangeView
from translations.importing import prepare, write_import
from translations.models import ImportedFile
from translations.wordings import readable


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
