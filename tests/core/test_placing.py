import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.languages import content_languages
from core.models import SitePage, User
from tests.admin.people import make_staff, signed_in
from tests.core.test_addresses import fresh, section
from tests.factories import home_page, make_content_page

__all__ = ["section"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("edith@example.org", "secret"))
    return client


def test_the_admin_says_why_it_does_not_move_a_page(editor):
    about = make_content_page(title_fr="À propos")
    make_content_page(about, title_fr="Autre", slug_en="team")
    page = make_content_page(title_fr="Équipe", title_en="Team", slug_en="team")

    response = editor.post(
        reverse("wagtailadmin_pages:move_confirm", args=(page.pk, about.pk)),
        follow=True,
    )

    message = str(list(response.context["messages"])[0])
    assert "team" in message
    assert "English" in message
    assert fresh(page).url_path_en == "/accueil/team/"


@pytest.mark.parametrize("alias", ["", "on"])
def test_the_admin_copies_a_page_whose_slug_another_has_in_a_language(
    editor, section, alias
):
    page = make_content_page(title_fr="Équipe", slug_fr="equipe")

    response = editor.post(
        reverse("wagtailadmin_pages:copy", args=(page.pk,)),
        {
            "new_title": "Copie",
            "new_slug": "partner-with-us",
            "new_parent_page": home_page().pk,
            "publish_copies": "on",
            "alias": alias,
        },
    )

    assert response.status_code == 302
    copy = SitePage.objects.get(slug_fr="partner-with-us")
    assert copy.url_path_en == "/accueil/partner-with-us-2/"


@pytest.mark.parametrize("language", content_languages())
def test_a_section_copied_in_the_admin_has_addresses_in_every_language(
    section, language
):
    # The form shows one title and one slug: those of the default language.
    staff = make_staff()
    UserProfile.objects.filter(user=staff).update(preferred_language=language)
    editor = signed_in(staff)
    url = reverse("wagtailadmin_pages:copy", args=(section.pk,))
    form = editor.get(url).context["form"]
    shown = {name: form[name].value() for name in form.fields}
    typed = {"new_title": "Copie", "new_slug": "copie", "alias": ""}
    ticked = {"copy_subpages": "on", "publish_copies": "on"}

    response = editor.post(url, shown | typed | ticked)

    assert response.status_code == 302
    assert [(page.slug_fr, page.slug_en, page.slug_es) for page in copied()] == [
        ("copie", "partner-with-us-2", None),
        ("foire-aux-questions", "faq", None),
    ]
    assert [page.url_path_in(code) for page in copied() for code in ("fr", "en")] == [
        "/accueil/copie/",
        "/accueil/partner-with-us-2/",
        "/accueil/copie/foire-aux-questions/",
        "/accueil/partner-with-us-2/faq/",
    ]
    # Without a slug of its own, Spanish takes the French one.
    for page in copied():
        assert page.url_path_es == page.url_path == page.url_path_fr
        assert page.title == page.title_fr


def copied():
    copy = SitePage.objects.get(slug_fr="copie")
    return SitePage.objects.descendant_of(copy, inclusive=True).order_by("path")
