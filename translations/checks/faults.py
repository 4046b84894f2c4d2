"""What a check may say about a translation."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _


class Severity(StrEnum):
    """Whether a fault must be mended.

    An error stops the release: something would break, whatever the words mean. All that
    hangs on reading the words is a warning, which a person may pass with a reason.
    """

    ERROR = "error"
    WARNING = "warning"


class Code(TextChoices):
    """Names a kind of fault, for filters, reports and the reasons why one was passed."""

    EMPTY = "empty", _("nothing written")
    UNTRANSLATED = "untranslated", _("left untranslated")
    LINKS = "links", _("links")
    DEAD_LINK = "dead_link", _("link to a page that is not there in this language")
    NUMBERS = "numbers", _("numbers")
    DATES = "dates", _("dates")
    AMOUNTS = "amounts", _("amounts of money")
    EMAILS = "emails", _("e-mail addresses")
    URLS = "urls", _("web addresses")
    NAMES = "names", _("names")
    PLACEHOLDERS = "placeholders", _("placeholders")
    STRUCTURE = "structure", _("lists, headings and other structure")
    DOUBLED_WORD = "doubled_word", _("word written twice")
    TOO_LONG = "too_long", _("too long for the field")
    LENGTH = "length", _("unusual length")
    BRACKETS = "brackets", _("brackets")
    QUOTES = "quotes", _("quotation marks")
    TYPOGRAPHY = "typography", _("typography")
    SPACES = "spaces", _("spaces")
    GLOSSARY = "glossary", _("glossary")
    FORBIDDEN_TERM = "forbidden_term", _("word to avoid")
    END_PUNCTUATION = "end_punctuation", _("punctuation at the end")
    CAPITAL = "capital", _("capital at the start")


@dataclass(frozen=True)
class Fault:
    """Something wrong with a translation: what it is, and the words in which it shows."""

    code: Code
    severity: Severity
    message: Promise
    # Words of the translation, or of the source where they are missing from the translation.
    excerpt: str = ""


_filled: Callable[..., Promise] = lazy(lambda text, values: str(text) % values, str)


def error(code: Code, message: Promise, excerpt: str = "", /, **values) -> Fault:
    """Return a fault that stops the release; `values` fill the message when it is read."""
    return Fault(code, Severity.ERROR, _filled(message, values), excerpt)


def warning(code: Code, message: Promise, excerpt: str = "", /, **values) -> Fault:
    """Return a fault that a person may pass; `values` fill the message when it is read."""
    return Fault(code, Severity.WARNING, _filled(message, values), excerpt)
