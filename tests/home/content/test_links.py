import pytest
from django.utils import translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from core.models import SitePage
from home.models import ContentPage
from tests.home.content.content_files import SMALL_SITE, load

pytestmark = pytest.mark.django_db

LINKS = (
    SMALL_SITE
    + """
redirects:
- {from: /old-about, to: about, language: en}
- {from: /fr/vieux, to: about, language: fr}
- {from: /elsewhere, url: https://example.org/x}
"""
)


def answer(line) -> str:
    """Return an answer loaded from `line` of markup, as it is stored."""
    load(
        SMALL_SITE.replace("[Pas pour le moment.]", f"['{line}']"),
        overwrite=True,
    )
    page = SitePage.objects.get(content_key="faq").specific
    return page.items.get(anchor="internships").answer_fr


def test_a_link_to_a_page_made_later_in_the_file_is_internal():
    load(SMALL_SITE)

    faq = SitePage.objects.get(content_key="faq")
    body = ContentPage.objects.get(content_key="about").body_fr
    assert f'<a linktype="page" id="{faq.pk}">' in body[1].value.source


def test_a_link_to_a_list_follows_its_page_in_every_language():
    html = answer("[gouvernements](list:government)")
    funders = SitePage.objects.get(content_key="funders")

    with translation.override("fr"):
        assert f'href="{funders.get_url()}?kind=government"' in expand_db_html(html)
        assert expand_db_html(html).startswith('<p><a href="/fr/a-propos/bailleurs/?')
    with translation.override("en"):
        assert 'href="/en/about/bailleurs/?kind=government"' in expand_db_html(html)


def test_a_link_to_a_list_survives_the_editor():
    html = answer("[gouvernements](list:government)")

    converter = ContentstateConverter(["link", "bold"])
    edited = converter.to_database_format(converter.from_database_format(html))

    assert 'query="kind=government"' in edited
    assert 'linktype="page"' in edited


def test_a_link_elsewhere_is_kept_as_it_is():
    html = answer("[ailleurs](https://example.org/a?b=1&c=2)")

    assert html == '<p><a href="https://example.org/a?b=1&amp;c=2">ailleurs</a></p>'


def test_html_that_the_editor_would_not_keep_is_left_out():
    html = answer('<script>x</script><b onclick="x">Oui</b> <h2>titre</h2>')

    assert html == "<p><b>Oui</b> titre</p>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/old-about", "/en/about/"),
        ("/old-about/", "/en/about/"),
        ("/fr/vieux", "/fr/a-propos/"),
        ("/elsewhere", "https://example.org/x"),
    ],
)
def test_old_addresses_lead_on_for_good_in_the_right_language(client, old, new):
    load(LINKS)

    response = client.get(old, HTTP_ACCEPT_LANGUAGE="es")

    assert response.status_code == 301
    assert response.headers["Location"] == new


def test_redirects_are_made_once_and_an_editor_s_is_kept():
    from wagtail.contrib.redirects.models import Redirect

    load(LINKS)
    Redirect.objects.filter(old_path="/elsewhere").update(
        redirect_link="https://example.org/editor"
    )

    report = load(LINKS)

    assert Redirect.objects.count() == 3
    assert "/elsewhere" in report
    stored = Redirect.objects.get(old_path="/elsewhere")
    assert stored.redirect_link == "https://example.org/editor"
