import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from core.groups import STAFF
from core.image_forms import SiteImageForm
from core.languages import columns
from core.models import SiteImage, SitePage, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return SiteImage.objects.create(
        title="Marché", file=get_test_image_file(), alt_text_fr="Une vendeuse"
    )


def test_staff_write_the_text_alternative_in_every_language(admin_client, image):
    url = reverse("wagtailimages:edit", args=[image.pk])
    assert all(
        f'name="{name}"' in admin_client.get(url).text for name in columns("alt_text")
    )

    admin_client.post(
        url,
        {
            "title": "Marché",
            "alt_text_fr": "Une vendeuse de fruits",
            "alt_text_en": "A fruit seller",
            "tags": "",
        },
    )

    image.refresh_from_db()
    assert image.alt_text_en == "A fruit seller"
    assert image.alt_text == image.alt_text_fr == "Une vendeuse de fruits"


def test_each_field_says_its_language_to_the_browser(admin_client, image):
    text = admin_client.get(reverse("wagtailimages:edit", args=[image.pk])).text

    assert "Text alternative: Español" in text
    assert 'lang="es" dir="ltr"' in text


def translator_of(language):
    user = User.objects.create_user(f"{language}@example.org", "x")
    permission, _created = Permission.objects.get_or_create(
        codename=f"translate_{language}",
        content_type=ContentType.objects.get_for_model(SitePage),
    )
    user.user_permissions.add(permission)
    return user


def test_a_translator_changes_only_their_language(image):
    from wagtail.images.forms import get_image_form

    form_class = get_image_form(SiteImage)
    assert issubclass(form_class, SiteImageForm)

    form = form_class(
        {"title": "Forgé", "alt_text_fr": "Forgé", "alt_text_es": "Una vendedora"},
        instance=image,
        user=translator_of("es"),
    )
    assert set(form.fields) == {"alt_text_es", "note"}
    assert form.is_valid(), form.errors
    form.save()

    image.refresh_from_db()
    assert image.title == "Marché"
    assert image.alt_text_fr == "Une vendeuse"
    assert image.alt_text_es == "Una vendedora"


def test_staff_reach_images_and_documents(client):
    user = User.objects.create_user("awa@example.org", "x")
    user.groups.add(Group.objects.get(name=STAFF))
    client.force_login(user)

    for name in ["wagtailimages:index", "wagtaildocs:index", "wagtailimages:add"]:
        assert client.get(reverse(name)).status_code == 200
