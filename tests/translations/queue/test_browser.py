"""What people see of their work in a real browser, on a wide screen and on a phone."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python import sync_playwright as axe
from django.urls import reverse
from django.utils import timezone

from tests.admin.browser import HOST, admin_window
from tests.admin.people import make_staff, make_translator
from tests.translations.queue.work import make_work
from translations.models import LanguageVersion

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

AXE = (Path(axe.__file__).parent / "axe.min.js").read_text()
# What this site adds to Wagtail's pages, by address.
OURS = {
    "wagtailadmin_home": ["#translations-section", ".work-home"],
    "translations_queue": [".work-views", ".work-title", ".work-state", ".work-bar"],
    "translations_overview": [".work-views", ".work-glance"],
}


def someone_with_work(role):
    person = make_translator("es") if role == "translator" else make_staff()
    yesterday = timezone.localdate() - timedelta(days=1)
    make_work("Gouvernance du réseau", assignee=person, due_on=yesterday)
    make_work("Contact", outdated=2, unreviewed=1, waiting=3)
    return person


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("role", ["translator", "staff"])
def test_axe_finds_nothing_in_what_we_add(role, width):
    person = someone_with_work(role)
    problems = []

    with admin_window(person, width=width) as window:
        for name, ours in OURS.items():
            window.goto(HOST + reverse(name))
            window.locator(ours[-1]).first.wait_for()
            window.evaluate(AXE)
            found = window.evaluate(
                "(ours) => axe.run({include: ours.map((s) => [s])}, {iframes: false})",
                [one for one in ours if window.locator(one).count()],
            )
            problems += [
                (name, rule["id"], rule["nodes"][0]["html"])
                for rule in found["violations"]
            ]

    assert problems == [], json.dumps(problems, indent=2)


@pytest.mark.sqlite
@pytest.mark.parametrize("name", ["translations_queue", "translations_overview"])
def test_all_of_a_row_is_read_on_a_phone_without_scrolling_sideways(name):
    person = someone_with_work("staff")

    with admin_window(person, width=360) as window:
        window.goto(HOST + reverse(name))
        window.locator(".listing td").first.wait_for()
        right_edges = window.locator(".listing :is(th, td)").evaluate_all(
            "cells => cells.map(cell => cell.getBoundingClientRect().right)"
        )

    assert 0 < max(right_edges) <= 360


@pytest.mark.parametrize("role", ["translator", "staff"])
def test_the_first_page_is_no_wider_than_a_phone(role):
    person = someone_with_work(role)

    with admin_window(person, width=360) as window:
        window.goto(HOST + reverse("wagtailadmin_home"))
        window.locator(".work-home").wait_for()
        panel = window.locator(".work-home").bounding_box()

    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 360


def test_a_translator_is_led_from_the_first_page_to_their_next_text():
    person = someone_with_work("translator")

    with admin_window(person) as window:
        window.goto(HOST + reverse("wagtailadmin_home"))
        following = window.locator(".work-home__next")
        following.get_by_text("overdue").wait_for()
        following.get_by_role("link", name="Gouvernance du réseau").click()
        window.wait_for_load_state()

        assert window.url != HOST + reverse("wagtailadmin_home")


def test_a_translator_takes_work_from_the_list():
    person = someone_with_work("translator")

    with admin_window(person) as window:
        window.goto(HOST + reverse("translations_queue"))
        row = window.locator("tr", has=window.get_by_role("link", name="Contact"))
        row.get_by_role("checkbox").check()
        assert not window.get_by_role("link", name="Assign the selected").count()
        window.get_by_role("link", name="Take the selected").click()
        window.get_by_role("button", name="Take").click()
        window.get_by_text("1 translation is yours now.").wait_for()

    contact = LanguageVersion.objects.get(title="Contact", language="es")
    assert contact.assignee == person
