import pytest
from django.utils import translation
from wagtail.models import Revision

from core.models import SitePage, SiteSettings
from faq.models import FaqPage
from home.models import ContentPage, HomePage, LoadedContent
from partnerships.models import FunderListPage, PartnershipPage
from tests.home.content.content_files import SAMPLE, SMALL_SITE, load

pytestmark = pytest.mark.django_db


def about() -> ContentPage:
    return ContentPage.objects.get(content_key="about")


def questions() -> list:
    return list(FaqPage.objects.get().items.all())


def test_the_sample_builds_the_whole_tree():
    load(SAMPLE)

    faq = SitePage.objects.get(content_key="faq")
    assert faq.url_path_en == "/accueil/partner-with-us/faq/"
    assert SitePage.objects.filter(live=True).exclude(content_key=None).count() == 15
    partnership = PartnershipPage.objects.get()
    assert partnership.title_en == "Partner with us"
    assert partnership.headline_en == "How we choose our partnerships"
    assert partnership.faq_page.content_key == "faq"
    assert len(questions()) == 10
    assert FunderListPage.objects.get().funders.count() == 29


def test_what_is_not_loaded_yet_is_said():
    report = load(SAMPLE)

    assert "taxonomies (" in report


def test_releases_of_the_first_files_are_counted_and_not_loaded():
    assert "press (1)" in load("press: [{id: one, title: {fr: Un}}]")


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_texts_go_to_their_language_whatever_language_is_active(language):
    with translation.override(language):
        load(SMALL_SITE)

    assert (about().title, about().title_fr) == ("À propos", "À propos")
    assert (about().title_en, about().title_es) == ("About", None)


def test_loading_again_changes_nothing_and_makes_no_revision():
    load(SMALL_SITE)
    before = list(Revision.objects.values_list("pk", flat=True))
    records = list(LoadedContent.objects.order_by("key").values("key", "digests"))

    report = load(SMALL_SITE)

    assert list(Revision.objects.values_list("pk", flat=True)) == before
    assert "Created" not in report
    assert "Changed" not in report
    assert records == list(
        LoadedContent.objects.order_by("key").values("key", "digests")
    )


def test_every_loaded_page_has_one_revision_and_is_published():
    load(SMALL_SITE)

    for page in SitePage.objects.exclude(content_key=None):
        assert page.revisions.count() == 1
        assert page.live
        assert not page.has_unpublished_changes


def test_the_tree_is_sound_after_a_load():
    load(SMALL_SITE)

    assert SitePage.find_problems() == ([], [], [], [], [])


def test_rows_of_a_revision_are_the_rows_of_the_page():
    load(SMALL_SITE)

    page = FaqPage.objects.get()
    latest = page.get_latest_revision_as_object()
    assert [row.pk for row in latest.items.all()] == [row.pk for row in questions()]


def test_a_change_in_the_file_is_published_in_one_revision():
    load(SMALL_SITE)

    load(SMALL_SITE.replace("A network.", "A wide network."))

    assert about().lead_en == "A wide network."
    assert about().revisions.count() == 2


def test_a_file_of_some_pages_and_one_language_leaves_the_rest():
    load(SMALL_SITE)

    load(
        """
        pages:
          about: {lead: {fr: Un grand réseau.}}
        faq:
        - {id: internships, question: {fr: 'Proposez-vous des stages ?'}}
        """
    )

    assert (about().lead_fr, about().lead_en) == ("Un grand réseau.", "A network.")
    assert about().headline_en == "Who we are"
    first, second = questions()
    assert first.question_fr == "Proposez-vous des stages ?"
    assert first.question_en == "Internships?"
    assert second.anchor == "media"


def test_an_empty_text_clears_its_language_alone():
    load(SMALL_SITE)

    load("pages: {about: {lead: {en: ''}}}")

    assert (about().lead_fr, about().lead_en) == ("Un réseau.", "")


def test_a_page_moves_with_its_place_in_the_file():
    load(SMALL_SITE)

    load(SMALL_SITE.replace("{key: faq, parent: about", "{key: faq, parent: home"))

    assert FaqPage.objects.get().url_path == "/accueil/questions/"


def test_a_page_made_by_staff_at_the_same_address_gets_the_key():
    page = ContentPage(title_fr="À propos", slug_fr="a-propos", lead_fr="À nous.")
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()

    load(SMALL_SITE)

    assert about().pk == page.pk
    assert about().lead_fr == "À nous."
    assert about().lead_en == "A network."


def test_questions_take_the_order_of_a_file_that_names_them_all():
    load(SMALL_SITE)

    load("faq: [{id: media}, {id: internships}]")
    load("faq: [{id: internships}]")

    assert [row.anchor for row in questions()] == ["media", "internships"]


def test_a_page_can_be_loaded_as_a_draft():
    load(SMALL_SITE.replace("type: FaqPage", "type: FaqPage, published: false"))

    assert not FaqPage.objects.get().live


def test_a_name_without_translation_is_the_same_in_every_language():
    load(SMALL_SITE)

    funder = FunderListPage.objects.get().funders.get()
    assert (funder.name_fr, funder.name_en, funder.name_es) == 3 * ("Ford Foundation",)


def test_a_type_that_does_not_exist_yet_loads_as_a_content_page():
    team = SMALL_SITE.replace("type: ContentPage", "type: TeamPage")

    load(team)
    load(SMALL_SITE)
    load(team)

    assert about().title == "À propos"


def test_menus_and_settings_are_loaded_and_published():
    load(
        SMALL_SITE
        + """
site:
  strapline: {fr: Ensemble, en: Together}
  main_menu: [about, {page: faq, label: {fr: Vos questions}}]
  social_links: [{name: Mastodon, url: https://example.org/@wiego}]
"""
    )

    settings = SiteSettings.objects.get()
    assert settings.strapline_en == "Together"
    labels = [item.label_fr or "" for item in settings.menu_items.all()]
    assert labels == ["", "Vos questions"]
    assert settings.social_links.get().name == "Mastodon"
    assert not settings.has_unpublished_changes
