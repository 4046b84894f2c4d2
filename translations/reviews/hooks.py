"""What reviews add to the admin; `translations.wagtail_hooks` imports it."""

from functools import partial

from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.log_actions import LogFormatter

from core.languages import name_in_sentence
from translations.models import ReviewStatus
from translations.reviews.records import LOG_ACTIONS
from translations.reviews.views import ReviewView


@hooks.register("register_admin_urls")
def review_urls():
    """Give the review of a language its address."""
    return [
        path(
            "translations/language/<int:version_id>/review/",
            ReviewView.as_view(),
            name="translation_review",
        )
    ]


@hooks.register("insert_global_admin_css")
def add_review_style():
    sheet = versioned_static("translations/admin/reviews.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)


class LanguageFormatter(LogFormatter):
    """Words in the history what was done to one language, and what was said of it."""

    def __init__(self, label, sentence):
        self.label, self.sentence = label, sentence

    def format_message(self, log_entry):
        return self.sentence % {
            "language": name_in_sentence(log_entry.data["language"])
        }

    def format_comment(self, log_entry):
        return log_entry.data["comment"]


NAMES = {
    ReviewStatus.OPEN: (
        gettext_lazy("Hand in a language"),
        gettext_lazy("Handed in %(language)s to be read"),
    ),
    ReviewStatus.APPROVED: (
        gettext_lazy("Approve a language"),
        gettext_lazy("Approved %(language)s"),
    ),
    ReviewStatus.RETURNED: (
        gettext_lazy("Ask for changes in a language"),
        gettext_lazy("Asked for changes in %(language)s"),
    ),
    ReviewStatus.WITHDRAWN: (
        gettext_lazy("Take back a language"),
        gettext_lazy("Took back %(language)s"),
    ),
}


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for status, (label, sentence) in NAMES.items():
        # Wagtail makes an object of what it is given.
        formatter = partial(LanguageFormatter, label, sentence)
        actions.register_action(LOG_ACTIONS[status])(formatter)
