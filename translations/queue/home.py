"""What people see of the translations when they have signed in."""

from django.utils import timezone
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component

from translations.queue.access import edit_url, may_assign, works_on_translations
from translations.queue.columns import is_overdue
from translations.queue.progress import (
    in_review,
    next_for,
    progress_by_language,
    work_of,
)


class TranslationsPanel(Component):
    """Says what to do next, what one has in hand, and how far each language is."""

    name = "translations"
    template_name = "translations/home/panel.html"
    # Before what Wagtail shows.
    order = 50

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        work = work_of(self.user)
        upcoming = next_for(self.user, work)
        return {
            "work": work,
            "rows": [self.row(version) for version in work.rows],
            "upcoming": upcoming and self.row(upcoming),
            "languages": progress_by_language(self.user),
            "in_review": in_review(self.user),
            "is_staff": may_assign(self.user),
            "today": timezone.localdate(),
        }

    def row(self, version):
        return {
            "version": version,
            "url": edit_url(version, self.user),
            "is_overdue": is_overdue(version),
        }


class TranslationsSummaryItem(SummaryItem):
    """Counts what is to be translated, with the way there."""

    order = 150
    template_name = "translations/home/summary.html"

    def get_context_data(self, parent_context):
        languages = progress_by_language(self.request.user)
        own = [one for one in languages if one.is_own] or languages
        return {"count": sum(one.unfinished for one in own)}

    def is_shown(self):
        return works_on_translations(self.request.user)
