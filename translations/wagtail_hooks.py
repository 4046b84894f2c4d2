"""What the translators' service adds to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from translations import language_history, publishing, saving, significance
from translations.change_views import announce_changes
from translations.comments.urls import urlpatterns as comments_urls
from translations.desk.buttons import translate_buttons
from translations.desk.urls import urlpatterns as desk_urls
from translations.language_buttons import LanguagesMenuItem, page_buttons
from translations.language_urls import language_urls
from translations.models import GlossaryTerm
from translations.queue import hooks as queue_hooks  # noqa: F401
from translations.releases import hooks as release_hooks  # noqa: F401
from translations.reviews import hooks as review_hooks  # noqa: F401
from translations.viewsets import GlossaryPermissionPolicy, GlossaryTermViewSet

register_permission_policy(GlossaryTerm, GlossaryPermissionPolicy(GlossaryTerm))
register_snippet(GlossaryTermViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Name in the history what translators do."""
    actions.register_action(
        saving.LOG_ACTION, _("Translate"), _("Translated some texts")
    )
    actions.register_action(
        publishing.LOG_ACTION, _("Publish a language"), _("Published one language")
    )
    actions.register_action(
        significance.LOG_ACTION,
        _("Keep translations"),
        _("Said that translations of a changed text still hold"),
    )
    actions.register_action(
        language_history.LOG_ACTION,
        _("Restore a language"),
        _("Restored one language from an older version"),
    )


@hooks.register("register_admin_urls")
def urls_of_languages():
    return language_urls


@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def announce_changed_texts(request, instance):
    """Ask whoever changed a translated text whether its translations still hold."""
    announce_changes(request, instance)


@hooks.register("register_page_header_buttons")
def page_header_buttons(page, user, view_name, next_url=None):
    """Offer in the menu of a page what can be done with its languages."""
    return page_buttons(page, user, view_name)


@hooks.register("register_snippet_action_menu_item")
def languages_menu_item(model):
    """Offer the same in the form of a snippet that has languages."""
    return LanguagesMenuItem()


@hooks.register("register_admin_urls")
def urls_of_the_desk():
    """Give the translators' desk its addresses."""
    return [*desk_urls, *comments_urls]


@hooks.register("register_page_header_buttons")
def translate_from_a_page(page, user, view_name, next_url=None):
    """Lead from the form of a page to the desk."""
    return translate_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def translate_from_a_list_of_pages(page, user, next_url=None):
    """Lead from a list of pages to the desk."""
    return translate_buttons(page, user)


@hooks.register("register_snippet_listing_buttons")
def translate_from_a_list_of_snippets(snippet, user, next_url=None):
    """Lead from a list of snippets to the desk."""
    return translate_buttons(snippet, user)
