import pytest
from django.urls import reverse

from core.models import MenuItem, SiteSettings
from tests.admin.forms import open_form, read_form
from tests.admin.two_people import autosave, browser
from tests.factories import home_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def url():
    settings = SiteSettings.objects.get()
    settings.menu_items.set([MenuItem(page=home_page(), label_fr="Accueil")])
    settings.name_fr = "WIEGO"
    settings.save()
    settings.save_revision().publish()
    return reverse("wagtailsnippets_core_sitesettings:edit", args=[settings.pk])


@pytest.fixture
def hers(url):
    return open_form(browser("aminata"), url)


@pytest.fixture
def his(url):
    return open_form(browser("kofi"), url)


def draft():
    return SiteSettings.objects.get().get_latest_revision_as_object()


def is_saved(response):
    return response.status_code == 302


def test_two_people_write_different_settings_and_both_keep_theirs(hers, his):
    assert is_saved(hers.set(**{"menu_items-0-label_en": "Home"}).save())
    assert is_saved(his.set(strapline_es="Juntas").save())

    settings = draft()
    assert settings.strapline_es == "Juntas"
    assert [item.label_en for item in settings.menu_items.all()] == ["Home"]


def test_two_forms_save_settings_in_the_background(hers, his):
    first = autosave(hers.set(strapline_fr="Ensemble"))
    assert autosave(his.set(strapline_es="Juntas"))["success"]

    again = autosave(hers.set(strapline_fr="A"), overwrite=first["revision_id"])

    assert again["success"] and again["revision_id"] != first["revision_id"]
    assert (draft().strapline_fr, draft().strapline_es) == ("A", "Juntas")


def test_one_setting_written_twice_is_a_conflict_that_shows_both(hers, his):
    hers.set(strapline_fr="Aminata").save()

    assert autosave(his.set(strapline_fr="Kofi"))["error_code"] == "validation_error"
    response = his.save()

    assert b'class="conflict"' in response.content
    assert b"<mark>Aminata</mark>" in response.content
    assert draft().strapline_fr == "Aminata"
    his.data = read_form(response.content)
    assert is_saved(his.save())
    assert draft().strapline_fr == "Kofi"


def test_publishing_older_settings_first_shows_what_somebody_else_wrote(hers, his):
    hers.set(strapline_fr="Aminata").save()

    response = his.set(strapline_es="Juntas").save("publish")

    assert (draft().strapline_fr, draft().strapline_es) == ("Aminata", "Juntas")
    assert SiteSettings.objects.get().strapline_es is None
    assert is_saved(open_form(his.client, response.url).save("publish"))
    assert SiteSettings.objects.get().strapline_fr == "Aminata"


def test_settings_are_previewed_with_what_was_typed_although_it_is_a_conflict(
    hers, his, url
):
    hers.set(strapline_fr="Aminata").save()
    settings = SiteSettings.objects.get()
    preview = reverse(
        "wagtailsnippets_core_sitesettings:preview_on_edit", args=[settings.pk]
    )

    answer = his.client.post(preview, his.set(strapline_fr="Kofi partout").data)

    assert answer.json() == {"is_valid": True, "is_available": True}
    assert "Kofi partout" in his.client.get(preview).content.decode()


def test_older_settings_come_back_over_what_was_written_since(hers):
    older = SiteSettings.objects.get().latest_revision
    hers.set(strapline_fr="Aminata", **{"menu_items-0-label_fr": "Début"}).save()
    url = reverse(
        "wagtailsnippets_core_sitesettings:revisions_revert",
        args=[SiteSettings.objects.get().pk, older.pk],
    )

    assert is_saved(open_form(hers.client, url).save())

    assert draft().strapline_fr in (None, "")
    assert [item.label_fr for item in draft().menu_items.all()] == ["Accueil"]
