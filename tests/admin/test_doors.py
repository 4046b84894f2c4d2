"""Who gets in where: every address of the admin, asked by every role."""

from functools import cache
from pathlib import Path

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.admin.people import make_staff, make_superuser, make_translator, signed_in
from tests.admin.walk import doors, knock
from tests.admin.world import World

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).with_name("doors.txt")
COLUMNS = (
    ("nobody", "get"),
    ("translator", "get"),
    ("staff", "get"),
    ("superuser", "get"),
    ("nobody", "post"),
    ("translator", "post"),
)
# Signing out ends the walk; the other one fails on purpose, to show the page of a failure.
NOT_WALKED = {"admin/logout/", "admin/failwhale/"}
# What one chooser reads without asking whether it is there.
POSTED = {"external-link-chooser-url": "https://example.org"}


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Return the listed answers by address, in the order of `COLUMNS`."""
    rows = {}
    for line in TABLE.read_text().splitlines():
        if line and not line.startswith("#"):
            address, *answers = line.replace("|", " ").split()
            rows["admin/" + address.replace("(home)", "")] = tuple(answers)
    return rows


def walked():
    return [door for door in doors() if door.route not in NOT_WALKED]


def client_of(role, translator):
    if role == "nobody":
        return Client()
    if role == "translator":
        return signed_in(translator)
    return signed_in(make_staff() if role == "staff" else make_superuser())


def once(role, method):
    """Walk as those to whom most is open on SQLite alone; `test_bad_posts` reads all of it on each."""
    is_open = role in ("staff", "superuser")
    return pytest.param(role, method, marks=pytest.mark.sqlite if is_open else ())


@pytest.mark.parametrize("role, method", [once(*column) for column in COLUMNS])
def test_every_address_answers_each_role_as_listed(role, method):
    translator = make_translator("es")
    world = World(translator)
    client = client_of(role, translator)
    column = COLUMNS.index((role, method))

    data = POSTED if method == "post" else {}
    answers = {
        door.route: knock(client, door.url(world.values(door.route)), method, data)
        for door in walked()
    }

    listed = {
        address: row[column].replace("method", "wrong method")
        for address, row in table().items()
    }
    assert answers == listed


def test_no_listed_address_is_gone():
    assert set(table()) == {door.route for door in walked()}


def test_a_translator_posts_nothing_that_writes_outside_of_texts():
    """Read in the table what a translator's POST is answered with, so that a new one is seen."""
    answered = {
        address.removeprefix("admin/")
        for address, row in table().items()
        if row[-1] not in ("denied", "missing", "method", "login")
    }

    assert answered == TRANSLATORS_MAY_POST


TRANSLATORS_MAY_POST = {
    "translations/<int:version_id>/",
    "translations/<int:version_id>/texts/",
    # Texts of their language; the tests of panels and rows show that nothing else is written.
    "pages/<int:page_id>/edit/",
    "pages/<int:page_id>/edit/preview/",
    "pages/<int:page_id>/revisions/<int:revision_id>/revert/",
    # Their language of the names, the menus and the footer, tested likewise.
    "snippets/core/sitesettings/edit/<int:pk>/",
    "snippets/core/sitesettings/preview/<int:pk>/",
    "snippets/core/sitesettings/history/<int:pk>/revisions/<int:revision_id>/revert/",
    # What an image shows, in their language; tested with the views of images.
    "images/<int:image_id>/",
    # Their language of the terms of the glossary.
    "snippets/translations/glossaryterm/edit/<int:pk>/",
    "snippets/translations/glossaryterm/history/<int:pk>/revisions/<int:revision_id>/revert/",
    # Their language of the lists by which documents are sorted.
    *(
        f"snippets/resources/{name}/{view}"
        for name in ("region", "resourcetype", "sector", "theme")
        for view in (
            "edit/<int:pk>/",
            "history/<int:pk>/revisions/<int:revision_id>/revert/",
        )
    ),
    # Their language of the promoted results.
    "snippets/search/promotedresult/edit/<int:pk>/",
    "snippets/search/promotedresult/history/<int:pk>/revisions/<int:revision_id>/revert/",
    # What they say of their own language; its texts are asked for one by one.
    "translations/language/<int:version_id>/changes/",
    # Handing in their language; who may judge it is tested with the reviews.
    "translations/language/<int:version_id>/review/",
    # Their own language of an older version; tested with the history.
    "translations/language/<int:version_id>/history/<int:revision_id>/",
    # Files of translations: what is read of them is written as at the desk.
    "translations/import/",
    "translations/import/<int:file_id>/",
    # Cancelling what they submitted themselves.
    "pages/workflow/confirm_cancellation/<int:page_id>/",
    # Each page asks again, for each page; tested with the bulk actions.
    "bulk/<str:app_label>/<str:model_name>/<str:action>/",
    # Choosing a place to create a page in, of which they have none.
    "pages/create/<slug:app_label>/<slug:model_name>",
    # Choosing what a text links to.
    "choose-external-link/",
    "choose-email-link/",
    "choose-phone-link/",
    "choose-anchor-link/",
    "embeds/chooser/",
    "embeds/chooser/upload/",
    "images/chooser/<int:image_id>/select_format/",
    "tag-autocomplete/",
    "tag-autocomplete/<slug:app_name>/<slug:model_name>/",
    "workflows/task_chooser/<int:task_id>/",
    "workflows/task_chooser/create/",
    # Their own account, sign-in and presence.
    "account/",
    "login/",
    "password_reset/",
    "password_reset/confirm/<uidb64>/<token>/",
    "editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/",
    "editing-sessions/release/<int:session_id>/",
    "sprite/",
    # Answers any method with what GET shows.
    "pages/<int:page_id>/revisions/",
    "pages/<int:page_id>/view_draft/",
}


def test_no_public_interface_for_programs_is_mounted():
    mounted = {str(pattern.pattern) for pattern in get_resolver().url_patterns}

    assert not [route for route in mounted if route.startswith(("api", "graphql"))]
    for name in ("wagtailapi:pages:listing", "api:pages:listing"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_second_admin_with_its_own_sign_in_is_not_mounted():
    with pytest.raises(NoReverseMatch):
        reverse("admin:index")
