import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from partnerships.models import Funder
from tests.factories import make_funder_list_page, make_partnership_page
from tests.faq.forms import edit_url, errors_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_funder_list_page(make_partnership_page())


def row(**fields) -> dict:
    return {
        "id": "",
        "name_fr": "Fondation Ford",
        "kind": "foundation",
        "country": "US",
        "evidence": "grant_evidenced",
        "website": "",
        "anchor": "",
        **fields,
    }


def post(admin_client, page, *rows):
    form = {
        "title_fr": page.title,
        "slug_fr": page.slug,
        "funders": inline_formset(list(rows)),
        "action-publish": "publish",
        **{f"intro_{language}": rich_text("") for language in ["fr", "en", "es"]},
    }
    return admin_client.post(edit_url(page), nested_form_data(form))


def test_an_editor_adds_funders_and_each_gets_an_anchor(admin_client, page):
    post(admin_client, page, row(), row(name_fr="Asdi", country="SE"))

    assert list(Funder.objects.order_by("pk").values_list("anchor", "country")) == [
        ("fondation-ford", "US"),
        ("asdi", "SE"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "company"),
        ("kind", ""),
        ("country", "XX"),
        ("country", "us"),
        ("evidence", "certain"),
        ("website", "javascript:alert(1)"),
        ("anchor", "kind-foundation"),
        ("anchor", "deux mots"),
    ],
)
def test_a_wrong_value_is_refused_in_its_field(admin_client, page, name, value):
    response = post(admin_client, page, row(**{name: value}))

    (errors,) = errors_of_rows(response, "funders")
    assert list(errors) == [name]
    assert not Funder.objects.exists()


def test_countries_are_offered_by_name_in_the_language_of_the_admin(admin_client, page):
    text = admin_client.get(edit_url(page)).text

    assert text.index("Ecuador") < text.index("Egypt") < text.index("Fiji")
