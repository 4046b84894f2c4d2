"""The workflow of the site is called in the language of whoever reads."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Task, Workflow

from core.groups import WORKFLOW
from tests.admin.people import make_superuser, make_translator, signed_in
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db

NAMES = {
    "fr": "Approbation par l’équipe de communication",
    "en": "Approval by the communications staff",
    "es": "Aprobación por el equipo de comunicación",
}


@pytest.fixture(params=NAMES)
def language(request):
    return request.param


def speaking(user, language):
    user.wagtail_userprofile.preferred_language = language
    user.wagtail_userprofile.save()
    return signed_in(user)


@pytest.mark.parametrize("view", ["index", "task_index"])
def test_lists_name_it_in_the_language_of_the_reader(language, view):
    browser = speaking(make_superuser(), language)

    shown = browser.get(reverse(f"wagtailadmin_workflows:{view}")).text

    assert NAMES[language] in shown
    assert not any(name in shown for code, name in NAMES.items() if code != language)


def test_the_button_that_submits_names_it_in_the_language_of_the_translator(language):
    page = make_content_page()
    browser = speaking(make_translator("es"), language)

    shown = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text

    assert NAMES[language] in shown


def test_a_name_that_was_saved_as_it_was_shown_is_still_translated(language):
    Workflow.objects.update(name=NAMES["es"])

    with translation.override(language):
        assert str(Workflow.objects.get()) == NAMES[language]


def test_a_name_that_an_administrator_gave_stays_as_it_was_written(language):
    Task.objects.update(name="Relecture juridique")

    with translation.override(language):
        assert Task.objects.get().specific.name == "Relecture juridique"


def test_what_is_stored_does_not_hang_on_the_active_language():
    assert Workflow.objects.values_list("name", flat=True).get() == WORKFLOW
    assert Task.objects.values_list("name", flat=True).get() == WORKFLOW
