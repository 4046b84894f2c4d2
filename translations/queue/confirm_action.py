"""Confirms many translations at once, after their list was shown."""

from collections import defaultdict

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from core.permissions import languages_for_user
from translations.confirming import confirm_texts, unconfirmed_texts
from translations.queue.work_action import WorkAction

# What a person can look at on one page, and the site can read for it.
MOST_TEXTS = 500
MOST_VERSIONS = 100


class ConfirmForm(forms.Form):
    """Takes what was ticked: `12 fingerprints place` for a text of the version 12."""

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = {str(version.pk): version.pk for version in versions}

    def clean(self) -> dict:
        """Return by version and place how the texts read when they were shown."""
        seen = defaultdict(dict)
        for ticked in self.data.getlist("texts"):
            key, _blank, text = ticked.partition(" ")
            fingerprints, _blank, place = text.partition(" ")
            if key in self.keys:
                seen[self.keys[key]][place] = fingerprints
        if not seen:
            raise forms.ValidationError(_("Tick what says the same as its source."))
        return {"texts": seen}


class ConfirmAction(WorkAction):
    """Says of reviewed texts that they are done; missing ones are never among them."""

    display_name = _("Confirm texts…")
    aria_label = _("Confirm texts of the selected translations")
    action_type = "confirm"
    action_priority = 45
    template_name = "translations/queue/confirm_texts.html"
    form_class = ConfirmForm
    question = _("Do these translations say what their source says?")
    button = _("Yes, they are done")

    def check_perm(self, version):
        own = languages_for_user(self.request.user)
        return version.language in own and bool(version.unreviewed + version.outdated)

    @cached_property
    def shown(self) -> list[dict]:
        """Return the versions that can be looked at on one page, with their texts."""
        found, number = [], 0
        for version in self.chosen[:MOST_VERSIONS]:
            if found and number + version.unreviewed + version.outdated > MOST_TEXTS:
                break
            texts = unconfirmed_texts(version, self.request.user)
            number += len(texts)
            found.append({"version": version, "texts": texts})
        return found

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "versions": self.chosen}

    def get_context_data(self, **kwargs):
        count = sum(len(group["texts"]) for group in self.shown)
        return {
            **super().get_context_data(**kwargs),
            "groups": [group for group in self.shown if group["texts"]],
            "closed": [g["version"] for g in self.shown if not g["texts"]],
            "count": count,
            "later": len(self.chosen) - len(self.shown),
            "is_all_ticked": "outdated" in self.request.GET,
        }

    @classmethod
    def execute_action(cls, objects, *, user, texts, **kwargs):
        """Confirm what was ticked; return how many texts that were, and how many were not taken."""
        confirmed = asked = 0
        # Of two who lock several pages, each takes them in this order.
        for version in sorted(objects, key=lambda version: version.object_id):
            seen = texts.get(version.pk, {})
            asked += len(seen)
            if seen:
                confirmed += _confirm(version, user, seen)
        return confirmed, asked - confirmed

    def get_success_message(self, confirmed, left):
        if left:
            messages.warning(self.request, _left(left))
        if not confirmed:
            return None
        return ngettext(
            "%(count)d text is done.", "%(count)d texts are done.", confirmed
        ) % {"count": confirmed}


def _confirm(version, user, seen):
    try:
        return confirm_texts(version, user, seen)
    except PermissionDenied:
        # Somebody locked the page meanwhile.
        return 0


def _left(count):
    return ngettext(
        "%(count)d text was changed or locked meanwhile, or confirmed by somebody else. Look at it again.",
        "%(count)d texts were changed or locked meanwhile, or confirmed by somebody else. Look at them again.",
        count,
    ) % {"count": count}
