import json

import pytest
from bs4 import BeautifulSoup

from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db


def root() -> str:
    return home_page().get_full_url().removesuffix("/fr/")


def described(client, url) -> list[dict]:
    soup = BeautifulSoup(client.get(url).text, "html.parser")
    return [json.loads(tag.string) for tag in soup.find_all("script")]


def test_search_engines_learn_the_way_from_the_home_page(client):
    section = make_content_page(title_fr="À propos", title_en="About")
    page = make_content_page(section, title_fr="L’équipe </script>", slug_fr="equipe")

    (way,) = described(client, page.get_url())
    home, above, last = way["itemListElement"]

    assert way["@type"] == "BreadcrumbList"
    assert [step["position"] for step in (home, above, last)] == [1, 2, 3]
    assert home["item"] == root() + "/fr/"
    assert above["name"] == "À propos"
    assert above["item"] == root() + "/fr/a-propos/"
    assert last["name"] == "L’équipe </script>"
    assert "item" not in last


def test_search_engines_learn_on_the_home_page_who_it_is(client):
    (organization,) = described(client, "/fr/")

    assert organization["@type"] == "Organization"


def test_the_way_is_told_where_the_text_is_alone(client):
    make_content_page(title_fr="Gouvernance", slug_fr="gouvernance")

    assert described(client, "/fr/gouvernance/")
    assert described(client, "/en/gouvernance/") == []
