"""Reads what the form of the desk sends, whole or a few texts of it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.texts import is_empty
from translations.desk.fields import Fields, field_name
from translations.models import Origin
from translations.texts import Pair
from translations.units import Kind

PREFIX = field_name("")


@dataclass
class Posted:
    """What somebody typed, and what they say of it."""

    # By place: the texts that differ from what was shown, and how that read.
    texts: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    origin: Origin = Origin.PERSON
    # By place: why a text was not confirmed, or could not be read.
    errors: dict[str, str] = field(default_factory=dict)
    # Every text that the form spoke of.
    places: set[str] = field(default_factory=set)


def read(post, pairs: dict[str, Pair], fields: Fields) -> Posted:
    """Return what `post` says of `pairs`; a text that was shown and left alone is not in it."""
    posted = Posted()
    if post.get("origin") == Origin.MACHINE:
        posted.origin = Origin.MACHINE
    taken, same = set(post.getlist("take")), set(post.getlist("same"))
    names = [name for name in post if name.startswith(PREFIX)]
    for place in [name.removeprefix(PREFIX) for name in names]:
        posted.places.add(place)
        if place not in taken | same:
            _read_text(posted, post, place, pairs.get(place), fields)
    done = set(post.getlist("done"))
    posted.places |= done | same
    for place in (done | same) & set(pairs):
        _read_decision(posted, post, pairs[place], place in same)
    return posted


def _read_text(posted, post, place, pair, fields):
    posted.shown[place] = post.get(f"shown:{place}", "")
    if pair is None:
        posted.texts[place] = post[field_name(place)]
        return
    try:
        text = _typed(post, pair, fields)
    except (ValueError, LookupError, TypeError, AttributeError):
        posted.errors[place] = _(
            "This text did not arrive whole. Copy what you wrote, then load the page again."
        )
        return
    if pair.fingerprint(text) != posted.shown[place]:
        posted.texts[place] = text


def _typed(post, pair, fields):
    html = post.get(f"html:{pair.place}")
    if html is not None and pair.kind is Kind.RICH:
        # Written without a script, where the editor cannot be shown.
        return html
    name = field_name(pair.place)
    return fields.widget(pair).value_from_datadict(post, {}, name) or ""


def _read_decision(posted, post, pair, is_same):
    """Take in that a text is done, unless its source is another one than was shown."""
    place = pair.place
    if post.get(f"source:{place}", pair.source_fingerprint) != pair.source_fingerprint:
        posted.errors[place] = _(
            "The source was changed meanwhile. Compare it again, then say that it is done."
        )
        return
    if is_same:
        posted.shown.setdefault(place, post.get(f"shown:{place}", ""))
        if pair.target:
            posted.texts[place] = ""
    elif is_empty(posted.texts.get(place, pair.target)):
        posted.errors[place] = _(
            "Nothing is written yet. Write the translation, or say that it is the same as the source."
        )
        return
    posted.confirmed.add(place)
