"""Asks for the directory as a visitor does."""

from django.utils import translation


def address(page, language="fr"):
    with translation.override(language):
        return page.get_url()


def get(client, page, query="", language="fr"):
    return client.get(address(page, language) + query)
