"""An editor says when a page is published and when it ends; until then, nobody sees a thing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from core.languages import column, content_languages
from tests.admin.forms import open_form, open_page
from tests.admin.people import make_staff, signed_in
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db

LANGUAGES = content_languages()
HOUR = timedelta(hours=1)


@pytest.fixture
def clock(monkeypatch):
    """Return how to move the time on, and run what fell due meanwhile."""
    start = timezone.now().replace(second=0, microsecond=0)

    def move(hours):
        monkeypatch.setattr(timezone, "now", lambda: start + hours * HOUR)
        call_command("run_due")

    move(0)
    return move


@pytest.fixture
def staff():
    return signed_in(make_staff())


def at(hours) -> str:
    """Return the time in so many hours as the form takes it."""
    return (timezone.now() + hours * HOUR).strftime("%Y-%m-%d %H:%M")


def fill_in_schedule(form, go_live=None, expire=None):
    """Write in the dialog of the status, which stands in the form once it was opened."""
    shown = form.client.get(form.url).text
    for name, hours in {"go_live_at": go_live, "expire_at": expire}.items():
        assert f'name="{name}"' in shown
        form.forge({name: at(hours) if hours else ""})
    return form


def schedule(form, go_live=None, expire=None, **fields):
    """Say when what `form` holds is published and ends, and press “Publish”."""
    fill_in_schedule(form, go_live, expire).set(**fields)
    response = form.save("publish")
    assert response.status_code == 302, response.text


def names(field, text) -> dict[str, str]:
    """Return the fields of every language, each with a text of its own."""
    return {column(field, one): f"{text} {one}" for one in LANGUAGES}


def slugs(word) -> dict[str, str]:
    return {column("slug", one): f"{word}-{one}" for one in LANGUAGES}


def addresses(word) -> list[str]:
    return [f"/{one}/{word}-{one}/" for one in LANGUAGES]


def answers(client, urls) -> set[int]:
    return {client.get(url).status_code for url in urls}


def sitemap(client, language) -> str:
    return client.get(f"/sitemap-{language}-1.xml").getvalue().decode()


def make_scheduled_page(staff, **times):
    kind = ("home", "contentpage", home_page().pk)
    form = open_form(staff, reverse("wagtailadmin_pages:add", args=kind))
    schedule(form, **times, **names("title", "Marché"), **slugs("marche"))


def test_a_new_page_is_seen_from_its_hour_to_its_end_in_every_language(
    client, staff, clock
):
    make_scheduled_page(staff, go_live=1, expire=3)
    clock(0.9)
    assert answers(client, addresses("marche")) == {404}

    clock(1.1)
    assert answers(client, addresses("marche")) == {200}

    clock(3.1)
    assert answers(client, addresses("marche")) == {404}


def test_nothing_leads_to_a_page_before_its_hour(client, staff, clock):
    make_scheduled_page(staff, go_live=1)
    clock(0.9)

    for one in LANGUAGES:
        assert f"marche-{one}" not in sitemap(client, one)
        assert "Marché" not in client.get(f"/{one}/").text

    clock(1.1)
    for one in LANGUAGES:
        assert f"marche-{one}" in sitemap(client, one)


def make_live_page():
    texts = {**names("title", "Marché"), **names("lead", "Avant"), **slugs("marche")}
    return make_content_page(**texts)


def test_new_texts_and_addresses_of_a_live_page_wait_for_their_hour(
    client, staff, clock
):
    page = make_live_page()
    schedule(
        open_page(staff, page), go_live=1, **names("lead", "Après"), **slugs("halle")
    )
    clock(0.9)
    assert answers(client, addresses("halle")) == {404}
    for url, one in zip(addresses("marche"), LANGUAGES, strict=True):
        text = client.get(url).text
        assert f"Avant {one}" in text
        assert "Après" not in text

    clock(1.1)
    for url, one in zip(addresses("halle"), LANGUAGES, strict=True):
        assert f"Après {one}" in client.get(url).text


def test_addresses_of_before_the_hour_lead_to_those_after_it(client, staff, clock):
    schedule(open_page(staff, make_live_page()), go_live=1, **slugs("halle"))

    clock(1.1)

    for old, new in zip(addresses("marche"), addresses("halle"), strict=True):
        response = client.get(old)
        assert response.status_code == 301
        assert response.url.endswith(new)


def test_a_page_that_ended_keeps_its_texts_and_can_be_published_again(
    client, staff, clock
):
    page = make_live_page()
    schedule(open_page(staff, page), expire=1)
    clock(1.1)
    assert answers(client, addresses("marche")) == {404}

    schedule(open_page(staff, page))

    assert answers(client, addresses("marche")) == {200}


def test_an_end_before_the_beginning_is_refused(client, staff, clock):
    page = make_live_page()
    form = fill_in_schedule(open_page(staff, page), go_live=3, expire=1)

    response = form.save("publish")

    assert "Go live date/time must be before expiry date/time" in response.text
    clock(3.1)
    assert answers(client, addresses("marche")) == {200}


def test_a_schedule_that_is_taken_back_publishes_nothing(client, staff, clock):
    page = make_live_page()
    schedule(open_page(staff, page), go_live=1, **names("lead", "Après"))
    page.refresh_from_db()
    revision = page.get_latest_revision()

    url = reverse(
        "wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk]
    )
    assert staff.post(url).status_code == 302
    clock(1.1)

    assert "Après" not in client.get(addresses("marche")[0]).text
