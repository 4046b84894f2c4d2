"""Each row leads to where this person translates it; who may write it may be given it."""

import pytest
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from core.models import SiteImage, SiteSettings
from tests.admin.people import make_staff, make_superuser, make_translator, signed_in
from tests.factories import make_content_page
from translations.models import LanguageVersion
from translations.queue.access import edit_url, visible_to, writers_of

pytestmark = pytest.mark.django_db


def version_of(thing, language="es"):
    return LanguageVersion.objects.of(thing).get(language=language)


def make_image():
    return SiteImage.objects.create(
        title="Photo", file=get_test_image_file(), alt_text_fr="Un marché"
    )


def make_settings():
    return SiteSettings.objects.create(name_fr="WIEGO", strapline_fr="Ensemble")


@pytest.mark.parametrize("make", [make_content_page, make_image, make_settings])
@pytest.mark.parametrize(
    "make_person", [make_staff, make_superuser, lambda: make_translator("es")]
)
@pytest.mark.parametrize("language", ["es", "fr"])
def test_each_row_that_a_person_sees_leads_to_a_page_that_opens(
    make, make_person, language
):
    person, version = make_person(), version_of(make(), language)

    assert version in visible_to(person)
    url = edit_url(version, person)
    assert signed_in(person).get(url).status_code == 200


def test_a_page_leads_to_its_desk_and_an_original_to_its_form():
    page = make_content_page()
    person = make_staff()

    version = version_of(page)
    assert edit_url(version, person) == reverse("translations_desk", args=[version.pk])
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert edit_url(version_of(page, "fr"), person) == form


def test_work_is_given_to_those_who_write_every_language_of_it():
    spanish, both = make_translator("es"), make_translator("es", "en")
    staff, gone = make_staff(), make_translator("es", is_active=False)

    assert set(writers_of(["es"])) == {spanish, both, staff}
    assert set(writers_of(["es", "en"])) == {both, staff}
    assert gone not in writers_of(["es"])


def test_a_right_given_to_one_person_counts_as_one_of_a_group():
    person = make_translator()
    group = make_translator("es").groups.get()
    person.user_permissions.set(group.permissions.all())

    assert person in writers_of(["es"])
