"""The fields in which a translator writes, whatever kind of text it is."""

from django.db import models
from django.forms import Media, Widget
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.blocks import TextBlock

from core.languages import direction
from core.widgets import LineInput
from translations.texts import Pair
from translations.units import Kind, short_name


def element_id(place: str) -> str:
    """Return the id under which the page shows the text at `place`."""
    return f"text-{short_name(place)[:12]}"


def field_name(place: str) -> str:
    """Return the name of the field for the translation of the text at `place`."""
    return f"text:{place}"


class Fields:
    """Makes the fields of one page; the editors of rich texts that offer the same are one."""

    def __init__(self, language: str):
        self.language = language
        self._editors: dict = {}

    def widget(self, pair: Pair) -> Widget:
        """Return what the translation of `pair` is written in."""
        if pair.kind is Kind.RICH:
            return self._editor(pair)
        return AdminAutoHeightTextInput() if _has_lines(pair) else LineInput()

    def html(self, pair: Pair, text: str, is_readonly: bool = False) -> str:
        """Return the field of `pair` with `text` in it."""
        number = element_id(pair.place)
        attributes = {
            "id": f"{number}-field",
            "lang": self.language,
            "dir": direction(self.language),
            "spellcheck": "true",
            "aria-labelledby": f"{number}-label",
            "aria-describedby": f"{number}-notes",
        }
        if is_readonly:
            attributes["readonly"] = True
        if pair.kind is Kind.RICH:
            # The desk starts an editor once it is wanted: see `desk_editors.js`.
            attributes["data-controller"] = False
        return self.widget(pair).render(field_name(pair.place), text, attributes)

    def stored_form(self, pair: Pair, text: str) -> str:
        """Return `text` as the field of `pair` holds it: what a script puts there."""
        return self.widget(pair).format_value(text) or ""

    def media(self, pairs: list[Pair]) -> Media:
        """Return the scripts and styles that the fields of `pairs` need."""
        editors = {id(widget): widget for widget in map(self.widget, pairs)}
        return sum((widget.media for widget in editors.values()), Media())

    def _editor(self, pair):
        holder = pair.leaf.block if pair.leaf else pair.field
        offers = (getattr(holder, "editor", "default"), tuple(pair.features or ()))
        if offers not in self._editors:
            self._editors[offers] = get_rich_text_editor_widget(
                offers[0], features=pair.features
            )
        return self._editors[offers]


def _has_lines(pair):
    if pair.leaf:
        return isinstance(pair.leaf.block, TextBlock)
    return isinstance(pair.field, models.TextField)
