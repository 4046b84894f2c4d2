"""One language is handed in, read by somebody else, and approved for the words it has then."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from core.groups import STAFF, translators
from tests.admin.people import make_staff, make_superuser, make_translator, make_user
from tests.factories import make_content_page
from tests.translations.reviewing import (
    fresh,
    make_draft_page,
    make_task,
    make_workflow,
    review_of,
    shown,
    write,
)
from tests.translations.test_states import latest, save, state, version
from translations.models import LanguageVersion, ReviewStatus, State
from translations.reviews.approvals import approval_of
from translations.reviews.deciding import decide, hand_in, withdraw
from translations.reviews.records import CannotReview

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


@pytest.fixture
def page():
    return make_draft_page()


def approve(page, user, language="es", comment=""):
    review = review_of(page, language)
    decide(review, user, ReviewStatus.APPROVED, comment, shown(page, language))


def give_back(page, user, comment="Un mot manque."):
    decide(review_of(page), user, ReviewStatus.RETURNED, comment, shown(page))


def is_approved(page, language="es"):
    return approval_of(version(page, language), latest(page)) is not None


def test_a_translator_hands_in_a_language_without_the_right_to_publish(page):
    hand_in(version(page, "es"), make_translator("es"))

    assert version(page, "es").review == ReviewStatus.OPEN
    assert fresh(page).lead_es in (None, "")


def test_a_translator_does_not_hand_in_the_language_of_another(page):
    with pytest.raises(PermissionDenied):
        hand_in(version(page, "es"), make_translator("en"))

    assert review_of(page) is None


def test_handing_in_twice_makes_one_review(page):
    translator = make_translator("es")

    assert hand_in(version(page, "es"), translator) == hand_in(
        version(page, "es"), translator
    )


def test_a_language_in_which_nothing_is_written_is_not_handed_in():
    page = make_content_page()

    with pytest.raises(CannotReview, match="Nothing is written in Spanish"):
        hand_in(version(page, "es"), make_translator("es"))


def test_approving_makes_the_texts_that_were_to_be_reviewed_done(page):
    staff = make_staff()
    hand_in(version(page, "es"), make_translator("es"))
    assert state(page, "lead") == State.UNREVIEWED

    approve(page, staff)

    assert state(page, "lead") == State.DONE
    assert version(page, "es").texts.get(place="lead").confirmed_by == staff
    assert version(page, "es").review == ""
    assert is_approved(page)


def test_approving_leaves_what_is_missing_and_what_is_outdated():
    page = make_draft_page(headline_fr="Titre")
    save(page, lead_fr="Bonsoir")
    hand_in(version(page, "es"), make_translator("es"))

    approve(page, make_staff())

    assert state(page, "headline") == State.MISSING
    assert version(page, "es").todo > 0


def test_approving_publishes_nothing(page):
    hand_in(version(page, "es"), make_translator("es"))

    approve(page, make_staff())

    assert fresh(page).lead_es in (None, "")


def test_an_approval_holds_for_the_words_that_were_read(page):
    hand_in(version(page, "es"), make_translator("es"))
    approve(page, make_staff())

    write(page, lead="Buenos días")

    assert not is_approved(page)


def test_an_approval_of_one_language_outlives_changes_of_another(page):
    hand_in(version(page, "es"), make_translator("es"))
    approve(page, make_staff())

    save(page, lead_en="Hello all")

    assert is_approved(page)


def test_a_text_that_is_new_is_not_approved_with_the_others(page):
    hand_in(version(page, "es"), make_translator("es"))
    approve(page, make_staff())

    save(page, headline_fr="Titre", headline_es="Título")

    assert not is_approved(page)


def test_what_changed_while_somebody_read_it_is_read_again(page):
    hand_in(version(page, "es"), make_translator("es"))
    read = shown(page)
    write(page, lead="Buenos días")

    with pytest.raises(CannotReview, match="Read it again"):
        decide(review_of(page), make_staff(), ReviewStatus.APPROVED, "", read)

    assert version(page, "es").review == ReviewStatus.OPEN
    assert not is_approved(page)


def test_nobody_approves_what_they_handed_in_themselves(page):
    person = make_user(STAFF, translators("es"))
    hand_in(version(page, "es"), person)

    with pytest.raises(PermissionDenied):
        approve(page, person)


def test_an_administrator_may_be_alone_with_the_site(page):
    person = make_superuser()
    hand_in(version(page, "es"), person)

    approve(page, person)

    assert is_approved(page)


def test_a_colleague_approves_where_a_step_for_the_language_names_their_group(page):
    make_task("es")
    hand_in(version(page, "es"), make_translator("es"))

    approve(page, make_translator("es"))

    assert is_approved(page)


def test_a_colleague_does_not_approve_where_no_step_names_their_group(page):
    hand_in(version(page, "es"), make_translator("es"))

    with pytest.raises(PermissionDenied):
        approve(page, make_translator("es"))


def test_a_step_for_a_group_lets_nobody_approve_a_language_they_do_not_write(page):
    make_task("es", make_translator("en").groups.get())
    hand_in(version(page, "es"), make_translator("es"))

    with pytest.raises(PermissionDenied):
        approve(page, make_translator("en"))


def test_changes_are_asked_for_with_a_comment(page):
    hand_in(version(page, "es"), make_translator("es"))

    with pytest.raises(CannotReview, match="Write which changes"):
        give_back(page, make_staff(), comment="")

    assert version(page, "es").review == ReviewStatus.OPEN


def test_a_language_sent_back_is_work_to_do_though_every_text_is_done():
    page = make_content_page(title_es="Gobernanza")
    hand_in(version(page, "es"), make_translator("es"))
    assert version(page, "es").todo == 0

    give_back(page, make_staff())

    assert version(page, "es").review == ReviewStatus.RETURNED
    assert version(page, "es") in LanguageVersion.objects.unfinished()


def test_what_was_sent_back_is_handed_in_again(page):
    translator = make_translator("es")
    hand_in(version(page, "es"), translator)
    give_back(page, make_staff())

    hand_in(version(page, "es"), translator)

    assert version(page, "es").review == ReviewStatus.OPEN


def test_whoever_handed_in_takes_it_back(page):
    translator = make_translator("es")
    review = hand_in(version(page, "es"), translator)

    with pytest.raises(PermissionDenied):
        withdraw(review, make_translator("es"))
    withdraw(review, translator)

    assert version(page, "es").review == ""


def test_two_languages_of_a_page_are_in_review_at_once(page):
    write(page, language="en", lead="Hello all")
    hand_in(version(page, "es"), make_translator("es"))
    hand_in(version(page, "en"), make_translator("en"))

    approve(page, make_staff(), "en")

    assert version(page, "es").review == ReviewStatus.OPEN
    assert is_approved(page, "en")


def test_mails_tell_who_reads_and_what_they_said(
    page, django_capture_on_commit_callbacks
):
    translator, staff = make_translator("es"), make_staff()
    with django_capture_on_commit_callbacks(execute=True):
        hand_in(version(page, "es"), translator)
    with django_capture_on_commit_callbacks(execute=True):
        give_back(page, staff, "« Hola » est trop familier.")

    asked, returned = mail.outbox
    assert asked.to == [staff.email]
    assert "hands in" in asked.subject
    assert returned.to == [translator.email]
    assert "asks for changes" in returned.subject
    assert "trop familier" in returned.body
    assert f"/language/{version(page, 'es').pk}/review/" in returned.body


def test_an_approved_language_is_not_asked_again_by_a_workflow(page):
    workflow = make_workflow("es", "en")
    hand_in(version(page, "es"), make_translator("es"))
    approve(page, make_staff())

    workflow.start(fresh(page), make_staff())

    assert fresh(page).current_workflow_task.language == "en"


def test_a_workflow_that_asked_for_changes_goes_on_once_they_are_handed_in(page):
    translator = make_translator("es")
    make_workflow("es").start(fresh(page), make_staff())
    give_back(page, translator)
    assert fresh(page).current_workflow_state.status == "needs_changes"

    hand_in(version(page, "es"), translator)

    assert fresh(page).current_workflow_state.status == "in_progress"
    assert review_of(page).task_state == fresh(page).current_workflow_task_state


def test_a_cancelled_workflow_takes_its_review_back(page):
    make_workflow("es").start(fresh(page), make_staff())

    fresh(page).current_workflow_state.cancel()

    assert review_of(page) is None
    assert version(page, "es").review == ""
