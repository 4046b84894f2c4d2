"""A message names colleagues by `@` and what they are called."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import User
from tests.admin.people import make_staff, make_superuser, make_translator, make_user
from tests.factories import make_content_page
from tests.translations.comments.talks import send
from tests.translations.desk.desks import desk_url
from translations.comments.colleagues import (
    MOST_OFFERED,
    Names,
    colleagues,
    offered,
    readers_of,
)
from translations.models import GlossaryTerm, Recipient
from translations.opening import may_open

pytestmark = pytest.mark.django_db

ANA = User(pk=1, email="ana@example.org", first_name="Ana", last_name="García")
OTHER_ANA = User(pk=2, email="ana.b@example.org", first_name="Ana", last_name="Bâ")
LEILA = User(pk=3, email="leila@example.org", first_name="Leïla")
ELOISE = User(pk=4, email="eloise@example.org", first_name="Éloïse")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@ana@example.org, tu crois ?", [ANA]),
        ("Merci @Ana García.", [ANA]),
        ("Merci @ana   garcía !", [ANA]),
        ("@leïla et @Ana Bâ", [LEILA, OTHER_ANA]),
        ("@Leïla @leila@example.org", [LEILA]),
        ("@ana.b@example.org", [OTHER_ANA]),
        ("Écrire à ana@example.org", []),
        ("moi@Leïla", []),
        ("@Leïlah", []),
        ("@ana@example.org.uk", []),
        ("@Ana", []),
    ],
)
def test_a_name_counts_where_one_person_alone_has_it(text, named):
    assert Names([ANA, OTHER_ANA, LEILA]).in_text(text) == named


def test_names_of_nobody_or_of_several_are_told_to_the_writer():
    names = Names([ANA, OTHER_ANA, LEILA])

    assert names.strange("@Ana, @Leïla, @zoé@example.org: 3@4") == [
        "@Ana",
        "@zoé@example.org",
    ]


def test_colleagues_are_offered_by_the_beginning_of_any_of_their_names():
    page = make_content_page()
    for person in (ANA, OTHER_ANA, ELOISE):
        make_staff(
            email=person.email, first_name=person.first_name, last_name=person.last_name
        )

    def inserted(typed):
        return [found["insert"] for found in offered(page, typed)]

    assert inserted("an") == ["Ana Bâ", "Ana García"]
    assert inserted("ana  gar") == ["Ana García"]
    assert inserted("élo") == inserted("eloise@") == ["Éloïse"]
    assert inserted("lo") == inserted("zz\x00") == []
    assert len(inserted("")) == 3


def test_whoever_shares_a_name_is_offered_by_address():
    page = make_content_page()
    for email in ("ana@example.org", "ana.b@example.org"):
        make_staff(email=email, first_name="Ana", last_name="García")
    make_user(email="ana.c@example.org", first_name="Éloïse")
    make_staff(email="eloise@example.org", first_name="Éloïse")

    assert {found["insert"] for found in offered(page, "")} == {
        "ana@example.org",
        "ana.b@example.org",
        "Éloïse",
    }


def test_a_few_colleagues_of_many_are_read_with_one_query():
    page = make_content_page()
    for number in range(MOST_OFFERED + 2):
        make_staff(email=f"ana.{number}@example.org")

    with CaptureQueriesContext(connection) as queries:
        found = offered(page, "ana")

    assert len(found) == MOST_OFFERED
    assert len(queries) == 1


def test_a_name_is_marked_and_all_else_is_text():
    shown = Names([ANA]).marked("<b> @Ana García")

    assert shown == '&lt;b&gt; <strong class="talk__name">@Ana García</strong>'


def test_colleagues_are_those_who_may_open_it():
    page, section = make_content_page(), make_content_page(title_fr="Section")
    term = GlossaryTerm.objects.create(term_fr="syndicat")
    outsider = make_translator("es")
    outsider.groups.get().page_permissions.update(page=section)
    make_translator("en", is_active=False)
    inside = [make_superuser(), make_staff(), make_translator("fr", "en")]
    make_user()

    for instance, people in ((page, inside), (term, [*inside, outsider])):
        assert set(colleagues(instance, readers_of(instance))) == set(people)
    readers = readers_of(page)
    for person in User.objects.filter(is_active=True):
        assert (person in readers) == may_open(person, page)


def test_who_may_not_open_the_page_is_told_nothing_and_the_writer_hears_it():
    page, writer = make_content_page(lead_fr="Bonjour"), make_translator("es")
    stranger = make_user(email="dehors@example.org")

    response = send(page, writer, place="lead", text=f"@{stranger.email}")

    assert not Recipient.objects.exists()
    html = response.client.get(response.url).content.decode()
    assert "@dehors@example.org is the name of nobody" in html


def test_the_list_of_colleagues_is_asked_for_by_the_page(client):
    page = make_content_page(lead_fr="Bonjour")
    make_staff(first_name="Rosa", last_name="Mbaye", email="rosa@example.org")
    client.force_login(make_translator("es"))

    url = desk_url(page, name="translations_colleagues")

    assert client.get(url, {"q": "mba"}).json()["people"] == [
        {"name": "Rosa Mbaye", "email": "rosa@example.org", "insert": "Rosa Mbaye"}
    ]
