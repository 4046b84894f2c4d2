"""What a translator of Spanish writes in the site settings and the menus, and what they cannot."""

import pytest
from django.urls import reverse

from core.languages import content_languages
from core.models import MenuItem, SiteSettings
from core.models.site_settings import SocialLink
from tests.admin.forms import open_form, rich_text
from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db

FORGED = {
    "name": "FORGED",
    "name_fr": "FORGED",
    "strapline_en": "FORGED",
    "contact_line_fr": "FORGED",
    "footer_text_en": rich_text("FORGED"),
    "go_live_at": "2030-01-01 10:00",
    "expire_at": "2031-01-01 10:00",
    "menu_items-0-label_fr": "FORGED",
    "menu_items-0-place": "footer",
    "menu_items-0-ORDER": "9",
    "menu_items-1-DELETE": "on",
    "social_links-0-name": "FORGED",
    "social_links-0-url": "https://forged.example/",
    "social_links-0-DELETE": "on",
}


@pytest.fixture
def stored():
    settings = SiteSettings.objects.get()
    settings.name_fr, settings.strapline_fr = "WIEGO", "Ensemble"
    settings.strapline_en, settings.footer_text_fr = "Together", "<p>Pied</p>"
    pages = [home_page(), make_content_page()]
    settings.menu_items.set(
        [
            MenuItem(page=page, label_fr=f"Lien {order}", sort_order=order)
            for order, page in enumerate(pages)
        ]
    )
    settings.social_links.set([SocialLink(name="Masto", url="https://m.example/")])
    settings.save()
    settings.save_revision().publish()
    return settings


@pytest.fixture
def browser():
    return signed_in(make_translator("es"))


def url(view, *more):
    settings = SiteSettings.objects.get()
    return reverse(
        f"wagtailsnippets_core_sitesettings:{view}", args=[settings.pk, *more]
    )


def draft():
    return SiteSettings.objects.get().get_latest_revision_as_object()


def everything_but_spanish():
    settings = draft()
    left_out = {"latest_revision", "changed_at", "has_unpublished_changes"}
    left_out |= {"last_published_at", "sort_order"}
    rows = [settings, *settings.menu_items.all(), *settings.social_links.all()]
    return [
        (field.name, str(field.value_from_object(row)))
        for row in rows
        for field in row._meta.concrete_fields
        if not field.name.endswith("_es") and field.name not in left_out
    ]


def test_a_translator_is_led_to_the_settings_by_the_menu_of_the_admin(stored, browser):
    listing = reverse("wagtailsnippets_core_sitesettings:list")

    assert listing in browser.get("/admin/").content.decode()
    assert browser.get(listing).url == url("edit")


def test_a_person_who_writes_no_language_is_not(stored):
    staff = make_staff()
    staff.groups.get().permissions.remove(
        *staff.groups.get().permissions.exclude(codename="access_admin")
    )
    nobody = signed_in(make_user(*staff.groups.values_list("name", flat=True)))

    assert nobody.get(url("edit")).url == "/admin/"


@pytest.mark.parametrize("language", content_languages())
def test_the_form_offers_one_language_and_shows_the_others(stored, language):
    form = open_form(signed_in(make_translator(language)), url("edit"))

    endings = tuple(f"_{code}" for code in content_languages())
    written = {name for name in form.data if name.endswith(endings)}
    assert written == {
        f"{name}_{language}"
        for name in (
            "name",
            "strapline",
            "contact_line",
            "footer_text",
            "menu_items-0-label",
            "menu_items-1-label",
        )
    }
    shown = form.client.get(url("edit")).content.decode()
    if language != "fr":
        assert 'lang="fr"' in shown
        assert "Ensemble" in shown


@pytest.mark.parametrize("door", ["save", "autosave", "publish"])
def test_only_their_own_language_is_saved_whatever_is_forged(stored, browser, door):
    before = everything_but_spanish()
    form = open_form(browser, url("edit")).set(
        strapline_es="Juntas", **{"menu_items-1-label_es": "Gobernanza"}
    )
    form.add_row("menu_items", page=home_page().pk, place="main", label_es="FORGED")
    form.forge(FORGED)

    form.autosave() if door == "autosave" else form.save(
        door if door == "publish" else None
    )

    assert draft().strapline_es == "Juntas"
    labels = [item.label_es or "" for item in draft().menu_items.all()]
    assert labels == ["", "Gobernanza"]
    assert everything_but_spanish() == before
    assert SiteSettings.objects.get().strapline_es in (None, "")


def test_older_settings_bring_back_spanish_alone(stored, browser):
    settings = draft()
    settings.strapline_es = "Viejo"
    old = settings.save_revision()
    settings.strapline_es, settings.strapline_fr = "Nuevo", "Nouveau"
    settings.menu_items.set([])
    settings.save_revision()
    before = everything_but_spanish()

    open_form(browser, url("revisions_revert", old.pk)).forge(FORGED).save()

    assert draft().strapline_es == "Viejo"
    assert everything_but_spanish() == before


@pytest.mark.parametrize("view", ["unpublish", "delete"])
def test_a_translator_takes_nothing_off_the_site(stored, browser, view):
    browser.post(url(view))

    assert SiteSettings.objects.get().live


def test_a_forged_preview_shows_stored_texts_in_other_languages(stored, browser):
    form = open_form(browser, url("edit")).set(strapline_es="Juntas").forge(FORGED)

    assert browser.post(url("preview_on_edit"), form.data).json()["is_valid"]

    assert "FORGED" not in browser.get(url("preview_on_edit") + "?mode=fr").text
    assert "Juntas" in browser.get(url("preview_on_edit") + "?mode=es").text


def test_staff_publish_what_a_translator_wrote(stored, browser):
    open_form(browser, url("edit")).set(strapline_es="Juntas").save()

    open_form(signed_in(make_staff()), url("edit")).save("publish")

    assert SiteSettings.objects.get().strapline_es == "Juntas"
