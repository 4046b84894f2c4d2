"""People who work on a page leave notes on its texts and talk about them."""

import pytest
from django.urls import reverse

from core.models import SiteSettings, User
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_content_page
from tests.translations.comments.talks import reply, say, send, talk_url, texts
from tests.translations.desk.desks import Sitting, desk_url, make_desk_page, question
from tests.translations.queue.work import titles
from tests.translations.test_states import latest, save, version
from translations.models import LanguageVersion, Message, Thread

pytestmark = pytest.mark.django_db


def seen(page, language="es", user=None):
    return Sitting(page, user or make_translator(language), language).html


def test_a_note_stays_beside_the_text_in_its_language():
    page = make_desk_page()

    say(page, kind="note", text="Siempre de tú, nunca de usted.")

    assert "nunca de usted" in seen(page, "es")
    assert "nunca de usted" not in seen(page, "en")
    assert version(page, "es").open_comments == 0


def test_a_note_for_every_language_stands_at_every_desk():
    page = make_desk_page()

    thread = say(page, make_staff(), kind="note-everywhere", text="Le slogan de 2019.")

    assert "Le slogan de 2019." in seen(page, "es")
    assert "Le slogan de 2019." in seen(page, "en")
    reply(thread, make_staff(), deed="delete", message=thread.messages.get().pk)
    assert "Le slogan de 2019." not in seen(page, "en")


def test_a_comment_is_answered_until_somebody_resolves_it():
    page, asking, knowing = make_desk_page(), make_translator("es"), make_staff()
    thread = say(page, asking, text="Un seul ou plusieurs ?")

    reply(thread, knowing, text="Plusieurs.")

    assert texts(thread) == ["Un seul ou plusieurs ?", "Plusieurs."]
    assert version(page, "es").open_comments == 1
    assert "1 open comment" in seen(page)
    reply(thread, asking, deed="resolve")
    thread.refresh_from_db()
    assert (thread.is_open, thread.resolved_by) == (False, asking)
    assert version(page, "es").open_comments == 0
    assert "1 open comment" not in seen(page)


def test_whoever_answers_a_resolved_comment_opens_it_again():
    page, person = make_desk_page(), make_translator("es")
    thread = say(page, person)
    reply(thread, person, deed="resolve")

    reply(thread, person, text="Encore une chose.")

    thread.refresh_from_db()
    assert thread.is_open
    assert version(page, "es").open_comments == 1


def test_a_resolved_comment_can_be_reopened():
    page, person = make_desk_page(), make_translator("es")
    thread = say(page, person)
    reply(thread, person, deed="resolve")

    reply(thread, person, deed="reopen")

    thread.refresh_from_db()
    assert thread.is_open


def test_open_comments_are_counted_and_found_in_the_queue():
    page = make_desk_page(title_fr="Foire")
    make_content_page(title_fr="Autre")
    say(page)
    client = signed_in(make_translator("es"))
    url = reverse("translations_queue")

    response = client.get(url, {"state": "open_comments"})

    assert titles(response) == ["Foire"]
    assert "1 open comment" in response.content.decode()


def test_editors_find_the_open_comments_of_all_languages_from_the_page():
    page, editor = make_desk_page(), make_staff()
    say(page, text="¿Cuántas personas?")
    say(page, language="en", text="Which year?")
    client = signed_in(editor)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    overview = client.get(
        reverse("translation_language", args=[version(page, "es").pk])
    ).content.decode()

    assert b"2 open comments" in form
    assert "¿Cuántas personas?" in overview
    assert "Which year?" in overview
    assert f'href="{desk_url(page)}#text-' in overview


def test_what_is_said_of_a_text_goes_where_the_text_goes():
    page = make_desk_page()
    place = question(page, 2)
    say(page, place=place, text="¿Formal?")
    rows = list(latest(page).items.all())

    draft = latest(page)
    rows[2].sort_order = -1
    draft.items = [rows[2], *rows[:2]]
    draft.save_revision(clean=False)

    assert question(page, 0) == place
    client = signed_in(make_staff())
    shown = client.get(talk_url(page), {"place": place}).content.decode()
    assert "Question 2 ?" in shown
    assert "¿Formal?" in shown


def test_what_was_said_of_a_text_that_is_gone_is_kept_and_comes_back_with_it():
    page, person = make_desk_page(), make_translator("es")
    place, before = question(page), list(latest(page).items.all())
    thread = say(page, person, place=place, text="¿Formal?")

    save(page, items=before[1:])

    html = seen(page, user=person)
    assert "no longer on the page" in html
    assert "Question 0 ?" in html
    assert reply(thread, person, text="Ya no importa.").status_code == 302
    assert send(page, person, place=place).status_code == 200
    save(page, items=before)
    assert "no longer on the page" not in seen(page, user=person)
    assert texts(thread) == ["¿Formal?", "Ya no importa."]


