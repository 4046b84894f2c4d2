import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import translation

from core.groups import STAFF, make_groups, translators
from tests.admin.forms import open_form
from tests.admin.people import make_superuser, make_user, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["fr", "es"])
def language(request):
    return request.param


@pytest.fixture
def browser(language):
    admin = make_superuser()
    admin.wagtail_userprofile.preferred_language = language
    admin.wagtail_userprofile.save()
    return signed_in(admin)


STAFF_NAMES = {"fr": "Équipe de communication", "es": "Equipo de comunicación"}
TRANSLATORS_NAMES = {
    "fr": "Traductrices et traducteurs (Español)",
    "es": "Traductoras y traductores (Español)",
}


def edit_url(name):
    group = Group.objects.get(name=name)
    return reverse("wagtailusers_groups:edit", args=[group.pk])


@pytest.mark.parametrize(
    "view", ["wagtailusers_groups:index", "wagtailusers_users:add"]
)
def test_groups_are_called_in_the_language_of_the_reader(browser, language, view):
    text = browser.get(reverse(view)).text

    assert STAFF_NAMES[language] in text
    assert TRANSLATORS_NAMES[language] in text
    assert STAFF not in text


def test_a_person_is_found_by_the_groups_of_their_form(browser, language):
    person = make_user(STAFF)
    url = reverse("wagtailusers_users:edit", args=[person.pk])

    assert STAFF_NAMES[language] in browser.get(url).text


def test_rights_are_called_in_the_language_of_the_reader(browser, language):
    text = browser.get(edit_url(STAFF)).text

    labels = BeautifulSoup(text, "html.parser").select("label")
    # The rights on pages and collections, which Wagtail names for screen readers alone.
    ours = [label.text for label in labels if "|" not in label.text]
    assert [name for name in ours if name.strip().startswith("Can ")] == []
    expected = {
        "fr": "Peut écrire les textes (Español)",
        "es": "Puede escribir los textos (Español)",
    }
    assert expected[language] in text


def test_a_group_of_somebody_s_own_is_called_as_they_wrote_it(browser):
    Group.objects.create(name="Bénévoles")

    assert "Bénévoles" in browser.get(reverse("wagtailusers_groups:index")).text


def test_the_stored_names_of_our_groups_stay(browser):
    form = open_form(browser, edit_url(STAFF))
    assert "name" not in form.data

    form.forge(name="Autre").save()

    assert Group.objects.filter(name=STAFF).exists()
    assert not Group.objects.filter(name="Autre").exists()


def test_what_is_stored_does_not_hang_on_the_active_language(language, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]

    with translation.override(language):
        make_groups()

    assert Group.objects.filter(name=translators("ar")).exists()
    stored = Permission.objects.get(codename="translate_ar").name
    assert stored.startswith("Can write texts in ")
