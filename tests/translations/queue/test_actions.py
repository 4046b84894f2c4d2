"""People take work and are given it; rights are kept on the server, and no page is saved."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.queue.work import make_work
from translations.models import LanguageVersion, MailPreference

pytestmark = pytest.mark.django_db


def do(user, action, *versions, ids=None, data=None, **query):
    address = reverse(
        "wagtail_bulk_action", args=["translations", "languageversion", action]
    )
    keys = ids or [version.pk for version in versions]
    query = {**query, "id": keys, "next": reverse("translations_queue")}
    url = f"{address}?{urlencode(query, doseq=True)}"
    return signed_in(user).post(url, data or {})


def assignee(version):
    return LanguageVersion.objects.get(pk=version.pk).assignee


def test_a_translator_takes_work_of_their_language():
    version = make_work(language="es")
    person = make_translator("es")

    do(person, "take", version)

    assert assignee(version) == person


def test_a_translator_cannot_take_another_language():
    version = make_work(language="en")

    do(make_translator("es"), "take", version)

    assert assignee(version) is None


def test_nobody_takes_what_somebody_has():
    first = make_translator("es")
    version = make_work(assignee=first)

    do(make_translator("es"), "take", version)

    assert assignee(version) == first


def test_a_translator_gives_back_their_own_work_alone():
    person, other = make_translator("es"), make_translator("es")
    own, others = make_work(assignee=person), make_work("Faire", assignee=other)

    do(person, "release", own, others)

    assert assignee(own) is None
    assert assignee(others) == other


def test_staff_give_work_to_whoever_writes_its_language():
    version, person = make_work(), make_translator("es")
    due = timezone.localdate() + timedelta(days=5)

    do(make_staff(), "assign", version, data={"assignee": person.pk, "due_on": due})

    version.refresh_from_db()
    assert (version.assignee, version.due_on) == (person, due)


def test_work_is_given_to_nobody_who_does_not_write_its_language():
    version, stranger = make_work(language="es"), make_translator("en")

    response = do(make_staff(), "assign", version, data={"assignee": stranger.pk})

    assert response.status_code == 200
    assert assignee(version) is None


def test_work_is_given_to_nobody_who_may_not_open_it():
    person = make_translator("es")
    version = make_work()
    group = person.groups.get()
    group.page_permissions.update(page=make_content_page(title_fr="Section"))

    response = do(make_staff(), "assign", version, data={"assignee": person.pk})

    assert "may not open “Gouvernance”" in response.content.decode()
    assert assignee(version) is None


@pytest.mark.parametrize("action", ["assign", "due"])
def test_translators_give_no_work_and_set_no_date(action):
    version, person = make_work(), make_translator("es")

    do(person, action, version, data={"assignee": person.pk, "due_on": "2030-01-01"})

    version.refresh_from_db()
    assert version.assignee is None
    assert version.due_on is None


def test_staff_set_a_date_and_take_it_away():
    version, person = make_work(), make_staff()

    do(person, "due", version, data={"due_on": "2030-01-01"})
    assert LanguageVersion.objects.get(pk=version.pk).due_on.year == 2030

    do(person, "due", version, data={"due_on": ""})
    assert LanguageVersion.objects.get(pk=version.pk).due_on is None


@pytest.mark.parametrize("key", ["0", "99999999999999999999999", "x'", "-1", "٣"])
def test_a_forged_number_is_nothing(key):
    make_work()

    assert do(make_translator("es"), "take", ids=[key]).status_code == 404


def test_what_a_person_does_not_see_is_not_there_for_them():
    person = make_translator("es")
    section = make_content_page(title_fr="Section")
    person.groups.get().page_permissions.update(page=section)
    version = make_work("Dehors")

    response = do(person, "take", version)

    assert response.status_code == 404
    assert assignee(version) is None


def test_everything_in_a_list_is_what_its_filters_leave():
    late = make_work("Hier", due_on=timezone.localdate() - timedelta(days=1))
    later = make_work("Demain", due_on=timezone.localdate() + timedelta(days=1))
    person = make_translator("es")

    do(person, "take", ids=["all"], due="overdue")

    assert assignee(late) == person
    assert assignee(later) is None


def test_assigning_saves_no_page():
    version, person = make_work(), make_translator("es")
    before = Revision.objects.count()

    do(make_staff(), "assign", version, data={"assignee": person.pk})

    assert Revision.objects.count() == before


def test_an_assignment_is_told_in_the_language_of_the_person(
    django_capture_on_commit_callbacks,
):
    version, person = make_work("Faire & défaire"), make_translator("es")
    person.wagtail_userprofile.preferred_language = "fr"
    person.wagtail_userprofile.save()

    with django_capture_on_commit_callbacks(execute=True):
        do(make_staff(), "assign", version, data={"assignee": person.pk})

    [message] = mail.outbox
    html, _kind = message.alternatives[0]
    assert message.to == [person.email]
    assert "Faire & défaire – Español, 6 mots" in message.body
    assert "Faire &amp; défaire" in html
    assert '<html lang="fr" dir="ltr">' in html
    assert reverse("translations_queue") in message.body


def test_an_assignment_is_not_told_to_whoever_wants_no_notices(
    django_capture_on_commit_callbacks,
):
    version, person = make_work(), make_translator("es")
    MailPreference.objects.create(user=person, wants_notices=False)

    with django_capture_on_commit_callbacks(execute=True):
        do(make_staff(), "assign", version, data={"assignee": person.pk})

    assert mail.outbox == []


def test_an_assignment_outlives_a_save_of_the_page_that_began_before():
    version, person = make_work(), make_translator("es")
    page = version.page.specific

    do(person, "take", version)
    page.save_revision()

    assert assignee(version) == person


def test_rows_of_the_queue_leave_as_a_file():
    page = make_content_page(lead_fr="Bonjour")
    spanish = LanguageVersion.objects.of(page).get(language="es")
    client = signed_in(make_translator("es"))
    url = reverse(
        "wagtail_bulk_action", args=["translations", "languageversion", "export"]
    )

    form = client.get(url, {"id": spanish.pk})
    file = client.get(
        form.url, QUERY_STRING=f"{form.url.partition('?')[2]}&language=es&format=csv"
    )

    assert f"version={spanish.pk}" in form.url
    assert "Bonjour" in file.content.decode()
