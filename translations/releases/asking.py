"""Remembers what waits behind a closed gate, and who asked for it."""

from django.db import models
from django.utils import timezone
from wagtail.log_actions import log

from core.models import SitePage
from translations.live_texts import take_over
from translations.models import ReleaseGate
from translations.releases.waits import Wait, gate_of, waits

HELD = "translations.hold"


def note(gate: ReleaseGate, **asked) -> bool:
    """Note who asked for what, not the languages, which somebody may choose meanwhile.

    Returns whether the gate still stands.
    """
    asked.setdefault("asked_languages", [])
    return bool(ReleaseGate.objects.filter(pk=gate.pk).update(**asked))


def forget(gate: ReleaseGate) -> None:
    """Let nothing wait behind `gate` any longer."""
    note(gate, content=None, asked_by=None, asked_at=None)


def hold_page(gate: ReleaseGate, draft: models.Model, content: dict, user) -> bool:
    """Let the whole of `content` wait, and tell whether there is anything to wait for."""
    found = waits(gate, draft)
    if not found:
        # What waited before is published with this, or was left behind by it.
        forget(gate)
        return False
    asked = {"content": content, "asked_by": user, "asked_at": timezone.now()}
    if not note(gate, **asked):
        return False
    _tell_history(draft, user, found)
    return True


def hold_language(draft: models.Model, language: str, user) -> bool:
    """Let one language of `draft` wait with what waits already, and tell whether there is anything to wait for."""
    gate = gate_of(draft) if isinstance(draft, SitePage) else None
    found = waits(gate, draft) if gate else []
    if not found or not note(gate, **_with(gate, draft, language, user)):
        return False
    _tell_history(draft, user, found)
    return True


def _with(gate, draft, language, user) -> dict:
    if not gate.is_waiting:
        content, languages = draft.serializable_data(), [language]
    else:
        asked = gate.page.specific.with_content_json(gate.content)
        take_over(asked, draft, language)
        content = asked.serializable_data()
        languages = sorted({*gate.asked_languages, language})
    is_whole = gate.is_waiting and not gate.asked_languages
    return {
        "content": content,
        "asked_languages": [] if is_whole else languages,
        "asked_by": gate.asked_by if is_whole else user,
        "asked_at": gate.asked_at if is_whole else timezone.now(),
    }


def _tell_history(draft, user, found: list[Wait]):
    languages = [wait.version.language for wait in found]
    log(instance=draft, action=HELD, user=user, data={"languages": languages})
