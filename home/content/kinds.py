"""The kinds of values a content file gives: how each is checked, written to a field, and told again.

What a file gives and what the site holds are compared in one form, the one in which a
file would tell it; so a text that an editor's browser stored in its own way is no change.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.languages import column, content_languages
from home.content.known import Known, library_title, not_a_text, shortened
from home.content.rich_texts import rich_text, stored_rich_text, told_rich_text
from home.content.source import Located


@dataclass
class Assignment:
    """One column and the value that a file gives it, None where that is a fault."""

    kind: "Kind"
    column: str
    told: object
    place: object


class Kind:
    """A value that is the same in every language."""

    translated = False

    def __init__(self, field_name: str):
        self.field_name = field_name

    def read(self, given: Located, model, known: Known) -> list[Assignment]:
        """Return what `given` says about `model`, noting its faults."""
        told = self.checked(given, model, self.field_name, known)
        return [Assignment(self, self.field_name, told, given.place)]

    def assignment(self, told, place) -> Assignment:
        """Return the assignment of a value that no file gave."""
        return Assignment(self, self.field_name, told, place)

    def checked(self, given, model, column_name, known):
        """Return the value in the form a file tells it, or None after noting a fault."""
        return _cleaned(given, model, column_name, self.to_field(given.value), known)

    def to_field(self, told):
        return told

    def write(self, instance, column_name, told, names):
        setattr(instance, column_name, self.to_field(told))

    def tell(self, instance, column_name, names):
        """Return what `instance` holds, in the form a file tells it."""
        value = getattr(instance, column_name)
        return "" if value is None else value

    def columns(self):
        return [self.field_name]


class Shared(Kind):
    """A short text, a choice or an address that is the same in every language."""

    def checked(self, given, model, column_name, known):
        if not isinstance(given.value, str):
            return not_a_text(given, known)
        return super().checked(given, model, column_name, known)


class Flag(Kind):
    """Yes or no."""

    def checked(self, given, model, column_name, known):
        if isinstance(given.value, bool):
            return given.value
        known.faults.add(given.place, _("Write true or false."))
        return None


class Day(Kind):
    """A date, written 2026-01-15."""

    def checked(self, given, model, column_name, known):
        source = model._meta.get_field(column_name)
        try:
            return source.to_python(given.value).isoformat()[:10]
        except (ValidationError, AttributeError, TypeError):
            message = _("“%s” is no date. Write it like 2026-01-15.")
            known.faults.add(given.place, message % given.value)
            return None

    def write(self, instance, column_name, told, names):
        source = instance._meta.get_field(column_name)
        setattr(instance, column_name, source.to_python(told))

    def tell(self, instance, column_name, names):
        value = getattr(instance, column_name)
        return value.isoformat() if value else ""


class Choices(Kind):
    """One or several of a field's choices."""

    def checked(self, given, model, column_name, known):
        told = [item.value for item in given.value] if given.is_list else [given.value]
        if not all(isinstance(item, str) for item in told):
            return not_a_text(given, known)
        return _cleaned(given, model, column_name, told, known)

    def tell(self, instance, column_name, names):
        return list(getattr(instance, column_name) or [])


class PageLink(Kind):
    """A page, named by its key."""

    def checked(self, given, model, column_name, known):
        if isinstance(given.value, str) and given.value in known.page_keys:
            return given.value
        message = _("No page has the key “%s”.")
        known.faults.add(given.place, message % shortened(given.plain()))
        return None

    def write(self, instance, column_name, told, names):
        setattr(instance, f"{column_name}_id", names.ids.get(told))

    def tell(self, instance, column_name, names):
        return names.keys.get(getattr(instance, f"{column_name}_id"), "")


class LibraryFile(Kind):
    """An image or a document, named by its title in the library."""

    def checked(self, given, model, column_name, known):
        library = model._meta.get_field(column_name).related_model
        return library_title(given, library, known)

    def write(self, instance, column_name, told, names):
        library = instance._meta.get_field(column_name).related_model
        setattr(instance, column_name, library.objects.get(title=told))

    def tell(self, instance, column_name, names):
        chosen = getattr(instance, column_name)
        return chosen.title if chosen else ""


class Plain(Kind):
    """A text without markup, in each language."""

    translated = True

    def __init__(self, field_name, shared_name=False):
        super().__init__(field_name)
        self.shared_name = shared_name

    def read(self, given, model, known):
        found = []
        for language, item in by_language(given, known, self.shared_name):
            name = column(self.field_name, language)
            told = self.checked(item, model, name, known)
            found.append(Assignment(self, name, told, item.place))
        return found

    def checked(self, given, model, column_name, known):
        if not isinstance(given.value, str):
            return not_a_text(given, known)
        # Where a text must not be empty is checked with the others of its page.
        told = given.value.strip()
        return told and _cleaned(given, model, column_name, told, known)

    def columns(self):
        return [column(self.field_name, language) for language in content_languages()]


class Rich(Plain):
    """A text of paragraphs with links and emphasis, in each language."""

    def checked(self, given, model, column_name, known):
        return rich_text(given, known)

    def write(self, instance, column_name, told, names):
        setattr(instance, column_name, stored_rich_text(told, names))

    def tell(self, instance, column_name, names):
        return told_rich_text(getattr(instance, column_name) or "", names)


def by_language(given: Located, known: Known, shared=False):
    """Return the languages and values of a text, noting what is no language of the site."""
    if shared and isinstance(given.value, str):
        return [(language, given) for language in content_languages()]
    languages = ", ".join(content_languages())
    if not given.is_map:
        message = _("Give the text by language, such as “%s: …”.")
        known.faults.add(given.place, message % content_languages()[0])
        return []
    found = []
    for language, item in given.items():
        if language in content_languages():
            found.append((language, item))
            continue
        message = _("“%(name)s” is no language of this site: %(languages)s.")
        known.faults.add(
            item.place, message % {"name": language, "languages": languages}
        )
    return found


def _cleaned(given, model, column_name, value, known):
    source = model._meta.get_field(column_name)
    try:
        source.clean(value, None)
    except ValidationError as error:
        for message in error.messages:
            known.faults.add(given.place, f"“{shortened(value)}”: {message}")
        return None
    return value
