"""Reads terms from a file: a list, each with its texts by language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.languages import column, content_languages
from translations.models import GlossaryTerm

ONE_TEXT = ("term", "definition")
MANY_TEXTS = ("variants", "forbidden")
NOT_TRANSLATED = "not_translated"
PARTS = (*ONE_TEXT, *MANY_TEXTS, NOT_TRANSLATED)


class GlossaryRefused(Exception):
    """A file has faults; each says where it is and what to do."""

    def __init__(self, faults: list[str]):
        self.faults = faults
        super().__init__("\n".join(faults))


def read_terms(content) -> list[GlossaryTerm]:
    """Return the terms of a file that was read, not saved yet, or refuse it as a whole.

    Languages that the site does not have are left out.
    """
    if not isinstance(content, list):
        raise GlossaryRefused([_("Write a list of terms.")])
    terms, faults = [], []
    for number, entry in enumerate(content, start=1):
        try:
            term = _term(entry)
            term.full_clean()
        except ValidationError as error:
            place = _("Term %(number)s") % {"number": number}
            faults += [f"{place}: {message}" for message in _messages(error)]
        else:
            terms.append(term)
    if faults:
        raise GlossaryRefused(faults)
    return terms


def known_terms() -> set[str]:
    """Return every term of the glossary in every language, in small letters."""
    return set().union(*(term.names() for term in GlossaryTerm.objects.all()))


def _term(entry):
    if not isinstance(entry, dict):
        raise ValidationError(_("Write the parts of a term by name, such as “term”."))
    term = GlossaryTerm(is_kept=bool(entry.get(NOT_TRANSLATED)))
    for name, value in entry.items():
        if name not in PARTS:
            message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
            raise ValidationError(message % {"name": name, "choices": ", ".join(PARTS)})
        if name != NOT_TRANSLATED:
            _write(term, name, value)
    return term


def _write(term, name, value):
    if not isinstance(value, dict):
        example = f"{{{content_languages()[0]}: …}}"
        message = _("Write “%(name)s” by language, such as %(example)s.")
        raise ValidationError(message % {"name": name, "example": example})
    for language in content_languages():
        text = value.get(language, "")
        if isinstance(text, list) and name in MANY_TEXTS:
            text = "\n".join(map(str, text))
        if not isinstance(text, str):
            message = _("“%(name)s” in “%(language)s” must be a text, not “%(value)s”.")
            raise ValidationError(
                message % {"name": name, "language": language, "value": text}
            )
        setattr(term, column(name, language), text.strip())


def _messages(error):
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        f"{name}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    ]
