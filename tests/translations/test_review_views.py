"""A language is handed in, read and approved in the admin, at the desk's side and in workflows."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse

from core.groups import translators
from tests.admin.forms import open_page
from tests.admin.people import make_staff, make_superuser, make_translator, signed_in
from tests.translations.reviewing import (
    fresh,
    make_draft_page,
    make_task,
    make_workflow,
    review_of,
    shown,
)
from tests.translations.test_states import latest, save, state, version
from translations.models import LanguageReviewTask, ReviewStatus, State
from translations.reviews.deciding import hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_draft_page()


def url(page, language="es"):
    return reverse("translation_review", args=[version(page, language).pk])


def post(page, user, action, language="es", **data):
    data.setdefault("shown", shown(page, language))
    data["action"] = action
    return signed_in(user).post(url(page, language), data, follow=True)


def text(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())


def workflow_action(page, action):
    step = fresh(page).current_workflow_task_state
    args = [page.pk, action, step.pk]
    return reverse("wagtailadmin_pages:workflow_action", args=args)


def test_the_desk_leads_to_the_review_where_the_language_is_handed_in(page):
    client = signed_in(make_translator("es"))
    desk = client.get(reverse("translations_desk", args=[version(page, "es").pk]))
    assert url(page) in desk.content.decode()

    response = client.post(url(page), {"action": "hand-in"}, follow=True)

    assert "Spanish is handed in" in text(response)
    assert version(page, "es").review == ReviewStatus.OPEN


def test_reviewers_read_the_changed_words_beside_their_source_and_no_other_language(
    page,
):
    save(page, title_es="Gobernanza", lead_en="A secret draft")
    hand_in(version(page, "es"), make_translator("es"))

    response = signed_in(make_staff()).get(url(page))

    soup = BeautifulSoup(response.content, "html.parser")
    assert "added: Hola" in [tag.get_text() for tag in soup.main.find_all("ins")]
    assert "Bonjour" in text(response)
    assert "A secret draft" not in text(response)


def test_approving_on_the_page_makes_the_language_done(page):
    hand_in(version(page, "es"), make_translator("es"))

    response = post(page, make_staff(), "approve", comment="Parfait.")

    assert "Approved by" in text(response)
    assert "Parfait." in text(response)
    assert state(page, "lead") == State.DONE


def test_the_queue_shows_what_was_sent_back_and_what_is_in_review(page):
    translator = make_translator("es")
    hand_in(version(page, "es"), translator)
    queue = reverse("translations_queue")
    in_review = signed_in(make_staff()).get(queue, {"state": "open"})
    assert "Gouvernance" in text(in_review)

    post(page, make_staff(), "return", comment="Un mot manque.")

    response = signed_in(translator).get(queue)
    assert "changes asked for" in text(response)
    assert "Un mot manque." in text(signed_in(translator).get(url(page)))


def test_a_translator_of_another_language_approves_nothing(page):
    hand_in(version(page, "es"), make_translator("es"))

    for action in ("approve", "return", "withdraw", "hand-in"):
        post(page, make_translator("en"), action, comment="Forged.")

    assert version(page, "es").review == ReviewStatus.OPEN
    assert state(page, "lead") == State.UNREVIEWED


def test_a_form_without_an_action_does_nothing_and_says_so(page):
    response = post(page, make_staff(), "publish")

    assert "choose one of the buttons" in text(response)


def test_a_decision_about_what_nobody_handed_in_is_refused(page):
    response = post(page, make_staff(), "approve")

    assert "Nobody has handed this language in" in text(response)


def test_a_text_that_changed_meanwhile_is_read_again_and_no_comment_is_lost(page):
    hand_in(version(page, "es"), make_translator("es"))
    read = shown(page)
    save(page, lead_es="Buenos días")

    response = post(page, make_staff(), "return", shown=read, comment="« Hola » ?")

    assert "Read it again" in text(response)
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("textarea[name=comment]").text == "« Hola » ?"
    assert version(page, "es").review == ReviewStatus.OPEN


def test_a_comment_is_stored_without_what_no_database_takes(page):
    hand_in(version(page, "es"), make_translator("es"))

    post(page, make_staff(), "return", comment="Revoir\x00.")

    assert version(page, "es").reviews.get().comment == "Revoir."


# In a workflow


def test_administrators_make_a_step_that_reads_one_language(client):
    group = Group.objects.get(name=translators("es"))
    add = reverse(
        "wagtailadmin_workflows:add_task", args=["translations", "languagereviewtask"]
    )

    signed_in(make_superuser()).post(
        add, {"name": "Lectura", "language": "es", "groups": [group.pk]}
    )

    task = LanguageReviewTask.objects.get()
    assert (task.language, list(task.groups.all())) == ("es", [group])


def test_only_groups_that_write_a_language_can_be_named():
    mute = Group.objects.create(name="Choir")
    add = reverse(
        "wagtailadmin_workflows:add_task", args=["translations", "languagereviewtask"]
    )

    signed_in(make_superuser()).post(
        add, {"name": "Lectura", "language": "es", "groups": [mute.pk]}
    )

    assert not LanguageReviewTask.objects.exists()


def test_two_languages_are_read_one_after_the_other_and_the_page_is_published(page):
    make_workflow("es", "en")
    staff = make_staff()
    open_page(signed_in(staff), page).set(lead_fr="Bonsoir").save("submit")
    assert fresh(page).current_workflow_task.language == "es"

    signed_in(make_translator("es")).post(workflow_action(page, "approve"))
    assert fresh(page).current_workflow_task.language == "en"
    assert fresh(page).lead_fr == "Bonjour"
    signed_in(make_translator("en")).post(workflow_action(page, "approve"))

    assert fresh(page).lead_fr == "Bonsoir"
    assert fresh(page).lead_es == "Hola"


def test_a_workflow_that_translators_end_publishes_only_what_a_publisher_submitted(
    page,
):
    make_workflow("es")
    submitter = signed_in(make_translator("en"))
    open_page(submitter, page).set(lead_en="Hello all").save("submit")

    signed_in(make_translator("es")).post(workflow_action(page, "approve"))

    assert fresh(page).current_workflow_state is None
    assert fresh(page).lead_en == "Hello"
    assert latest(page).lead_en == "Hello all"


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_step_is_ended_by_nobody_who_writes_another_language(page, action):
    make_workflow("es")
    open_page(signed_in(make_staff()), page).save("submit")
    client = signed_in(make_translator("en"))
    address = workflow_action(page, action)

    client.post(address, {"comment": "Forged."})
    open_page(client, page).forge(
        {"action-workflow-action": "1", "workflow-action-name": action}
    ).save()

    assert fresh(page).current_workflow_state.status == "in_progress"
    assert review_of(page) is not None


def test_a_step_of_one_page_is_not_ended_through_the_address_of_another(page):
    other = make_draft_page(title_fr="Ailleurs")
    make_workflow("es")
    staff = make_staff()
    open_page(signed_in(staff), page).save("submit")
    open_page(signed_in(staff), other).save("submit")
    stranger = signed_in(make_translator("en"))
    step = fresh(other).current_workflow_task_state

    stranger.post(
        reverse(
            "wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk]
        )
    )

    assert fresh(other).current_workflow_state.status == "in_progress"


def test_a_page_is_written_in_every_language_while_one_is_read(page):
    make_workflow("es")
    open_page(signed_in(make_staff()), page).save("submit")

    english = open_page(signed_in(make_translator("en")), page)
    english.set(lead_en="Hello all").save()
    reviewer = open_page(signed_in(make_translator("es")), page)
    reviewer.set(lead_es="Hola a todas").forge({"lead_fr": "Forgé"}).save()

    assert latest(page).lead_en == "Hello all"
    assert latest(page).lead_es == "Hola a todas"
    assert latest(page).lead_fr == "Bonjour"
    assert fresh(page).current_workflow_state.status == "in_progress"


def test_reviewers_get_no_right_to_publish(page):
    make_workflow("es", "en")
    open_page(signed_in(make_staff()), page).save("submit")

    client = signed_in(make_translator("es"))
    open_page(client, page).set(lead_es="Hola a todas").save("publish")

    assert fresh(page).lead_es in (None, "")


def test_a_step_that_asks_for_changes_shows_in_the_queue(page):
    make_workflow("es")
    open_page(signed_in(make_staff()), page).save("submit")
    translator = make_translator("es")

    signed_in(translator).post(
        workflow_action(page, "reject"), {"comment": "Un mot manque."}
    )

    assert version(page, "es").review == ReviewStatus.RETURNED
    assert "changes asked for" in text(
        signed_in(translator).get(reverse("translations_queue"))
    )


def test_the_first_page_of_the_admin_tells_reviewers_what_waits_for_them(page):
    make_task("es")
    hand_in(version(page, "es"), make_translator("es"))

    response = signed_in(make_translator("es")).get(reverse("wagtailadmin_home"))

    assert "1 translation in review" in text(response)
    assert "state=open" in response.content.decode()


def test_the_history_of_the_page_says_who_approved_which_language(page):
    hand_in(version(page, "es"), make_translator("es"))
    post(page, make_staff(), "approve", comment="Parfait.")

    history = reverse("wagtailadmin_pages:history", args=[page.pk])
    response = signed_in(make_staff()).get(history)

    assert "Approved Spanish" in text(response)
