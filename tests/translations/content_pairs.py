"""The texts of the shipped content in pairs of languages, as units to check."""

from collections.abc import Iterator
from itertools import permutations

import yaml

from core.languages import content_languages
from home.content import links, markup
from home.management.commands.load_content import shipped_files
from translations.checks import ANY_LANGUAGE, Context, Name
from translations.terms import Glossary
from translations.units import Kind, Unit

# How the name of a field ends that holds a title or a label, not a sentence.
LABELS = ("title", "heading", "kicker", "label", "name", "question", "role", "caption")
NOT_TEXTS = {"slug"}


def content_units() -> list[Unit]:
    """Return every text of the content files in each pair of languages."""
    names = links.Names({number: key for key, number in _page_ids().items()})
    # As if the library held what the files bring.
    names.documents = dict(enumerate(_document_titles(), 1))
    return [
        _unit(place, texts, source, target, names)
        for path in shipped_files()
        for place, texts in _texts(_content(path), path.stem)
        for source, target in permutations(content_languages(), 2)
    ]


def _content(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _texts(value, place) -> Iterator[tuple[str, dict]]:
    """Yield the place and the languages of each text that the files hold."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, f"{place}.{number}")
    elif isinstance(value, dict):
        if set(content_languages()) <= set(value):
            yield place, value
            return
        for name, item in value.items():
            if name not in NOT_TEXTS:
                yield from _texts(item, f"{place}.{name}")


def _document_titles() -> list[str]:
    return [
        title
        for path in shipped_files()
        for title in _content(path).get("documents", {})
    ]


def _unit(place, texts, source, target, names) -> Unit:
    is_rich = isinstance(texts[source], list)

    def stored(language):
        if not is_rich:
            return texts[language]
        return links.to_database(markup.html_of(texts[language]), names)

    last = [part for part in place.split(".") if not part.isdigit()][-1]
    return Unit(
        key=f"{place}.{target}",
        label=place,
        kind=Kind.RICH if is_rich else Kind.PLAIN,
        source_language=source,
        target_language=target,
        source=stored(source),
        target=stored(target),
        is_label=not is_rich and last.endswith(LABELS),
    )


def _page_ids() -> dict[str, int]:
    keys = [
        page["key"]
        for path in shipped_files()
        for page in _content(path).get("tree", [])
    ]
    return {key: number for number, key in enumerate(keys, start=2)}


def content_names() -> tuple[Name, ...]:
    """Return the names of the organisation and of the funders, as the content has them."""
    names = [Name({ANY_LANGUAGE: "WIEGO"})]
    for path in shipped_files():
        for funder in _content(path).get("funders", []):
            names.append(
                Name(funder.get("name_i18n") or {ANY_LANGUAGE: funder["name"]})
            )
    return tuple(names)


def content_context(glossary: Glossary) -> Context:
    """Return what the checks may know of the content, with all its pages live."""
    live = set(_page_ids().values())
    return Context(
        content_names(), glossary, lambda page_id, _language: page_id in live
    )
