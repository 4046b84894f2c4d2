"""A word that stands only where nobody may read it appears at no public address."""

import pytest
from django.core.management import call_command
from wagtail.models import Site

from core.languages import column, columns, content_languages
from core.models import SitePage
from home.models import ContentPage
from search.engine import suggest
from tests.factories import faq_item, home_page, make_content_page, make_faq_page
from tests.search.test_views import ADDRESSES

pytestmark = pytest.mark.django_db

# No word of any language, nor near to one.
CANARY = "zqxkanaryx"


def texts(word=CANARY):
    """Return texts that hold the word in every language, and titles that do."""
    return {
        **dict.fromkeys(columns("title"), f"Titre {word}"),
        **dict.fromkeys(columns("lead"), f"Texte {word}"),
    }


def draft():
    page = make_content_page(title_fr="Ouvert", slug_fr="ouvert")
    page.lead_fr, page.title_en = f"{CANARY} ouvert", f"{CANARY} open"
    page.save_revision()
    return page


def never_published():
    page = ContentPage(**texts(), slug_fr="jamais", live=False)
    return home_page().add_child(instance=page)


def unpublished():
    page = make_content_page(**texts())
    page.unpublish()
    return page


def private():
    page = make_content_page(**texts(), slug_fr="reserve")
    page.view_restrictions.create(restriction_type="password", password="s3same")
    return page


def below_private():
    page = private()
    return make_faq_page(page, items=[faq_item(question_fr=f"Où est {CANARY} ?")])


def with_a_language_taken_back():
    page = make_content_page(title_fr="Ouvert", slug_fr="ouvert", lead_fr="Texte")
    page.title_en, page.lead_en = f"Open {CANARY}", f"Text {CANARY}"
    page.save_revision().publish()
    page.title_en = page.lead_en = page.slug_en = ""
    page.save_revision().publish()
    return page


def deleted():
    page = make_content_page(**texts())
    page.delete()
    return page


STATES = [
    draft,
    never_published,
    unpublished,
    private,
    below_private,
    with_a_language_taken_back,
    deleted,
]


def public_addresses():
    """Return every public address that shows what pages say, or leads to them."""
    languages = content_languages()
    yield from ("/sitemap.xml", *(f"/sitemap-{code}-1.xml" for code in languages))
    for code in languages:
        yield from (f"/{code}/", f"/{code}/nulle-part/")
        for query in ("ouvert", "titre", "texte", CANARY[:6], "zqxkanary"):
            yield f"{ADDRESSES[code]}?q={query}"
            yield f"{ADDRESSES[code]}suggestions/?q={query}"
    root = Site.objects.get().root_page.specific.url_path
    for page in SitePage.objects.live().public().filter(depth__gt=1):
        for code in languages:
            path = getattr(page, column("url_path", code)).removeprefix(root)
            yield f"/{code}/{path}"


def words_of(response):
    content = (
        b"".join(response.streaming_content) if response.streaming else response.content
    )
    # What was asked is said back.
    return content.decode().lower()


@pytest.mark.parametrize("is_rebuilt", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_what_nobody_may_read_is_nowhere(
    client, state, is_rebuilt, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        state()
    if is_rebuilt:
        call_command("rebuild_search", verbosity=0)

    told = [path for path in public_addresses() if CANARY in words_of(client.get(path))]

    assert told == []
    assert [suggest(CANARY[:6], code) for code in content_languages()] == [[], [], []]


def test_the_canary_sings_where_everybody_may_read_it(
    client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make_content_page(**texts())

    told = [path for path in public_addresses() if CANARY in words_of(client.get(path))]

    for path in (
        "/en/search/?q=zqxkanary",
        "/es/buscar/suggestions/?q=zqxkan",
        "/fr/recherche/?q=titre",
    ):
        assert path in told, path
    assert any(path.startswith("/fr/titre-") for path in told)
    assert "/sitemap-en-1.xml" in told
