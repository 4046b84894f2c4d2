"""A message names colleagues by `@` and what they are called."""

import pytest

from core.models import User
from tests.admin.people import make_staff, make_superuser, make_translator, make_user
from tests.factories import make_content_page
from tests.translations.comments.talks import send
from tests.translations.desk.desks import desk_url
from translations.comments.colleagues import Names, colleagues
from translations.models import GlossaryTerm, Recipient
from translations.opening import may_open

pytestmark = pytest.mark.django_db

ANA = User(pk=1, email="ana@example.org", first_name="Ana", last_name="García")
OTHER_ANA = User(pk=2, email="ana.b@example.org", first_name="Ana", last_name="Bâ")
LEILA = User(pk=3, email="leila@example.org", first_name="Leïla")


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
    names = Names([ANA, OTHER_ANA, LEILA])

    assert [p["email"] for p in names.offered("an")] == [ANA.email, OTHER_ANA.email]
    assert [p["insert"] for p in names.offered("gar")] == ["Ana García"]
    assert [p["insert"] for p in names.offered("leila@")] == ["Leïla"]
    assert names.offered("zz") == []
    assert len(names.offered("")) == 3


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

    assert set(colleagues(page)) == set(inside)
    assert set(colleagues(term)) == {*inside, outsider}
    for person in User.objects.filter(is_active=True):
        assert (person in colleagues(page)) == may_open(person, page)


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
