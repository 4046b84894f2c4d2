import pytest
from django.urls import reverse

from core.models import SitePage, User
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
