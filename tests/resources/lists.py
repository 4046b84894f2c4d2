"""Reads lists of documents as a visitor gets them, and makes what stands in them."""

from tests.factories import make_resource_page


def listing(client, query="", language="fr"):
    return client.get(address(query, language)).context["listing"]


def address(query="", language="fr"):
    return f"/{language}/{'ressources' if language == 'fr' else 'resources'}/{query}"


def titles(found):
    return [str(entry.title) for entry in found.entries]


def counts(found, name):
    facet = next(facet for facet in found.facets if facet.name == name)
    return {tick.value: tick.count for tick in facet.ticks}


def make(title, index_page, **fields):
    return make_resource_page(
        index_page, title_fr=title, title_en=None, original_title=title, **fields
    )
