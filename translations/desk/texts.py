"""What the desk shows of each text: its source, its translation, its state and what is beside it."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.languages import direction, native_name
from core.typography import typeset
from translations.checks import check
from translations.checks.knowledge import Context
from translations.comments.threads import Talk, Talks
from translations.desk.fields import Fields, element_id, field_name
from translations.highlighting import highlight, shown_html, what_to_write
from translations.keys import unit_of
from translations.models import LanguageVersion, State, TranslatedText
from translations.similarity import Piece
from translations.texts import Pair
from translations.units import Kind, Unit
from translations.wordings import readable, word_changes

# What search engines show of these, which is less than the fields hold.
USUAL_LENGTHS = {"seo_title": 60, "search_description": 160}
ICONS = {
    State.MISSING: "circle-plus",
    State.OUTDATED: "rotate",
    State.UNREVIEWED: "view",
    State.WAITING: "time",
    State.DONE: "check",
}


@dataclass(frozen=True)
class Surroundings:
    """What all texts of one page at the desk share."""

    version: LanguageVersion
    fields: Fields
    context: Context
    is_writable: bool
    talks: Talks


@dataclass
class DeskText:
    """One text at the desk."""

    pair: Pair
    record: TranslatedText
    around: Surroundings
    # What somebody typed and could not be saved; nothing where the draft is shown.
    typed: str | None = None
    error: str = ""
    # Somebody else wrote another translation meanwhile: the draft is theirs.
    is_conflict: bool = False

    @property
    def place(self) -> str:
        return self.pair.place

    @property
    def element_id(self) -> str:
        return element_id(self.place)

    @property
    def field_name(self) -> str:
        return field_name(self.place)

    @property
    def group(self) -> str:
        """Return what the text belongs to: the row, or nothing for the page itself."""
        return self.pair.holder.label

    @property
    def label(self) -> str:
        """Return what an editor calls the text within its group."""
        parts = [str(capfirst(self.pair.field.verbose_name))]
        if self.pair.leaf:
            parts.append(str(self.pair.leaf.label))
        return " – ".join(filter(None, parts))

    @property
    def full_label(self) -> str:
        return self.pair.label

    @property
    def language(self) -> str:
        return self.around.version.language

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def language_name(self) -> str:
        return native_name(self.language)

    @property
    def source_language(self) -> str:
        return self.pair.source_language

    @property
    def source_direction(self) -> str:
        return direction(self.source_language)

    @property
    def source_name(self) -> str:
        return native_name(self.source_language)

    @property
    def is_rich(self) -> bool:
        return self.pair.kind is Kind.RICH

    @cached_property
    def unit(self) -> Unit:
        return unit_of(self.around.version, self.pair)

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.pair.target if self.typed is None else self.typed

    @property
    def field(self) -> SafeString:
        is_readonly = not self.around.is_writable
        return self.around.fields.html(self.pair, self.text, is_readonly)

    @property
    def shown_text(self) -> str:
        """Return what stands in the field of a rich text, until its editor is there."""
        return shown_html(self.text)

    @property
    def shown_target(self) -> SafeString:
        """Return the translation as HTML for whoever only reads it."""
        target = self.pair.target
        words = mark_safe(shown_html(target)) if self.is_rich else target
        return typeset(words, self.language)

    @property
    def their_value(self) -> str:
        """Return the translation of somebody else as the field would hold it."""
        return self.around.fields.stored_form(self.pair, self.pair.target)

    @cached_property
    def state(self) -> State:
        return State(self.record.state or State.MISSING)

    @property
    def state_label(self) -> str:
        if self.record.is_same and not self.pair.target and self.state is State.DONE:
            return _("Same as the source")
        return self.state.label

    @property
    def icon(self) -> str:
        return ICONS[self.state]

    @property
    def is_todo(self) -> bool:
        return self.state in (State.MISSING, State.OUTDATED, State.UNREVIEWED)

    @cached_property
    def marked_source(self) -> SafeString:
        """Return the source as visitors read it, with the terms of the glossary marked."""
        pair = self.pair
        languages = (pair.source_language, self.language)
        glossary = self.around.context.glossary
        marked = highlight(pair.source, *languages, glossary, self.is_rich)
        # Last, so that terms are looked for in the words as they are stored.
        return typeset(marked, pair.source_language)

    @cached_property
    def terms(self) -> list[tuple[str, str]]:
        """Return the terms in the source, each with what to write for it."""
        glossary = self.around.context.glossary
        found = glossary.find(self.pair.source, self.source_language, self.is_rich)
        by_term = {match.terms: match for match in reversed(found)}
        return [
            (match.text, what_to_write(match, self.language))
            for match in reversed(by_term.values())
        ]

    @cached_property
    def difference(self) -> list[Piece]:
        """Return what changed in the source since the translation was made from it."""
        if self.state is not State.OUTDATED:
            return []
        return word_changes(self.record.source_text, self.pair.source, self.pair.kind)

    @cached_property
    def faults(self) -> list:
        """Return what the checks find in the translation; an empty one is not checked."""
        if not self.pair.target:
            return []
        return check(self.unit, self.around.context)

    @property
    def plain_source(self) -> str:
        return readable(self.pair.source, self.pair.kind)

    @property
    def talk(self) -> Talk:
        """Return the notes and comments on this text."""
        return self.around.talks.at(self.place)

    @property
    def length(self) -> int:
        return len(self.text)

    @property
    def usual_length(self) -> int | None:
        return USUAL_LENGTHS.get(self.pair.field.name)

    @property
    def most_characters(self) -> int | None:
        """Return how long the translation should be at most; nothing where nobody counts."""
        if self.is_rich:
            return None
        return self.usual_length or self.pair.max_length


@dataclass
class Group:
    """The texts of the page itself, or of one of its rows."""

    label: str
    texts: list[DeskText] = field(default_factory=list)


def grouped(texts: list[DeskText]) -> list[Group]:
    """Return `texts` in their order, those that stand in one row together."""
    groups: list[Group] = []
    for text in texts:
        if not groups or groups[-1].label != text.group:
            groups.append(Group(text.group))
        groups[-1].texts.append(text)
    return groups
