"""What joint releases add to the admin; `translations.wagtail_hooks` imports it."""

from django.contrib.messages import get_messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter

from core.languages import name_in_sentence
from translations.change_views import announce_changes
from translations.models import LanguageVersion
from translations.releases.asking import HELD
from translations.releases.bulk import PublishUnlessHeld
from translations.releases.holding import RELEASED, hold, obstacle
from translations.releases.views import ReleaseView, announce_hold
from translations.releases.waits import gate_of

# After Wagtail's own action of the same name.
hooks.register("register_bulk_action", PublishUnlessHeld, order=10)


@hooks.register("register_admin_urls")
def release_urls():
    """Give the choice of the languages that are released together its address."""
    return [
        path(
            "translations/language/<int:version_id>/release/",
            ReleaseView.as_view(),
            name="translation_release",
        )
    ]


@hooks.register("before_publish_page")
def hold_back(request, page):
    """Keep as a draft what must wait for its languages, and say what it waits for."""
    revision = page.get_latest_revision()
    if revision is None or not hold(type(page), page, revision, request.user):
        return None
    announce_hold(request, page)
    announce_changes(request, page)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_edit_page")
def tell_what_waits(request, page):
    """Remind whoever opens a page that somebody published it, and why visitors do not see that yet."""
    gate = gate_of(page) if request.method == "GET" else None
    if gate and gate.is_waiting and not len(get_messages(request)):
        version = LanguageVersion.objects.filter(page_id=page.pk).first()
        url = reverse("translation_language", args=[version.pk])
        messages.info(
            request,
            _("Published by %(person)s, and held back: %(reason)s.")
            % {"person": gate.asked_by or "–", "reason": obstacle(gate)},
            buttons=[messages.button(url, _("Languages"))],
        )


class LanguagesFormatter(LogFormatter):
    """Words what was done for the sake of some languages."""

    def format_message(self, log_entry):
        names = ", ".join(map(name_in_sentence, log_entry.data["languages"]))
        return self.sentence % {"languages": names}


class HoldFormatter(LanguagesFormatter):
    label = gettext_lazy("Hold back")
    sentence = gettext_lazy("Held back until approved: %(languages)s")


class ReleaseFormatter(LanguagesFormatter):
    label = gettext_lazy("Release languages together")
    sentence = gettext_lazy("Approved in %(languages)s, and published as asked")


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action(HELD)(HoldFormatter)
    actions.register_action(RELEASED)(ReleaseFormatter)
