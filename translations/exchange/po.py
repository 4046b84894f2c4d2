"""PO files, as Weblate, Pontoon and Poedit know them: the key is the context of the message."""

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from babel.messages.plurals import get_plural
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.languages import default_language
from translations.exchange.deliveries import (
    DeliveredUnit,
    ExchangeError,
    Fingerprints,
    State,
)
from translations.exchange.markup import normal, tidy_lines
from translations.units import Kind

LABEL, NOTE, KIND = "Label", "Note", "Kind"
SOURCE_LANGUAGE, MAX_LENGTH = "Source language", "Max length"
FINGERPRINTS = "Fingerprints"
NAMES = {LABEL, NOTE, KIND, SOURCE_LANGUAGE, MAX_LENGTH, FINGERPRINTS}
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"})
MOST_LINES = 2000
LINE = re.compile(
    r"\s*+(#[^~|].*|#|(#[~|]\s*+)?((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s++)?"
    r'"[^"\\]*(\\.[^"\\]*)*"\s*+)?'
)
LINE_OF_ERROR = re.compile(r"\(line (\d+)\)")
NOT_PO = gettext_lazy(
    "Line %(line)s: this is not a message of a PO file. Open the file in your translation tool and save it again."
)


def write_po(units: Iterable[DeliveredUnit]) -> bytes:
    """Return a PO file for one language; the sources may be in several."""
    units = list(units)
    languages = {unit.target_language for unit in units}
    if len(languages) > 1:
        raise ValueError(
            f"A PO file holds one language, and these units have {sorted(languages)}. Write a file for each."
        )
    language = next(iter(languages), default_language()).replace("-", "_")
    header = {
        "Project-Id-Version": "wiego_site",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        # No text has a plural, but tools want to know what they would be.
        "Plural-Forms": get_plural(language).plural_forms,
    }
    lines = ['msgid ""', 'msgstr ""']
    lines += [_quoted(f"{name}: {value}\n") for name, value in header.items()]
    for unit in units:
        lines += ["", *_message(unit)]
    return "\n".join([*lines, ""]).encode()


def _message(unit):
    yield from _comments("#", unit.comment)
    about = {
        LABEL: unit.label,
        NOTE: unit.note,
        KIND: unit.kind,
        SOURCE_LANGUAGE: unit.source_language,
        MAX_LENGTH: "" if unit.max_length is None else str(unit.max_length),
        FINGERPRINTS: str(unit.fingerprints),
    }
    for name, value in about.items():
        if value:
            yield from _comments(f"#. {name}:", value)
    if unit.state == State.NEEDS_WORK:
        yield "#, fuzzy"
    if unit.previous_source:
        yield from (f"#| {line}" for line in _string("msgid", unit.previous_source))
    yield from _string("msgctxt", unit.key)
    yield from _string("msgid", unit.source)
    yield from _string("msgstr", unit.target)


def _comments(mark, text):
    return [f"{mark} {line}".rstrip() for line in text.split("\n")] if text else []


def _string(keyword, text):
    lines = text.splitlines(keepends=True) if "\n" in text else [text]
    if len(lines) == 1:
        return [f"{keyword} {_quoted(text)}"]
    return [f'{keyword} ""', *map(_quoted, lines)]


def _quoted(text):
    return f'"{text.translate(ESCAPES)}"'


def _check_lines(text):
    """Refuse what polib would take in silence, or copy again and again."""
    run = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not LINE.fullmatch(line):
            raise ExchangeError(NOT_PO % {"line": number})
        run = run + 1 if line.lstrip().startswith('"') else 0
        if run > MOST_LINES:
            raise ExchangeError(
                _(
                    "Line %(line)d: the text has more than %(limit)d lines. Export the file again."
                )
                % {"line": number, "limit": MOST_LINES}
            )


def read_po(text: str) -> list[DeliveredUnit]:
    """Return the units of a PO file; ExchangeError says what is wrong in which line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _check_lines(text)
    messages = _parsed(text)
    language = messages.metadata.get("Language", "").strip().replace("_", "-")
    return [_unit(message, language) for message in messages if not message.obsolete]


def _parsed(text):
    # polib takes a text that is the name of a file for that file, so it gets one of ours.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "delivery.po"
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            return polib.pofile(str(path), encoding="utf-8")
        except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
            line = LINE_OF_ERROR.search(str(error))
            raise ExchangeError(NOT_PO % {"line": line[1] if line else "?"}) from error


def _unit(message, language):
    about = _about(message.comment)
    kind = Kind.RICH if about.get(KIND) == Kind.RICH else Kind.PLAIN
    target = normal(message.msgstr, kind)
    max_length = about.get(MAX_LENGTH, "")
    return DeliveredUnit(
        key=message.msgctxt or "",
        kind=kind,
        source_language=about.get(SOURCE_LANGUAGE, ""),
        target_language=language,
        source=normal(message.msgid, kind),
        target=target,
        label=about.get(LABEL, ""),
        note=about.get(NOTE, ""),
        comment=tidy_lines(message.tcomment),
        previous_source=normal(message.previous_msgid or "", kind),
        state=_state(message, target),
        fingerprints=Fingerprints.of(about.get(FINGERPRINTS, "")),
        max_length=int(max_length) if re.fullmatch("[0-9]{1,9}", max_length) else None,
        fault=_("The texts of this site have no plural. Take the plural out.")
        if message.msgid_plural
        else "",
        line=message.linenum,
    )


def _state(message, target):
    if not target:
        return State.NEW
    return State.NEEDS_WORK if message.fuzzy else State.TRANSLATED


def _about(comment):
    """Return what the file says of a message, several lines of a kind as one text.

    Tools break long lines: what begins with no name of ours goes on with the line before.
    """
    about: dict[str, list[str]] = {}
    name = ""
    for line in comment.split("\n"):
        head, _colon, value = line.partition(":")
        if head in NAMES:
            name, line = head, value
        about.setdefault(name, []).append(line.strip())
    return {name: tidy_lines("\n".join(lines)) for name, lines in about.items()}
