"""What the queue adds to the admin; `translations.wagtail_hooks` imports it."""

from django.urls import path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static

from translations.queue.access import works_on_translations
from translations.queue.account import MailSettingsPanel
from translations.queue.actions import ACTIONS
from translations.queue.home import TranslationsPanel, TranslationsSummaryItem
from translations.queue.overview import OverviewView
from translations.queue.views import QueueView


@hooks.register("register_admin_urls")
def queue_urls():
    """Give the queue of the translators its addresses."""
    results = {"results_only": True}
    return [
        path("translations/", QueueView.as_view(), name="translations_queue"),
        path(
            "translations/results/",
            QueueView.as_view(**results),
            name="translations_queue_results",
        ),
        path(
            "translations/overview/",
            OverviewView.as_view(),
            name="translations_overview",
        ),
        path(
            "translations/overview/results/",
            OverviewView.as_view(**results),
            name="translations_overview_results",
        ),
    ]


class TranslationsMenuItem(MenuItem):
    """Leads whoever writes a language to their work."""

    def is_shown(self, request):
        return works_on_translations(request.user)


@hooks.register("register_admin_menu_item")
def queue_menu_item():
    return TranslationsMenuItem(
        _("Translations"),
        reverse_lazy("translations_queue"),
        name="translations",
        icon_name="clipboard-list",
        order=90,
    )


for action in ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("construct_homepage_panels")
def show_work_first(request, panels):
    if works_on_translations(request.user):
        panels.append(TranslationsPanel(request.user))


@hooks.register("construct_homepage_summary_items")
def count_work(request, items):
    items.append(TranslationsSummaryItem(request))


@hooks.register("insert_global_admin_css")
def add_queue_style():
    sheet = versioned_static("translations/admin/queue.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)


hooks.register("register_account_settings_panel", MailSettingsPanel)
