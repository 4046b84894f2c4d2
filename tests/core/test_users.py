import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from core.groups import translators
from core.models import User
from tests.admin.forms import open_form
from tests.admin.people import make_superuser, make_translator, signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "a long password"


def sign_in(email, password=PASSWORD):
    client = Client()
    data = {"username": email, "password": password}
    client.post(reverse("wagtailadmin_login"), data)
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize("typed", ["lucia@example.org", "Lucia@Example.ORG"])
def test_people_sign_in_with_their_address_in_any_case(typed):
    user = make_translator("es", email="Lucia@example.org")

    assert sign_in(typed) == str(user.pk)
    assert sign_in(typed, "another password") is None


def test_one_address_in_two_cases_is_one_person():
    make_translator("es", email="lucia@example.org")

    with pytest.raises(IntegrityError):
        User(email="LUCIA@example.org").save()


def test_an_administrator_makes_a_translator():
    client = signed_in(make_superuser())
    form = open_form(client, reverse("wagtailusers_users:add"))
    group = str(translators_group().pk)

    form.set(
        email="Lucia@Example.org",
        first_name="Lucía",
        last_name="Paz",
        password1="colours of the market",
        password2="colours of the market",
    ).forge(groups=group)
    response = form.save()

    assert response.status_code == 302
    user = User.objects.get(email="lucia@example.org")
    assert [group.name for group in user.groups.all()] == [translators("es")]
    assert sign_in("lucia@example.org", "colours of the market")


def test_an_address_that_is_taken_is_an_error_of_the_form():
    make_translator("es", email="lucia@example.org")
    form = open_form(signed_in(make_superuser()), reverse("wagtailusers_users:add"))

    response = form.set(
        email="LUCIA@example.org",
        first_name="L",
        last_name="P",
        password1="colours of the market",
        password2="colours of the market",
    ).save()

    assert response.status_code == 200
    assert response.context["form"].errors["email"]


def test_an_administrator_finds_and_changes_a_person():
    user = make_translator("es", email="lucia@example.org", first_name="Lucía")
    client = signed_in(make_superuser())

    listing = client.get(reverse("wagtailusers_users:index"), {"q": "lucia"})
    form = open_form(client, reverse("wagtailusers_users:edit", args=[user.pk]))
    form.set(last_name="Paz").save()

    assert "lucia@example.org" in listing.content.decode()
    assert form.data["groups"] == str(translators_group().pk)
    user.refresh_from_db()
    assert user.last_name == "Paz"


def test_a_forgotten_password_is_renewed_by_mail():
    make_translator("es", email="lucia@example.org")

    Client().post(
        reverse("wagtailadmin_password_reset"), {"email": "Lucia@example.org"}
    )

    assert mail.outbox[0].to == ["lucia@example.org"]


def test_administrators_see_our_rights_in_the_form_of_a_group():
    group = translators_group()
    client = signed_in(make_superuser())

    html = client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).content

    assert "Can write texts in Español" in html.decode()


def translators_group():
    from django.contrib.auth.models import Group

    return Group.objects.get(name=translators("es"))
