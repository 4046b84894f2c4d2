"""Damages each text of the shipped content in every way that applies to it, by rule and not by choice.

Seeds are chosen by a person, who may choose what is easy to find; this is the counterweight.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.translations.content_pairs import content_units
from translations.checks import Code
from translations.units import Kind, Unit

# How many words a sentence has from which one sees that it was not translated.
SENTENCE = 4


def without_first_link(text: str, _unit) -> str:
    return re.sub(r"<a [^>]*>(.*?)</a>", r"\1", text, count=1)


def with_other_page(text: str, _unit) -> str:
    return re.sub(r'(linktype="page" id=")(\d+)', r"\g<1>9\2", text, count=1)


def with_other_last_digit(text: str, _unit) -> str:
    words = re.sub(r"<[^>]*>|\S+@\S+|\S*//\S+", lambda tag: "\0" * len(tag[0]), text)
    found = re.search(r"\d(?=\D|$)", words)
    if not found:
        return text
    digit = str((int(found[0]) + 3) % 10)
    return text[: found.start()] + digit + text[found.end() :]


def without_percent(text: str, _unit) -> str:
    return re.sub(r"\s?%", "", text, count=1)


def without_last_item(text: str, _unit) -> str:
    head, item, tail = text.rpartition("<li>")
    return head + tail.partition("</li>")[2] if item else text


def without_last_paragraph(text: str, _unit) -> str:
    head, _paragraph, _tail = text.rpartition("<p>")
    return head or text


def without_end_of_last_tag(text: str, _unit) -> str:
    return re.sub(r"</(?:b|i|a)>", "", text, count=1)


def without_organisation(text: str, _unit) -> str:
    return text.replace("WIEGO", "…")


def with_source(text: str, unit: Unit) -> str:
    is_sentence = len(unit.source.split()) >= SENTENCE
    return unit.source if is_sentence else text


def without_second_half(text: str, _unit) -> str:
    return text[: len(text) // 3] if len(text) > 120 and "<" not in text else text


def with_doubled_word(text: str, _unit) -> str:
    return re.sub(
        r"(?<=[a-z] )([a-z]{2,})(?= [a-z])(?![^<]*>)", r"\1 \1", text, count=1
    )


def with_double_space(text: str, _unit) -> str:
    return re.sub(r"(?<=[a-z]) (?=[a-z])(?![^<]*>)", "  ", text, count=1)


def with_straight_apostrophe(text: str, unit: Unit) -> str:
    return text.replace("’", "'", 1) if unit.target_language == "fr" else text


def without_opening_mark(text: str, _unit) -> str:
    return re.sub("[¿¡]", "", text, count=1)


def without_last_mark(text: str, _unit) -> str:
    return re.sub(r"\s?[.?!]((?:</\w+>)*)$", r"\1", text)


def without_last_bracket(text: str, _unit) -> str:
    return re.sub(r"\)(?=[^)]*$)", "", text)


def with_small_start(text: str, _unit) -> str:
    return re.sub(
        r"^((?:<[^>]*>)*)([A-ZÀ-Ý])", lambda start: start[1] + start[2].lower(), text
    )


def with_other_email(text: str, _unit) -> str:
    return re.sub(r"(?<!mailto:)\b(\w)(?=[\w.-]*@)", r"\1x", text, count=1)


MONTHS = {"novembre": "octobre", "November": "October", "noviembre": "octubre"}


def with_other_month(text: str, _unit) -> str:
    for month, other in MONTHS.items():
        text = text.replace(month, other)
    return text


DAMAGES: list[tuple[Callable[[str, Unit], str], set[Code]]] = [
    (without_first_link, {Code.LINKS}),
    (with_other_page, {Code.LINKS}),
    (with_other_last_digit, {Code.NUMBERS, Code.DATES, Code.AMOUNTS}),
    (without_percent, {Code.NUMBERS}),
    (without_last_item, {Code.STRUCTURE}),
    (without_last_paragraph, {Code.STRUCTURE}),
    (without_end_of_last_tag, {Code.STRUCTURE}),
    (without_organisation, {Code.NAMES}),
    (with_source, {Code.UNTRANSLATED}),
    (without_second_half, {Code.LENGTH}),
    (with_doubled_word, {Code.DOUBLED_WORD}),
    (with_double_space, {Code.SPACES}),
    (with_straight_apostrophe, {Code.TYPOGRAPHY}),
    (without_opening_mark, {Code.TYPOGRAPHY}),
    (without_last_mark, {Code.END_PUNCTUATION}),
    (without_last_bracket, {Code.BRACKETS}),
    (with_small_start, {Code.CAPITAL}),
    (with_other_email, {Code.EMAILS}),
    (with_other_month, {Code.DATES}),
]


def damaged_units() -> Iterator[tuple[str, set[Code], Unit]]:
    """Yield the kind of damage, the codes that would be right, and the damaged text."""
    for unit in content_units():
        # A name is the same in both languages, and no translation of it.
        if unit.source == unit.target:
            continue
        for damage, codes in DAMAGES:
            target = damage(unit.target, unit)
            if target != unit.target and (unit.kind == Kind.RICH or target):
                yield damage.__name__, codes, replace(unit, target=target)
