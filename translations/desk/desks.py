"""One language of a page, snippet or image as somebody has it on their desk."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from wagtail.models import PreviewableMixin

from translations.checks.context import site_context
from translations.comments.threads import Talk, Talks
from translations.desk.fields import Fields
from translations.desk.texts import DeskText, Surroundings
from translations.drafts import latest_draft, lock_message, may_translate
from translations.keys import unit_of
from translations.models import GlossaryTerm, LanguageVersion, State, TranslatedText
from translations.opening import may_open
from translations.states import pairs_of
from translations.texts import Pair

SHOWN = {
    "todo": (State.MISSING, State.OUTDATED, State.UNREVIEWED),
    "review": (State.UNREVIEWED,),
}


class Desk:
    """Reads what the desk shows, with as many queries for many texts as for one.

    Raises PermissionDenied for whoever may not even read the draft.
    """

    def __init__(self, version: LanguageVersion, user):
        self.version = version
        self.user = user
        if not may_open(user, self.draft):
            raise PermissionDenied

    @cached_property
    def draft(self):
        return latest_draft(self.version.instance)

    @cached_property
    def may_write(self) -> bool:
        return may_translate(self.user, self.draft, self.version.language)

    @cached_property
    def lock_message(self) -> str:
        return lock_message(self.user, self.draft)

    @property
    def is_writable(self) -> bool:
        return self.may_write and not self.lock_message

    @property
    def can_preview(self) -> bool:
        return isinstance(
            self.draft, PreviewableMixin
        ) and self.version.language in dict(self.draft.preview_modes)

    @cached_property
    def all_pairs(self) -> list[Pair]:
        """Return the texts of the draft, those that are born in this language too."""
        return list(pairs_of(self.version, self.draft))

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """Return the texts to translate by place; those born in this language are none."""
        return {
            pair.place: pair
            for pair in self.all_pairs
            if pair.source_language != self.version.language
        }

    @cached_property
    def talks(self) -> Talks:
        return Talks(self.version)

    @property
    def talks_of_gone_texts(self) -> list[Talk]:
        """Return what was said of texts that somebody took away."""
        return self.talks.elsewhere(pair.place for pair in self.all_pairs)

    @cached_property
    def records(self) -> dict[str, TranslatedText]:
        records = self.version.texts.filter(is_present=True)
        return {text.place: text for text in records.select_related("confirmed_by")}

    @cached_property
    def fields(self) -> Fields:
        return Fields(self.version.language)

    @cached_property
    def surroundings(self) -> Surroundings:
        units = [unit_of(self.version, pair) for pair in self.pairs.values()]
        glossary = GlossaryTerm.objects.as_glossary()
        return Surroundings(
            self.version,
            self.fields,
            site_context(units, glossary),
            self.is_writable,
            self.talks,
        )

    @cached_property
    def texts(self) -> list[DeskText]:
        """Return all texts in the order of the page."""
        return [self._text(pair) for pair in self.pairs.values()]

    def texts_at(self, places) -> list[DeskText]:
        """Return the texts at `places`, as far as they are still there."""
        return [self._text(self.pairs[p]) for p in places if p in self.pairs]

    def shown(self, choice: str) -> list[DeskText]:
        """Return the texts to do, those to review, or all of them."""
        states = SHOWN.get(choice)
        return [t for t in self.texts if states is None or t.state in states]

    def _text(self, pair):
        record = self.records.get(pair.place)
        if record is None:
            record = TranslatedText(place=pair.place, state=State.MISSING)
        return DeskText(pair, record, self.surroundings)
