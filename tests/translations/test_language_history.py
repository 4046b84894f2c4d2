"""Each language has a history of its own, and goes back by itself."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.admin.people import make_staff, make_translator, make_user, signed_in
from tests.factories import faq_item, make_content_page, make_faq_page
from tests.translations.test_states import body, latest, save, state, version
from translations.language_history import history, restore_language
from translations.models import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_content_page(lead_fr="Bonjour", lead_en="Hello", lead_es="Hola")


def revision_url(page, revision, language="es"):
    pk = version(page, language).pk
    return reverse("translation_revision", args=[pk, revision.pk])


def text(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.main.get_text(" ").split())


def test_only_revisions_that_changed_the_language_are_listed(page):
    translator = make_translator("es")
    ours = save(page, translator, lead_es="Buenos días")
    save(page, lead_fr="Bonsoir")
    save(page, lead_en="Good evening")

    entries, has_more = history(latest(page), "es")

    assert [entry.revision for entry in entries] == [ours]
    assert entries[0].revision.user == translator
    assert [change.place for change in entries[0].changes] == ["lead"]
    assert not has_more


def test_one_language_goes_back_and_the_others_stay(page):
    first = page.get_latest_revision()
    save(page, lead_es="Buenos días", lead_en="Hi", lead_fr="Salut")

    restore_language(version(page, "es"), make_translator("es"), first)

    assert latest(page).lead_es == "Hola"
    assert latest(page).lead_en == "Hi"
    assert latest(page).lead_fr == "Salut"


def test_what_comes_back_is_to_be_reviewed(page):
    first = page.get_latest_revision()
    save(page, lead_es="Buenos días")

    restore_language(version(page, "es"), make_translator("es"), first)

    assert state(page, "lead") == State.UNREVIEWED


def test_rows_are_known_by_their_keys_wherever_they_stand_now():
    page = make_faq_page(
        items=[
            faq_item(anchor="a", question_fr="A ?", question_es="¿A?", sort_order=0),
            faq_item(anchor="b", question_fr="B ?", question_es="¿B?", sort_order=1),
        ]
    )
    first = page.get_latest_revision()
    draft = latest(page)
    one, two = draft.items.all()
    one.question_es, two.question_es = "¿Otra A?", "¿Otra B?"
    one.sort_order, two.sort_order = 1, 0
    draft.items.add(faq_item(anchor="c", question_fr="C ?", question_es="¿C?"))
    draft.save_revision()

    restore_language(version(page, "es"), make_translator("es"), first)

    questions = {row.anchor: row.question_es for row in latest(page).items.all()}
    assert questions == {"a": "¿A?", "b": "¿B?", "c": "¿C?"}


def test_blocks_come_back_in_one_language():
    page = make_content_page(body_fr=body("Un", "Deux"), body_es=body("Uno", "Dos"))
    first = page.get_latest_revision()
    save(page, body_es=body("Otro", "Más"), body_fr=body("Un", "Trois"))

    restore_language(version(page, "es"), make_translator("es"), first)

    assert "Dos" in str(latest(page).body_es)
    assert "Trois" in str(latest(page).body_fr)


def test_an_address_stays_as_it_is():
    page = make_content_page(title_es="Gobernanza", slug_es="gobernanza")
    first = page.get_latest_revision()
    save(page, title_es="Gobierno", slug_es="gobierno")

    restore_language(version(page, "es"), make_staff(), first)

    assert latest(page).title_es == "Gobernanza"
    assert latest(page).slug_es == "gobierno"


def test_the_admin_compares_two_revisions_and_restores_on_confirmation(page):
    first = page.get_latest_revision()
    second = save(page, lead_es="Hola a todas")
    save(page, lead_es="Otra cosa")
    client = signed_in(make_translator("es"))

    between = client.get(revision_url(page, first), {"with": second.pk})
    before = latest(page).lead_es
    client.get(revision_url(page, first))
    done = client.post(revision_url(page, first), follow=True)

    assert "Hola added: a todas" in text(between)
    assert before == "Otra cosa"
    assert "1 text in Spanish is as it was then" in done.content.decode()
    assert latest(page).lead_es == "Hola"


def test_restoring_what_the_draft_says_makes_no_revision(page):
    client = signed_in(make_translator("es"))
    before = page.revisions.count()

    client.post(revision_url(page, page.get_latest_revision()))

    assert page.revisions.count() == before


def test_translators_restore_their_own_language_alone(page):
    first = page.get_latest_revision()
    save(page, lead_en="Hi")
    translator = make_translator("es")
    client = signed_in(translator)

    client.post(revision_url(page, first, "en"))
    with pytest.raises(PermissionDenied):
        restore_language(version(page, "en"), translator, first)

    assert latest(page).lead_en == "Hi"


def test_a_revision_of_another_page_is_missing(page):
    other = make_content_page(title_fr="Autre")
    client = signed_in(make_staff())

    for ask in (client.get, client.post):
        assert ask(revision_url(page, other.get_latest_revision())).status_code == 404
    stranger = {"with": other.get_latest_revision().pk}
    first = page.get_latest_revision()
    assert client.get(revision_url(page, first), stranger).status_code == 404
    assert client.get(revision_url(page, first), {"with": "x"}).status_code == 404


def test_the_list_of_the_admin_names_who_and_which_texts(page):
    save(page, make_translator("es", first_name="Rosa"), lead_es="Buenos días")
    url = reverse("translation_history", args=[version(page, "es").pk])

    shown = text(signed_in(make_staff()).get(url))

    assert "Lead" in shown
    assert signed_in(make_user()).get(url).status_code == 302
    assert signed_in(make_staff()).get(url, {"start": "x"}).status_code == 200