def test_when_the_last_word_on_a_gone_text_is_deleted_one_is_back_at_the_desk():
    page, person = make_desk_page(), make_translator("es")
    place = question(page)
    thread = say(page, person, place=place)
    save(page, items=list(latest(page).items.all())[1:])

    response = reply(thread, person, deed="delete", message=thread.messages.get().pk)

    assert response.url == desk_url(page)


def test_erasing_a_person_loses_nothing_of_what_they_wrote():
    page, person, other = make_desk_page(), make_translator("es"), make_staff()
    thread = say(page, person, text="Siempre “red”.", kind="note")
    talk = say(page, person)
    reply(talk, person, deed="resolve")

    User.objects.get(pk=person.pk).delete()

    assert texts(thread) == ["Siempre “red”."]
    client = signed_in(other)
    shown = client.get(talk_url(page), {"place": "headline"}).content.decode()
    assert "Somebody who left" in shown
    assert "Resolved on" in shown


def test_only_its_author_rewrites_a_message():
    page, author, staff = make_desk_page(), make_translator("es"), make_staff()
    thread = say(page, author, text="Avant")
    message = thread.messages.get()

    refused = reply(thread, staff, deed="edit", message=message.pk, text="Autre")
    reply(thread, author, deed="edit", message=message.pk, text="Après")

    assert refused.url == reverse("wagtailadmin_home")
    message.refresh_from_db()
    assert message.text == "Après"
    assert message.edited_at


def test_a_message_is_deleted_by_its_author_or_by_staff():
    page, author = make_desk_page(), make_translator("es")
    colleague = make_translator("es")
    thread = say(page, author, text="Un")
    reply(thread, author, text="Deux")
    first, second = thread.messages.all()

    reply(thread, colleague, deed="delete", message=first.pk)
    assert texts(thread) == ["Un", "Deux"]
    reply(thread, author, deed="delete", message=first.pk)
    assert texts(thread) == ["Deux"]
    assert version(page, "es").open_comments == 1
    reply(thread, make_staff(), deed="delete", message=second.pk)

    assert not Thread.objects.exists()
    assert version(page, "es").open_comments == 0


def test_nobody_reads_or_writes_comments_of_what_they_may_not_open():
    page, section = make_desk_page(), make_content_page(title_fr="Section")
    thread = say(page, text="Entre nous")
    outsider = make_translator("es")
    outsider.groups.get().page_permissions.update(page=section)
    client = signed_in(outsider)

    for url in (talk_url(page), desk_url(page, name="translations_colleagues")):
        response = client.get(url, {"place": "headline"})
        assert response.url == reverse("wagtailadmin_home")
    for deed in ("start", "answer", "edit", "delete", "resolve", "reopen"):
        message = thread.messages.get().pk
        answered = reply(thread, outsider, deed=deed, message=message, text="Moi")
        assert answered.url == reverse("wagtailadmin_home")

    assert texts(thread) == ["Entre nous"]


def test_a_thread_of_another_page_is_not_reached_through_ones_own():
    page, other = make_desk_page(), make_content_page(headline_fr="Autre")
    thread = say(other, make_staff())

    for deed in ("answer", "resolve", "delete"):
        message = thread.messages.get().pk
        answered = send(
            page, make_staff(), deed=deed, thread=thread.pk, message=message
        )
        assert answered.status_code == 404

    assert Message.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 4001])
def test_an_empty_or_endless_message_is_refused_and_comes_back(text):
    page = make_desk_page()

    response = send(page, text=text, kind="note")

    assert response.status_code == 200
    assert not Thread.objects.exists()
    html = response.content.decode()
    assert 'value="note" checked' in html
    assert f"{text.strip()}</textarea>" in html.replace(text, text.strip())


def test_what_people_write_is_shown_as_text():
    page = make_desk_page()

    say(page, text="<script>alert(1)</script>\n@nobody", kind="note")

    assert "<script>alert(1)" not in seen(page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>@nobody" in seen(page)


def test_snippets_are_talked_about_too():
    settings = SiteSettings.load()
    settings.strapline_fr = "Avec les travailleuses"
    settings.save()
    found = LanguageVersion.objects.of(settings).get(language="es")
    place = found.texts.filter(place="strapline").get().place
    url = reverse("translations_talk", args=[found.pk])

    signed_in(make_translator("es")).post(
        url, {"place": place, "deed": "start", "text": "¿Lema?"}
    )

    found.refresh_from_db()
    assert found.open_comments == 1


def test_many_threads_ask_the_database_no_more_than_few(django_assert_max_num_queries):
    page, client = make_desk_page(number=8), signed_in(make_staff())
    people = [make_translator("es") for _ in range(3)]
    say(page, people[0], place=question(page, 0))
    client.get(desk_url(page))

    counts = []
    for number in range(1, 9):
        if number in (1, 8):
            with django_assert_max_num_queries(45) as queries:
                client.get(desk_url(page))
            counts.append(len(queries))
        if number < 8:
            thread = say(page, people[number % 3], place=question(page, number))
            reply(thread, people[0], text=f"@{people[1].email}")

    assert counts[0] == counts[1]
