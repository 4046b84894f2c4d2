import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data

from core.languages import content_languages
from core.models import User
from core.slugs import reserved_slugs, slug_from_title
from home.models import ContentPage
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db


def add(parent=None, **fields):
    fields.setdefault("title_fr", "Gouvernance")
    return (parent or home_page()).add_child(instance=ContentPage(**fields))


def test_each_title_of_a_new_page_gets_a_slug_of_its_own():
    page = add(title_fr="L’équipe", title_en="Our team")

    assert (page.slug_fr, page.slug_en, page.slug_es) == ("l-equipe", "our-team", None)


@pytest.mark.parametrize("admin_language", content_languages())
def test_a_title_translated_later_gets_its_slug_when_it_first_appears(admin_language):
    page = make_content_page(title_fr="Équipe")

    with translation.override(admin_language):
        page.title_en = "Team"
        page.save_revision().publish()

    assert ContentPage.objects.get().slug_en == "team"


def test_a_slug_made_from_a_title_stays_when_the_title_changes():
    page = make_content_page(title_fr="Équipe", title_en="Team")

    page.title_fr, page.title_en = "Les équipes", "Our people"
    page.save_revision().publish()

    page = ContentPage.objects.get()
    assert (page.slug_fr, page.slug_en) == ("equipe", "team")


def test_a_slug_that_an_editor_empties_stays_empty():
    page = make_content_page(title_fr="Équipe", title_en="Team")

    page.slug_en = ""
    page.save_revision().publish()

    assert ContentPage.objects.get().url_path_en == "/accueil/equipe/"


def test_a_draft_shows_the_slug_it_will_be_published_under():
    page = make_content_page(title_fr="Équipe")

    page.title_en = "Team"
    revision = page.save_revision()

    assert revision.as_object().slug_en == "team"
    assert ContentPage.objects.get().slug_en is None


def test_pages_of_one_title_get_slugs_with_numbers_in_each_language():
    add(title_fr="Contact", title_en="Contact us")
    page = add(title_fr="Contact", title_en="Contact us")

    assert (page.slug_fr, page.slug_en) == ("contact-2", "contact-us-2")


def test_a_page_does_not_fall_back_to_a_slug_that_a_sibling_has_in_that_language():
    add(title_fr="Les gens", slug_en="equipe")
    page = add(title_fr="Équipe")

    assert (page.slug_fr, page.slug_en) == ("equipe", "equipe-2")


def test_two_children_of_a_section_may_share_a_slug_in_different_languages():
    add(title_fr="Presse", slug_fr="presse", slug_en="news")
    page = add(
        title_fr="Nouvelles", slug_fr="news", slug_en="stories", slug_es="news-es"
    )

    assert page.slug_fr == "news"


@pytest.mark.parametrize("language", content_languages())
def test_a_slug_taken_in_a_language_is_refused_on_the_field_of_that_language(language):
    add(
        title_fr="Équipe",
        **{f"slug_{code}": f"equipe-{code}" for code in content_languages()},
    )

    with pytest.raises(ValidationError) as refusal:
        add(title_fr="Autre", **{f"slug_{language}": f"equipe-{language}"})

    assert f"slug_{language}" in refusal.value.message_dict


def test_a_default_slug_is_refused_where_another_language_would_fall_back_to_it():
    add(title_fr="Équipe", slug_en="people")
    page = add(title_fr="Autre", slug_fr="autre", slug_es="otra")

    page.slug_fr = "people"
    with pytest.raises(ValidationError) as refusal:
        page.save()

    [message] = refusal.value.message_dict["slug_en"]
    assert "people" in message and "English" in message


def test_capitals_in_a_slug_become_small_letters():
    assert add(slug_fr="Equipe").slug_fr == "equipe"


@pytest.mark.parametrize(
    "slug", [*content_languages(), "admin", "documents", "static", "media", "_util"]
)
def test_a_page_below_home_does_not_take_an_address_of_the_site(slug):
    assert slug in reserved_slugs("en")
    with pytest.raises(ValidationError) as refusal:
        add(slug_fr="libre", slug_en=slug)

    assert slug in refusal.value.message_dict["slug_en"][0]


