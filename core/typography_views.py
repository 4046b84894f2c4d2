"""Tells editors what could be better in the typography: after a save, and in a report."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import native_name
from core.permissions import languages_for_user
from core.spreadsheets import csv_response
from core.typography_remarks import Review, review, reviews

ENTRIES_A_PAGE = 20


@dataclass(frozen=True)
class Entry:
    """A page or another thing with remarks, and the way to its edit form."""

    review: Review
    edit_url: str

    @property
    def title(self) -> str:
        kind = capfirst(self.review.instance._meta.verbose_name)
        return f"{kind} – {self.review.instance}"

    @property
    def anchor(self) -> str:
        return f"{self.review.instance._meta.model_name}-{self.review.instance.pk}"

    @property
    def remarks(self):
        return self.review.remarks

    @property
    def first_note(self) -> str:
        """Return the address of the first note in the edit form."""
        return f"{self.edit_url}#typography-{self.remarks[0].place.input_name}"


def announce_remarks(request, instance) -> None:
    """Say after a save how many places could be better, and lead to the first."""
    # Nobody reads the answer to an automatic save.
    if not request.accepts("text/html"):
        return
    found = review(instance, languages_for_user(request.user))
    edit_url = AdminURLFinder(request.user).get_edit_url(instance)
    if not found.remarks or not edit_url:
        return
    count = len(found.remarks)
    message = ngettext(
        "The typography of %(count)d place could be better.",
        "The typography of %(count)d places could be better.",
        count,
    ) % {"count": count}
    button = messages.button(Entry(found, edit_url).first_note, _("Show the first"))
    messages.warning(request, message, buttons=[button])


class TypographyReportView(WagtailAdminTemplateMixin, TemplateView):
    """Shows each person what could be better in the languages that they write."""

    template_name = "core/reports/typography.html"
    page_title = _("Typography")
    header_icon = "openquote"

    @cached_property
    def languages(self) -> list[str]:
        return languages_for_user(self.request.user)

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "csv":
            return self.as_file()
        return super().get(request, *args, **kwargs)

    def as_file(self):
        """Return all remarks as a file for a spreadsheet, one a line."""
        heading = [_("Page"), _("Place"), _("Remark"), _("Text"), _("Suggestion")]
        rows = (
            [
                entry.title,
                remark.place.name,
                remark.finding.message,
                _in_context(remark.finding, remark.finding.wrong),
                _in_context(remark.finding, remark.finding.suggestion),
            ]
            for entry in self.entries()
            for remark in entry.remarks
        )
        return csv_response("typography.csv", heading, rows)

    @property
    def language(self) -> str:
        """Return the language asked for, or nothing where it is none of the person's."""
        asked = self.request.GET.get("language", "")
        return asked if asked in self.languages else ""

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def entries(self):
        finder = AdminURLFinder(self.request.user)
        for found in reviews([self.language] if self.language else self.languages):
            edit_url = finder.get_edit_url(found.instance)
            if edit_url:
                yield Entry(found, edit_url)

    def get_context_data(self, **kwargs):
        paginator = Paginator(list(self.entries()), ENTRIES_A_PAGE)
        entries = paginator.get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "language": self.language,
            "languages": [(code, native_name(code)) for code in self.languages],
            "entries": entries,
            "elided_page_range": paginator.get_elided_page_range(entries.number),
        }


def _in_context(finding, words):
    return f"{finding.before}{words}{finding.after}"
