"""What a page offers a reader of each language: all of its texts, some of them, or none."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _

from core.languages import column, content_languages, default_language, native_name
from core.registration import translated_field_names
from core.texts import is_empty

# Translated, but no text that a reader would see on the page.
NOT_A_TEXT = {"slug", "url_path", "is_offered", "is_complete"}


@dataclass(frozen=True)
class Offer:
    """How much of a page is written in one language."""

    language: str
    has_any: bool
    has_all: bool

    @property
    def state(self) -> str:
        if not self.has_any:
            return "missing"
        return "complete" if self.has_all else "partial"

    @property
    def label(self) -> str:
        """Return what the state means, in words."""
        messages = {
            "missing": _("%(language)s: not translated"),
            "partial": _("%(language)s: partly translated"),
            "complete": _("%(language)s: complete"),
        }
        return messages[self.state] % {"language": native_name(self.language)}


def written_offers(instances: Iterable[Model]) -> list[Offer]:
    """Return the offers of a page, read from its texts and those of its rows.

    All that is written in the default language has to be there for a language to be complete.
    """
    codes = content_languages()
    texts = [
        {code: not is_empty(getattr(instance, column(name, code))) for code in codes}
        for instance in instances
        for name in translated_field_names(type(instance))
        if name not in NOT_A_TEXT
    ]
    needed = [written for written in texts if written[default_language()]]
    return [
        Offer(
            code,
            any(written[code] for written in texts),
            all(written[code] for written in needed),
        )
        for code in codes
    ]


def stored_offers(page) -> list[Offer]:
    """Return the offers of `page` as they were when it was saved, without reading its texts."""
    return [
        Offer(
            code,
            getattr(page, column("is_offered", code)),
            getattr(page, column("is_complete", code)),
        )
        for code in content_languages()
    ]
