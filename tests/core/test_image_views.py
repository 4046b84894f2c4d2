"""What a translator of Spanish writes about images, and what they cannot do to them."""

import pytest
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupCollectionPermission

from core.models import SiteImage
from tests.admin.forms import open_form, read_form
from tests.admin.people import make_staff, make_translator, make_user, signed_in

pytestmark = pytest.mark.django_db

LISTING = reverse("wagtailimages:index")
ITEM = f'href="{LISTING}"'


@pytest.fixture
def image():
    return make_image("Marché", alt_text_fr="Une vendeuse", alt_text_en="A seller")


@pytest.fixture
def browser():
    return signed_in(make_translator("es"))


def make_image(title, **fields):
    file = get_test_image_file()
    return SiteImage.objects.create(
        title=title, file=file, file_size=file.size, **fields
    )


def edit_url(image):
    return reverse("wagtailimages:edit", args=[image.pk])


def stored(image):
    return SiteImage.objects.values().get(pk=image.pk)


def test_a_translator_describes_an_image_in_their_language_alone(image, browser):
    before = stored(image)
    form = open_form(browser, edit_url(image))
    assert [name for name in form.data if name.startswith("alt_text")] == [
        "alt_text_es"
    ]

    response = form.set(alt_text_es="Una vendedora").save()

    assert response.url == LISTING
    assert stored(image) == {**before, "alt_text_es": "Una vendedora"}


def test_a_translator_reads_the_other_languages_beside_theirs(image, browser):
    text = browser.get(edit_url(image)).text

    assert "Une vendeuse" in text
    assert "A seller" in text


def test_forged_fields_of_an_image_are_ignored(image, browser):
    before = stored(image)
    form = open_form(browser, edit_url(image)).forge(
        title="FORGED",
        alt_text="FORGED",
        alt_text_fr="FORGED",
        credit="FORGED",
        collection="999",
        tags="forged",
        focal_point_x="1",
        file=get_test_image_file("other.png"),
    )

    form.save()

    assert {**stored(image), "alt_text_es": before["alt_text_es"]} == before
    assert not image.tags.exists()


@pytest.mark.parametrize(
    "address, method",
    [
        ("/admin/images/{pk}/delete/", "post"),
        ("/admin/images/multiple/{pk}/", "post"),
        ("/admin/images/multiple/{pk}/delete/", "post"),
        ("/admin/images/usage/{pk}/", "get"),
        ("/admin/images/{pk}/preview/width-100/", "get"),
        ("/admin/images/add/", "post"),
        ("/admin/images/multiple/add/", "post"),
        ("/admin/bulk/core/siteimage/delete/?id={pk}", "post"),
        ("/admin/bulk/core/siteimage/add_tags/?id={pk}", "post"),
        ("/admin/bulk/core/siteimage/add_to_collection/?id={pk}", "post"),
    ],
)
def test_all_else_about_images_stays_closed(image, browser, address, method):
    before = stored(image)

    answer = getattr(browser, method)(
        address.format(pk=image.pk),
        {"image-1-alt_text_fr": "FORGED", "tags": "forged", "collection": "1"},
        headers={"x-requested-with": "XMLHttpRequest"} if "multiple" in address else {},
    )

    assert answer.status_code != 500
    assert SiteImage.objects.count() == 1
    assert stored(image) == before
    assert not image.tags.exists()


def test_the_list_shows_what_each_image_is_said_to_show(image, browser):
    make_image("Atelier", alt_text_es="Un taller")

    text = browser.get(LISTING).text

    assert '<span lang="es" dir="ltr">Un taller</span>' in text
    assert "Not described yet" in text
    assert "/bulk/" not in text


def test_the_list_finds_what_is_not_described_yet(image, browser):
    make_image("Atelier", alt_text_es="Un taller")

    text = browser.get(LISTING, {"missing": "es"}).text

    assert "Marché" in text
    assert "Atelier" not in text


def test_an_image_they_may_not_use_is_not_theirs_to_describe(image, browser):
    GroupCollectionPermission.objects.all().delete()
    hidden = Collection.get_first_root_node().add_child(name="Interne")
    SiteImage.objects.update(collection=hidden)

    assert browser.get(edit_url(image)).url == "/admin/"
    assert browser.get(LISTING).url == "/admin/"


def test_the_menu_leads_everybody_to_the_images_who_may_do_something_there(image):
    for user in (make_staff(), make_translator("es")):
        assert signed_in(user).get("/admin/").text.count(LISTING) >= 1
    assert ITEM not in signed_in(make_user()).get("/admin/").text


def test_staff_have_the_whole_form_and_the_whole_list(image):
    staff = signed_in(make_staff())

    assert {"title", "alt_text_fr", "credit"} <= set(
        open_form(staff, edit_url(image)).data
    )
    assert "/bulk/" in staff.get(LISTING).text


def test_what_a_form_did_not_show_stays(browser):
    image = make_image("Atelier", alt_text_es="Un taller")

    browser.post(edit_url(image), {})

    assert stored(image)["alt_text_es"] == "Un taller"


def test_two_people_describe_one_image_and_both_texts_stay(image, browser):
    staff = open_form(signed_in(make_staff()), edit_url(image))
    open_form(browser, edit_url(image)).set(alt_text_es="Una vendedora").save()

    staff.set(alt_text_fr="Une vendeuse de fruits").drop("file").save()

    after = stored(image)
    assert after["alt_text_es"] == "Una vendedora"
    assert after["alt_text_fr"] == after["alt_text"] == "Une vendeuse de fruits"


def test_one_description_written_twice_is_a_conflict_that_shows_both(image, browser):
    staff = open_form(signed_in(make_staff()), edit_url(image)).drop("file")
    open_form(browser, edit_url(image)).set(alt_text_es="Una vendedora").save()

    answer = staff.set(alt_text_es="Una mujer").save()

    assert "<mark>vendedora</mark>" in answer.text
    assert stored(image)["alt_text_es"] == "Una vendedora"
    staff.data = read_form(answer.content)
    staff.drop("file").save()
    assert stored(image)["alt_text_es"] == "Una mujer"
