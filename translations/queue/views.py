"""The queue of the translators in the admin."""

import re

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Window
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, DateColumn
from wagtail.admin.views.reports import ReportView

from core.languages import native_name
from translations.models import LanguageVersion
from translations.queue.access import visible_to, works_on_translations
from translations.queue.actions import actions_for
from translations.queue.columns import (
    DueColumn,
    LanguageColumn,
    ProgressColumn,
    StateColumn,
    WorkColumn,
)
from translations.queue.filters import QueueFilterSet, by_urgency


class TranslatorsMixin:
    """Opens to whoever writes a language, and to nobody else."""

    def dispatch(self, request, *args, **kwargs):
        if not works_on_translations(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CountedPagesMixin:
    """Reads a page of rows together with how many there are in all, which saves a query."""

    def paginate_queryset(self, queryset, page_size):
        asked = self.request.GET.get(self.page_kwarg, "")
        number = int(asked) if re.fullmatch("[1-9][0-9]{0,6}", asked) else 1
        start = (number - 1) * page_size
        rows, in_all = self.read_page(queryset, start, start + page_size)
        if not rows and number > 1:
            # Behind the last page; Django leads back to that.
            in_all = queryset.count()
            number = max(1, -(-in_all // page_size))
            start = (number - 1) * page_size
            rows, in_all = self.read_page(queryset, start, start + page_size)
        paginator = self.get_paginator(queryset, page_size)
        paginator.count = in_all
        page = paginator._get_page(rows, number, paginator)
        return paginator, page, rows, page.has_other_pages()


class QueueView(CountedPagesMixin, TranslatorsMixin, ReportView):
    """Lists what is to be translated, the most urgent first."""

    model = LanguageVersion
    permission_policy = None
    template_name = "translations/queue/queue.html"
    results_template_name = "translations/queue/queue_results.html"
    page_title = _("Translations")
    header_icon = "clipboard-list"
    index_url_name = "translations_queue"
    index_results_url_name = "translations_queue_results"
    filterset_class = QueueFilterSet
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    list_export = [
        "title",
        "content_type.name",
        "language_name",
        "missing",
        "outdated",
        "unreviewed",
        "waiting",
        "done",
        "words_todo",
        "percent_done",
        "assignee",
        "due_on",
        "updated_at",
    ]
    export_headings = {
        "content_type.name": _("Type"),
        "language_name": _("Language"),
        "percent_done": _("Percent done"),
    }

    @cached_property
    def columns(self):
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="languageversion"),
            WorkColumn(self.request.user),
            LanguageColumn(),
            StateColumn(),
            ProgressColumn(),
            Column("assignee", label=_("Assigned to"), sort_key="assignee__email"),
            DueColumn(),
            DateColumn("updated_at", label=_("Last change"), sort_key="updated_at"),
        ]

    def get_base_queryset(self):
        return visible_to(self.request.user).select_related("content_type", "assignee")

    def get_queryset(self):
        # The report filters what this returns.
        return self.search_queryset(self.order_queryset(self.get_base_queryset()))

    def order_queryset(self, queryset):
        if not self.ordering:
            return by_urgency(queryset)
        name = self.ordering.removeprefix("-")
        direction = F(name).desc if self.ordering[0] == "-" else F(name).asc
        return queryset.order_by(direction(nulls_last=True), "pk")

    def read_page(self, queryset, start, stop):
        """Return the rows at these places, and how many there are in all."""
        rows = list(queryset.annotate(in_all=Window(Count("*")))[start:stop])
        return rows, rows[0].in_all if rows else 0

    def get_filename(self):
        return f"translations-{timezone.localdate().isoformat()}"

    def to_row_dict(self, item):
        item.language_name = native_name(item.language)
        return super().to_row_dict(item)

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        user = self.request.user
        return {
            **context,
            "bulk_actions": actions_for(user),
            "panels": [] if self.results_only else panels_for(user),
        }


def panels_for(user) -> list:
    """Return what other apps tell `user` below the queue, in the order of the panels."""
    panels: list = []
    for add in hooks.get_hooks("construct_translations_queue_panels"):
        add(user, panels)
    return sorted(panels, key=lambda panel: panel.order)
