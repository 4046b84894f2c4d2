"""Reads and writes the texts of anything translated, whatever field, row or block holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.core.validators import validate_slug
from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

from core.fingerprints import BLOCK_KEY, canonical_rich_text
from core.languages import column
from core.registration import translated_field_names
from core.text_places import LABEL_NAMES
from core.texts import is_empty
from translations.blocks import Leaf, leaves
from translations.streams import translated_texts, with_texts
from translations.units import Kind, short_name


@dataclass(frozen=True)
class Holder:
    """The page, snippet or image itself, or one of its rows, with the way to it from there."""

    instance: models.Model
    path: str = ""
    label: str = ""


@dataclass(frozen=True)
class Pair:
    """A text in the language it is translated from, and its translation."""

    # Where it stands: `items:<row key>/answer`, or `body/<block id>/text` in a stream.
    place: str
    holder: Holder
    field: models.Field
    source: str
    target: str
    source_language: str
    leaf: Leaf | None = None

    @property
    def kind(self) -> Kind:
        if self.leaf:
            return self.leaf.kind
        return Kind.RICH if isinstance(self.field, RichTextField) else Kind.PLAIN

    @property
    def label(self) -> str:
        """Return what an editor calls the text: `Question 3 – Answer`."""
        parts = [self.holder.label, str(capfirst(self.field.verbose_name))]
        return " – ".join(
            filter(None, [*parts, str(self.leaf.label) if self.leaf else ""])
        )

    @property
    def is_label(self) -> bool:
        """Tell whether it is a title or a label rather than a sentence."""
        name = self.place.rpartition("/")[2] if self.leaf else self.field.name
        return self.kind is Kind.PLAIN and name.endswith(LABEL_NAMES)

    @property
    def max_length(self) -> int | None:
        if self.leaf is None:
            return self.field.max_length
        return getattr(getattr(self.leaf.block, "field", None), "max_length", None)

    @property
    def features(self) -> list[str] | None:
        """Return what the rich text editor offers here; the usual where nothing is said."""
        holder = self.leaf.block if self.leaf else self.field
        return getattr(holder, "features", None)

    def with_target(self, text: str) -> "Pair":
        """Return this text with another translation."""
        return replace(self, target=plain(text))

    @property
    def source_fingerprint(self) -> str:
        return self.fingerprint(self.source)

    @property
    def target_fingerprint(self) -> str:
        return self.fingerprint(self.target)

    def fingerprint(self, text: str) -> str:
        """Return a short name for `text`, equal when a reader would call two texts the same."""
        return short_name(self.canonical(text))

    def canonical(self, text: str) -> str:
        """Return `text` as it is the same however it was typed, stored or posted."""
        if self.kind is Kind.RICH:
            return canonical_rich_text(text, self.features)
        return text.replace("\r\n", "\n").strip()


def pairs(instance: models.Model, source: str, target: str) -> Iterator[Pair]:
    """Yield each text of `instance` and its rows in the language `source`, beside its translation.

    Texts that only the translation has are left out; so are those empty in the source.
    """
    for holder in holders(instance):
        for field in translated_fields(holder.instance):
            yield from _pairs_of_field(holder, field, source, target)


def holders(instance: models.Model) -> Iterator[Holder]:
    """Yield `instance` and its rows."""
    yield Holder(instance)
    for relation in get_all_child_relations(type(instance)):
        model = relation.related_model
        if not translated_field_names(model):
            continue
        accessor = relation.get_accessor_name()
        name = capfirst(model._meta.verbose_name)
        # What is written into these very rows is saved with `instance`.
        rows = getattr(instance, accessor).get_object_list()
        for number, row in enumerate(rows, start=1):
            yield Holder(row, f"{accessor}:{row.row_key}/", f"{name} {number}")


def translated_fields(instance: models.Model) -> list[models.Field]:
    """Return the fields whose words a translator writes, in the order of the model."""
    names = set(translated_field_names(type(instance)))
    return [
        field
        for field in instance._meta.get_fields()
        if field.name in names and _holds_words(field)
        if _asks_for_translation(instance, field)
    ]


def _asks_for_translation(instance, field):
    """Tell whether `field` is to say in each language what it says in its source; a model may know better."""
    knows_better = getattr(instance, "asks_for_translation", None)
    return knows_better is None or knows_better(field.name)


def _holds_words(field) -> bool:
    is_code = isinstance(field, models.SlugField | models.URLField | models.EmailField)
    is_text = isinstance(field, models.CharField | models.TextField | StreamField)
    is_code = is_code or validate_slug in field.validators
    return is_text and field.editable and not is_code and not field.choices


def _pairs_of_field(holder, field, source, target):
    from_value = getattr(holder.instance, column(field.name, source))
    to_value = getattr(holder.instance, column(field.name, target))
    place = f"{holder.path}{field.name}"
    if isinstance(field, StreamField):
        for leaf, text in _leaves_of_stream(field, from_value, to_value):
            yield Pair(
                f"{place}{leaf.path}",
                holder,
                field,
                plain(leaf.text),
                text,
                source,
                leaf,
            )
    elif not is_empty(from_value):
        yield Pair(place, holder, field, plain(from_value), plain(to_value), source)


def _leaves_of_stream(field, from_value, to_value):
    """Yield each text of the source with the text of its translation."""
    source, target = stored_blocks(from_value), stored_blocks(to_value)
    translated = translated_texts(field.stream_block, source, target)
    for leaf in leaves(field.stream_block, source):
        if not is_empty(leaf.text):
            yield leaf, plain(translated.get(leaf.path))


def plain(value) -> str:
    """Return `value` as a text without the keys that the rich text editor adds; empty for an empty one."""
    return "" if is_empty(value) else BLOCK_KEY.sub("", str(value))


def stored_blocks(value: StreamValue | None) -> list:
    """Return what Wagtail stores of a stream."""
    return value.get_prep_value() if value else []


def write(instance: models.Model, source: str, target: str, texts: dict[str, str]):
    """Write `texts`, by place, into the columns of the language `target`.

    A block that the translation lacks is made after that in the language `source`.
    """
    for holder in holders(instance):
        for field in translated_fields(holder.instance):
            _write_field(holder, field, source, target, texts)


def _write_field(holder, field, source, target, texts):
    place = f"{holder.path}{field.name}"
    name = column(field.name, target)
    if not isinstance(field, StreamField):
        if place in texts:
            setattr(holder.instance, name, texts[place])
        return
    inside = {
        key.removeprefix(place): text
        for key, text in texts.items()
        if key.startswith(f"{place}/")
    }
    if inside:
        block = field.stream_block
        from_raw = stored_blocks(getattr(holder.instance, column(field.name, source)))
        to_raw = stored_blocks(getattr(holder.instance, name))
        raw = with_texts(block, from_raw, to_raw, inside)
        setattr(holder.instance, name, block.to_python(raw))
