"""What the desk answers its script after a save."""

from django.template.loader import render_to_string

from translations.desk.places import choices
from translations.desk.saving import Outcome
from translations.desk.texts import DeskText


def of(outcome: Outcome, request) -> dict:
    """Return what became of each text by its place, and how far the language is now."""
    version = outcome.desk.version
    progress = {"version": version, "desk": outcome.desk}
    return {
        "texts": {text.place: _of_text(text, request) for text in outcome.texts},
        "gone": {text.place: text.error for text in outcome.gone},
        "progress": render_to_string("translations/desk/progress.html", progress),
        "numbers": {code: number for code, _name, number in choices(version)},
    }


def _of_text(text: DeskText, request) -> dict:
    context = {"text": text, "desk": text.around}
    return {
        "result": _result(text),
        "state": text.state.value,
        "shown": text.pair.target_fingerprint,
        "source": text.pair.source_fingerprint,
        # The editor keeps its own; a script needs this only to put the text aside.
        "value": text.their_value if text.is_conflict or not text.pair.target else None,
        "badge": render_to_string("translations/desk/badge.html", context),
        "original": render_to_string("translations/desk/source.html", context),
        "notes": render_to_string("translations/desk/notes.html", context, request),
    }


def _result(text):
    if text.is_conflict:
        return "conflict"
    return "error" if text.error else "saved"
