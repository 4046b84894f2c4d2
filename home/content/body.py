"""The body of a page: its blocks as a content file writes them, side by side or one language at a time."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.languages import column, content_languages
from core.models import SitePage
from home.content.block_reading import Reader
from home.content.block_storage import Teller, Writer
from home.content.kinds import Assignment, Kind
from home.content.links import Names
from home.content.source import Located


class Body(Kind):
    """The blocks of a page, in each language."""

    translated = True

    def read(self, given, model, known):
        faults_before = len(known.faults)
        found = []
        for language, blocks_given in _by_language(given, known):
            name = column(self.field_name, language)
            stream = model._meta.get_field(name).stream_block
            told = Reader(known).stream(stream, blocks_given)
            if len(known.faults) == faults_before:
                _validate(stream, told, blocks_given, known)
            found.append(Assignment(self, name, told, blocks_given.place))
        return found

    def write(self, instance, column_name, told, names):
        stream = instance._meta.get_field(column_name).stream_block
        raw = Writer(names).stream(stream, told)
        setattr(instance, column_name, stream.to_python(raw))

    def tell(self, instance, column_name, names):
        value = getattr(instance, column_name)
        return Teller(names).stream(value.stream_block, value.get_prep_value())

    def columns(self):
        return [column(self.field_name, language) for language in content_languages()]


def _by_language(given, known):
    """Return the blocks of each language, of a body written in either way."""
    if given.is_map:
        wrong = [name for name in given.value if name not in content_languages()]
        for name in wrong:
            message = _("“%(name)s” is no language of this site: %(languages)s.")
            languages = ", ".join(content_languages())
            known.faults.add(
                given.get(name).place, message % {"name": name, "languages": languages}
            )
        return [(name, item) for name, item in given.items() if name not in wrong]
    if not given.is_list:
        known.faults.add(given.place, _("Write a list of blocks."))
        return []
    languages = [code for code in content_languages() if code in _languages_of(given)]
    return [
        (language, _in_language(given, language, known))
        for language in languages or content_languages()[:1]
    ]


def _is_text(given):
    """Tell whether `given` is one text in several languages."""
    return given.is_map and any(code in given.value for code in content_languages())


def _languages_of(given):
    if _is_text(given):
        return set(given.value)
    inside = given.value if given.is_list else dict(given.items()).values()
    return set().union(*map(_languages_of, inside)) if inside else set()


def _in_language(given, language, known):
    """Return `given` with every text that stands in several languages reduced to one."""
    if _is_text(given):
        return _text_in(given, language, known)
    if given.is_map:
        value = {n: _in_language(i, language, known) for n, i in given.items()}
        return Located(value, given.place)
    if given.is_list:
        value = [_in_language(item, language, known) for item in given.value]
        return Located(value, given.place)
    return given


def _text_in(given, language, known):
    for name, item in given.items():
        if name not in content_languages():
            message = _("“%s” is no language of this site.")
            known.faults.add(item.place, message % name)
    if given.get(language) is None:
        message = _("The text is missing in “%s”, in which other blocks are written.")
        known.faults.add(given.place, message % language)
        return Located("", given.place)
    return given.get(language)


def _validate(stream, told, given, known):
    """Note what the editor's own checks say about the blocks."""
    raw = Writer(_any_page(known)).stream(stream, told)
    try:
        stream.clean(stream.to_python(raw))
    except ValidationError as error:
        for position, problem in getattr(error, "block_errors", {}).items():
            for message in _messages(problem):
                known.faults.add(given.value[position].place, message)
        for message in getattr(error, "non_block_errors", []):
            known.faults.add(given.place, message)


def _any_page(known):
    """Return names by which every page that will exist is some page that does."""
    names = Names({})
    some_page = SitePage.objects.order_by("depth").values_list("pk", flat=True)[:1]
    for pk in some_page:
        names.ids.update(dict.fromkeys(known.page_keys, pk))
    return names


def _messages(problem, name=""):
    """Return every message of a nested block error, with the field it is about."""
    inner = getattr(problem, "block_errors", None) or getattr(
        problem, "cell_errors", None
    )
    if inner:
        pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
        for key, error in pairs:
            if error is not None:
                yield from _messages(error, key)
    elif isinstance(problem, dict):
        for error in problem.values():
            yield from _messages(error, name)
    else:
        messages = getattr(problem, "messages", [str(problem)])
        yield from (f"{name}: {message}" if name else message for message in messages)
