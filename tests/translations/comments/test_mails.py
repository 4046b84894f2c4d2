"""Whom a message is for hears of it by mail, once and as they wish."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.admin.people import make_staff, make_translator
from tests.factories import make_content_page
from tests.translations.comments.talks import reply, say
from tests.translations.desk.desks import desk_url, make_desk_page
from translations.comments import mails
from translations.comments.threads import talk_id
from translations.models import LanguageVersion, MailPreference, Recipient
from translations.queue.digests import send_digests

pytestmark = pytest.mark.django_db

MORNING = timezone.now().replace(hour=9)


@pytest.fixture(autouse=True)
def sent(django_capture_on_commit_callbacks):
    """Return the mails that are sent when what the given function does is committed."""

    def sent(deed, /, *arguments, **fields):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            deed(*arguments, **fields)
        return [(m.to[0], m.subject, m.body) for m in mail.outbox]

    return sent


def test_whoever_is_named_gets_a_mail_that_leads_to_the_text(sent):
    page = make_desk_page(title_fr="Foire")
    writer = make_translator("es", first_name="Ana")
    named = make_staff(email="rosa@example.org")

    [(to, subject, body)] = sent(say, page, writer, text="@rosa@example.org ¿cuál?")

    assert to == named.email
    assert subject.endswith("Ana wrote to you about “Foire”")
    assert "@rosa@example.org ¿cuál?" in body
    assert "Bonjour à toutes et à tous" in body
    assert f"{desk_url(page)}#{talk_id('headline')}" in body
    assert Recipient.objects.get().told_at


def test_whoever_took_part_hears_of_an_answer(sent):
    page, writer, knowing = make_desk_page(), make_translator("es"), make_staff()
    thread = say(page, writer)

    [(to, subject, _body)] = sent(reply, thread, knowing, text="Plusieurs.")

    assert to == writer.email
    assert "answered about" in subject


def test_nobody_is_told_of_their_own_words(sent):
    page, writer = make_desk_page(), make_translator("es", email="moi@example.org")

    assert sent(say, page, writer, text="@moi@example.org") == []


def test_who_is_named_only_in_a_corrected_message_hears_then(sent):
    page, writer = make_desk_page(), make_translator("es")
    make_staff(email="rosa@example.org")
    thread = say(page, writer, text="¿Rosa?")
    fields = {"deed": "edit", "message": thread.messages.get().pk}

    first = sent(reply, thread, writer, text="@rosa@example.org", **fields)
    second = sent(reply, thread, writer, text="¿@rosa@example.org?", **fields)

    assert [len(first), len(second)] == [1, 0]


def test_whoever_wants_no_mail_each_time_reads_it_in_the_digest(sent):
    page, writer = make_desk_page(), make_staff()
    named = make_translator("es", email="ana@example.org")
    MailPreference.objects.create(user=named, digest="daily", wants_messages=False)
    LanguageVersion.objects.update(todo=0)

    assert sent(say, page, writer, text="@ana@example.org, lis ceci") == []
    [(to, _subject, body)] = sent(send_digests, MORNING)

    assert to == named.email
    assert "lis ceci" in body
    assert talk_id("headline") in body
    assert sent(send_digests, MORNING + timedelta(days=2)) == []


def test_a_digest_says_nothing_of_what_is_resolved_or_closed_to_one_by_now(sent):
    page, writer = make_desk_page(), make_staff()
    named = make_translator("es", email="ana@example.org")
    MailPreference.objects.create(user=named, digest="daily", wants_messages=False)
    LanguageVersion.objects.update(todo=0)
    resolved = say(page, writer, text="@ana@example.org")
    reply(resolved, writer, deed="resolve")
    say(page, writer, text="@ana@example.org")

    section = make_content_page(title_fr="Section")
    LanguageVersion.objects.update(todo=0)
    named.groups.get().page_permissions.update(page=section)

    assert sent(send_digests, MORNING) == []


def test_whoever_wants_to_hear_nothing_hears_nothing(sent):
    page, writer = make_desk_page(), make_staff()
    named = make_translator("es", email="ana@example.org")
    MailPreference.objects.create(user=named, digest="none", wants_messages=False)

    assert sent(say, page, writer, text="@ana@example.org") == []
    assert sent(send_digests, MORNING) == []


def test_a_mail_that_fails_keeps_back_no_other_and_is_told_in_the_digest(
    sent, monkeypatch
):
    page, writer = make_desk_page(), make_translator("es")
    names = [f"@{make_staff(email=f'{n}@example.org').email}" for n in ("a", "b")]

    def fail_for_the_first(person, *arguments):
        if person.email == "a@example.org":
            raise ConnectionRefusedError
        return send(person, *arguments)

    send = mails.send
    monkeypatch.setattr(mails, "send", fail_for_the_first)
    told = sent(say, page, writer, text=" ".join(names))

    assert [to for to, _subject, _body in told] == ["b@example.org"]
    LanguageVersion.objects.update(todo=0)
    digests = {to: body for to, _subject, body in sent(send_digests, MORNING)}
    assert " ".join(names) in digests["a@example.org"]
