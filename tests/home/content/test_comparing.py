import pytest

from core.models import SiteSettings
from faq.models import FaqPage
from home.models import ContentPage, HomePage
from partnerships.models import FunderListPage
from tests.home.content.content_files import SMALL_SITE, load

pytestmark = pytest.mark.django_db


def about() -> ContentPage:
    return ContentPage.objects.get(content_key="about")


def questions() -> list:
    return list(FaqPage.objects.get().items.all())


def edit(page, **values):
    """Change a page as an editor does, and publish it."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_text_that_an_editor_changed_is_kept():
    load(SMALL_SITE)
    edit(about(), lead_fr="Notre réseau.")

    unchanged = load(SMALL_SITE)
    changed = load(SMALL_SITE.replace("Un réseau.", "Le réseau."))

    assert about().lead_fr == "Notre réseau."
    assert "Kept" not in unchanged
    assert "about: lead_fr" in changed


def test_what_the_site_adds_to_a_body_is_no_change_of_an_editor():
    load(SMALL_SITE)
    assert about().body_fr[0].value["anchor"]

    report = load(SMALL_SITE.replace("fr: Le réseau,", "fr: Notre réseau,"))

    assert about().body_fr[0].value["text"] == "Notre réseau"
    assert "Kept" not in report


def test_an_editor_s_text_stays_known_as_such_while_the_file_stays():
    load(SMALL_SITE)
    edit(about(), lead_fr="Notre réseau.")

    load(SMALL_SITE.replace("A network.", "A wide network."))
    load(SMALL_SITE.replace("Un réseau.", "Le réseau."))

    assert about().lead_fr == "Notre réseau."


def test_an_editor_s_text_is_replaced_only_when_asked():
    load(SMALL_SITE)
    edit(about(), lead_fr="Notre réseau.")

    load(SMALL_SITE, overwrite=True)

    assert about().lead_fr == "Un réseau."


def test_a_text_that_an_editor_cleared_stays_clear():
    load(SMALL_SITE)
    edit(about(), lead_en="")

    load(SMALL_SITE)

    assert about().lead_en == ""


def test_the_draft_of_an_editor_is_neither_lost_nor_published():
    load(SMALL_SITE)
    draft = about()
    draft.headline_fr = "Un brouillon"
    draft.save_revision()

    report = load(SMALL_SITE.replace("A network.", "A wide network."))

    assert about().headline_fr == "Qui nous sommes"
    assert about().lead_en == "A network."
    latest = about().get_latest_revision_as_object()
    assert latest.headline_fr == "Un brouillon"
    assert latest.lead_en == "A wide network."
    assert "not published" in report


def test_a_locked_page_is_left_alone():
    load(SMALL_SITE)
    page = about()
    page.locked = True
    page.save()

    report = load(SMALL_SITE.replace("A network.", "A wide network."))

    assert about().lead_en == "A network."
    assert "locked (1): about" in report


def test_a_deleted_question_stays_deleted():
    load(SMALL_SITE)
    page = FaqPage.objects.get()
    page.items = [row for row in page.items.all() if row.anchor != "media"]
    page.save_revision().publish()

    report = load(SMALL_SITE)

    assert [row.anchor for row in questions()] == ["internships"]
    assert "faq: items/media" in report


def test_a_deleted_page_stays_deleted_and_links_to_it_lose_only_the_link():
    load(SMALL_SITE)
    FaqPage.objects.get().delete()

    report = load(
        SMALL_SITE.replace(
            "pages:",
            "pages:\n  funders: {intro: {fr: ['Voir les [questions](page:faq).']}}",
        )
    )

    assert not FaqPage.objects.exists()
    assert "deleted on the site (1): faq" in report
    assert FunderListPage.objects.get().intro_fr == "<p>Voir les questions.</p>"


def test_a_deleted_page_comes_back_when_asked():
    load(SMALL_SITE)
    FaqPage.objects.get().delete()

    load(SMALL_SITE, overwrite=True)

    assert len(questions()) == 2


def test_a_page_that_an_editor_moved_stays_where_it_is():
    load(SMALL_SITE)
    FaqPage.objects.get().move(HomePage.objects.get(), pos="last-child")

    load(SMALL_SITE)

    assert FaqPage.objects.get().url_path == "/accueil/questions/"


def test_a_menu_that_an_editor_changed_is_kept():
    menu = "site: {main_menu: [about, faq]}\n"
    load(SMALL_SITE + menu)
    settings = SiteSettings.objects.get()
    settings.menu_items = settings.menu_items.all()[:1]
    settings.save_revision().publish()

    report = load(SMALL_SITE + menu.replace("faq]", "faq, funders]"))

    assert SiteSettings.objects.get().menu_items.count() == 1
    assert "menu/main" in report