def test_a_page_below_home_does_not_take_the_address_of_the_search_in_its_language():
    with pytest.raises(ValidationError) as refusal:
        add(slug_fr="recherche", slug_en="research")
    page = add(slug_fr="search", slug_en="recherche")

    assert list(refusal.value.message_dict) == ["slug_fr"]
    assert page.pk


def test_deeper_pages_may_have_the_name_of_an_address_of_the_site():
    assert add(make_content_page(), slug_fr="documents").slug_fr == "documents"


def test_an_address_that_would_be_too_long_is_refused():
    with pytest.raises(ValidationError) as refusal:
        add(slug_fr="x" * 250)

    assert "slug_fr" in refusal.value.message_dict


def test_a_slug_that_makes_an_address_below_too_long_is_refused(english_interface):
    section = add(title_en="Governance", slug_en="governance")
    add(add(section, slug_en="x" * 90), slug_en="y" * 90)
    section.refresh_from_db()
    section.slug_en = "z" * 60

    with pytest.raises(ValidationError) as refusal:
        section.full_clean()

    assert list(refusal.value.message_dict) == ["slug_en"]
    assert "(English); the limit is 240" in str(refusal.value)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’économie informelle", "l-economie-informelle"),
        ("Qu'est-ce que c'est ?", "qu-est-ce-que-c-est"),
        ("Travailleuse·eur·s", "travailleuse-eur-s"),
        ("العربية", ""),
        ("Mot " * 60, "-".join(["mot"] * 20)),
    ],
)
def test_a_slug_from_a_title_is_short_and_plain(title, slug):
    assert slug_from_title(title) == slug


@pytest.fixture
def editor(client):
    user = User.objects.create_superuser("edith@example.org", "secret")
    client.force_login(user)
    return client


TEXTS = (
    "title",
    "headline",
    "slug",
    "seo_title",
    "search_description",
    "kicker",
    "lead",
)


def form_data(**fields):
    names = [f"{text}_{code}" for text in TEXTS for code in content_languages()]
    no_blocks = {f"body_{code}": {"count": "0"} for code in content_languages()}
    no_comments = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0"}
    return {
        **dict.fromkeys(names, ""),
        **fields,
        **nested_form_data({**no_blocks, "comments": no_comments}),
        "action-publish": "1",
    }


def create(editor, parent=None, **fields):
    parent = parent or home_page()
    url = reverse("wagtailadmin_pages:add", args=("home", "contentpage", parent.pk))
    return editor.post(url, form_data(**fields))


def test_the_form_of_a_new_page_shows_the_error_on_the_slug_of_the_language(editor):
    add(title_fr="Équipe", slug_en="people")

    response = create(
        editor, title_fr="Autre", slug_fr="autre", title_en="People", slug_en="people"
    )

    errors = response.context["form"].errors
    assert list(errors) == ["slug_en"]
    assert "people" in errors["slug_en"][0]


def test_the_form_of_a_new_page_shows_the_error_on_a_slug_that_falls_back(editor):
    add(title_fr="Équipe", slug_en="people")

    response = create(editor, title_fr="Autre", slug_fr="people")

    assert list(response.context["form"].errors) == ["slug_en"]


def test_the_form_makes_the_slug_of_each_title_when_none_is_typed(editor):
    create(editor, title_fr="Autre", slug_fr="autre", title_en="Other")

    assert ContentPage.objects.get().slug_en == "other"


def test_an_error_on_a_slug_that_the_form_does_not_show_stands_above_the_form():
    page = add(title_fr="Équipe", slug_fr="equipe")
    add(title_fr="Autre", slug_fr="autre", slug_en="team")
    page.slug_en = "team"

    with pytest.raises(ValidationError) as refusal:
        page.full_clean(exclude={"slug_en"})

    assert list(refusal.value.message_dict) == ["__all__"]
