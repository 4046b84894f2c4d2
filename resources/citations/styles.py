"""Citations in the style of the house, of APA (7th edition) and of Chicago (author-date, 17th edition)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from resources.citations.record import ARTICLE, Record, one_line
from resources.citations.wording import wording

APA_LIMIT, APA_SHOWN = 20, 19
CHICAGO_LIMIT, CHICAGO_SHOWN = 10, 7
ENDS = (".", "!", "?", "…", "。")
CLOSING = "”»’\"'"

SLASH = re.compile(r"(?<=\w)/(?=\w)")


@dataclass(frozen=True)
class Part:
    """A piece of a citation."""

    text: str
    is_title: bool = False


@dataclass(frozen=True)
class Citation:
    """A citation, to be copied as text or shown with its titles in italics."""

    parts: tuple[Part, ...]

    def __str__(self):
        return "".join(part.text for part in self.parts)

    def __html__(self) -> SafeString:
        return mark_safe("".join(map(_html, self.parts)))


def _html(part):
    # An address may break after a slash, and nowhere inside a word.
    text = SLASH.sub("/<wbr>", escape(part.text))
    return f"<cite>{text}</cite>" if part.is_title else text


def house(record: Record, language: str) -> Citation:
    """Cite as the organisation does: first author inverted, no comma before the last."""
    words = wording(language)
    names = [_first_inverted(author, i) for i, author in enumerate(record.creators)]
    return _author_date(record, words, _listed(names, words.conjunction_before), "")


def chicago(record: Record, language: str) -> Citation:
    """Cite in the author-date style of Chicago."""
    words = wording(language)
    people = record.creators
    names = [_first_inverted(author, i) for i, author in enumerate(people)]
    if len(names) > CHICAGO_LIMIT:
        listed = f"{', '.join(names[:CHICAGO_SHOWN])}, {words.and_others}"
    else:
        listed = _listed(names, words.conjunction_before, words.chicago_comma)
    role = words.chicago_editors[len(people) > 1] if record.is_edited else ""
    return _author_date(record, words, listed, role)


def apa(record: Record, language: str) -> Citation:
    """Cite in the style of APA: initials, the year in brackets, no place."""
    words = wording(language)
    date = f"({record.year or words.no_date})"
    title = [*_apa_title(record, words)]
    authors = _apa_authors(record, words)
    head = [Part(f"{_stopped(authors)} {date}. ")] if authors else []
    tail = [] if authors else [Part(f"{date}. ")]
    parts = [*head, *title, *tail]
    if record.kind == ARTICLE and record.journal:
        parts += _apa_journal(record)
    elif record.publisher and record.publisher != authors:
        parts.append(Part(f"{_stopped(one_line(record.publisher))} "))
    return _finished(parts, record)


STYLES: dict[str, Callable[[Record, str], Citation]] = {
    "house": house,
    "apa": apa,
    "chicago": chicago,
}


def _first_inverted(author, position):
    return one_line(author.natural if position else author.inverted)


def _listed(names, conjunction_before, has_comma=False):
    if len(names) < 2:
        return "".join(names)
    comma = "," if has_comma else ""
    last = f"{conjunction_before(names[-1])} {names[-1]}"
    return f"{', '.join(names[:-1])}{comma} {last}"


def _author_date(record, words, authors, role):
    year = str(record.year or words.no_date)
    named = f"{authors}, {role}" if role else authors
    title = _title(record, words)
    if authors:
        parts = [Part(f"{_stopped(named)} {_stopped(year)} "), *title]
    else:
        parts = [*title, Part(f"{_stopped(year)} ")]
    if record.kind == ARTICLE and record.journal:
        return _finished([*parts, *_journal(record, words)], record)
    series = " ".join(filter(None, (one_line(record.series), one_line(record.number))))
    if series:
        parts.append(Part(f"{_stopped(series)} "))
    published = words.colon.join(
        filter(None, (one_line(record.place), one_line(record.publisher)))
    )
    if published:
        parts.append(Part(f"{_stopped(published)} "))
    return _finished(parts, record)


def _title(record, words):
    title = one_line(record.title)
    if record.kind != ARTICLE:
        return [Part(title, True), Part(_stop(title))]
    opening, closing = words.quotes
    if words.is_stop_inside:
        return [Part(f"{opening}{_stopped(title)}{closing} ")]
    return [Part(f"{opening}{title}{closing}. ")]


def _journal(record, words):
    volume, number = one_line(record.volume), one_line(record.number)
    issue = f" ({number})" if number else ""
    pages = f"{words.colon}{one_line(record.pages)}" if record.pages else ""
    where = f" {volume}{issue}" if volume else issue
    return [Part(one_line(record.journal), True), Part(f"{where}{pages}. ")]


def _apa_journal(record):
    volume, number = one_line(record.volume), one_line(record.number)
    parts = [Part(one_line(record.journal), True)]
    if volume:
        parts += [Part(", "), Part(volume, True)]
    rest = f"({number})" if number else ""
    rest += f", {one_line(record.pages)}" if record.pages else ""
    return [*parts, Part(f"{rest}. ")]


def _apa_title(record, words):
    title = one_line(record.title)
    if record.kind == ARTICLE:
        return [Part(f"{_stopped(title)} ")]
    series, number = one_line(record.series), one_line(record.number)
    if not series:
        return [Part(title, True), Part(_stop(title))]
    numbered = f"{series} {words.number}{number}" if number else series
    return [Part(title, True), Part(f" ({numbered}). ")]


def _apa_authors(record, words):
    people = record.creators
    names = [one_line(_apa_name(author)) for author in people]
    if len(names) > APA_LIMIT:
        listed = f"{', '.join(names[:APA_SHOWN])}, … {names[-1]}"
    else:
        listed = _listed(names, words.apa_conjunction_before, words.apa_comma)
    role = words.editors[len(people) > 1] if record.is_edited else ""
    return f"{listed} ({role})" if role else listed


def _apa_name(author):
    return author.name or ", ".join(filter(None, (author.family, author.initials)))


def _stop(text):
    return " " if text.rstrip(CLOSING).endswith(ENDS) else ". "


def _stopped(text):
    return f"{text}{_stop(text)}".rstrip(" ")


def _finished(parts, record):
    link = one_line(record.link)
    if link:
        return Citation((*parts, Part(link)))
    last = parts[-1]
    return Citation((*parts[:-1], Part(last.text.rstrip(" "), last.is_title)))
