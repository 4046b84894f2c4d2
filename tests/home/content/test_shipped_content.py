import re
from io import StringIO

import pytest
import yaml
from django.core.management import call_command
from django.test import override_settings
from wagtail.documents import get_document_model

from core.languages import column, content_languages
from core.models import SitePage
from core.reading import url_in
from core.texts import is_empty
from home.management.commands.load_content import shipped_files
from organisations.models import Organisation
from press.models import PressItemPage
from resources.models import ResourcePage, Sector
from tests.home.content.journey import WORDS, answer_with, answers_on_the_way
from tests.kept import kept
from tests.site.browser import HOST, open_browser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The pages of the shipped content, which the tests only read."""
    with override_settings(SHOW_SAMPLE_DATA=True), kept(django_db_blocker):
        call_command("load_content", stdout=StringIO())
        yield list(SitePage.objects.exclude(content_key=None).specific())


def texts(language) -> list[str]:
    """Return every text of the shipped files in `language`."""
    found = []

    def collect(value):
        if isinstance(value, dict):
            for name, item in value.items():
                if name == language:
                    found.extend(strings(item))
                else:
                    collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)

    for path in shipped_files():
        collect(yaml.safe_load(path.read_text(encoding="utf-8")))
    return found


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_every_page_answers_in_every_language_with_no_link_to_nowhere(client, site):
    for page in site:
        for language in content_languages():
            path = page.url_path_in(language).partition("/accueil")[2]
            response = client.get(f"/{language}{path}")
            assert response.status_code == 200, path
            assert "<a>" not in response.content.decode()


@pytest.mark.sqlite
@pytest.mark.parametrize("language", WORDS)
def test_a_visitor_comes_from_words_to_a_citation_in_three_clicks(site, language):
    answers = answers_on_the_way(language)

    with open_browser({}) as browser, browser.window(width=360) as window:
        window.route("**/*", answer_with(answers))
        window.goto(f"{HOST}/{language}/")
        field = window.get_by_role("searchbox").first
        field.fill(WORDS[language])
        field.locator("xpath=following-sibling::button").click()
        window.locator("main h3 a, main h2 a").first.click()
        window.locator(".citations dd").first.click()

        citation = window.locator(".citations dd").first.inner_text()
        assert "Brazil" in citation and "2022" in citation
        assert window.evaluate("getSelection().toString()").strip() == citation
        assert window.url.startswith(f"{HOST}/{language}/")
        assert window.locator("a[download]").count() >= 3


def test_the_media_kit_links_each_of_its_files_in_every_language(client, site):
    room = next(page for page in site if page.content_key == "press_room")
    files = get_document_model().objects.filter(title__regex="^(WIEGO|Woven)")

    assert files.count() == 10
    for language in content_languages():
        text = client.get(url_in(room, language)).text
        assert all(file.url in text for file in files)


def test_the_members_are_loaded_with_their_regions_and_sectors(site):
    sewa = Organisation.objects.get(anchor="sewa")
    assert sewa.name_en == "Self-Employed Women’s Association"
    assert sewa.region.key == "asia_south"
    labels = Sector.objects.filter(pk__in=sewa.sectors).values_list("key", flat=True)
    assert sorted(labels) == ["home_based_workers", "street_vendors", "waste_pickers"]
    assert Organisation.objects.count() == 21


def test_every_page_has_a_heading_and_its_texts_in_every_language(site):
    for page in site:
        for name in ("title", "headline", "kicker", "lead", "intro", "body"):
            values = [
                getattr(page, column(name, code), "") for code in content_languages()
            ]
            assert len({is_empty(value) for value in values}) == 1, (page, name)
        # Documents and releases are called by their titles, and described by their summaries.
        if isinstance(page, ResourcePage | PressItemPage):
            assert page.abstract if isinstance(page, ResourcePage) else page.summary
            continue
        assert page.headline
        assert page.search_description


def test_descriptions_for_search_engines_are_short_enough_to_be_shown_whole(site):
    long = {
        (page.content_key, language): len(
            getattr(page, column("search_description", language)) or ""
        )
        for page in site
        for language in content_languages()
    }

    assert {key: size for key, size in long.items() if size > 170} == {}


def test_no_text_has_a_straight_apostrophe_or_quotation_mark():
    for language in content_languages():
        plain = [re.sub(r"\]\([^)]*\)", "]", text) for text in texts(language)]
        assert [text for text in plain if "'" in text or '"' in text] == []


def test_spanish_questions_and_exclamations_open_with_their_sign():
    for text in texts("es"):
        assert text.count("?") == text.count("¿"), text
        assert text.count("!") == text.count("¡"), text


def test_french_titles_spell_both_forms_instead_of_a_middle_dot(site):
    for page in site:
        assert "·" not in page.title
        assert "·" not in (page.headline or "")
