"""Mails about a workflow leave once the page is saved, and never undo it."""

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from tests.admin.forms import draft_of, open_page
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import make_faq_page

pytestmark = pytest.mark.django_db


class UnknownServer(EmailBackend):
    """A mail server whose name nobody knows."""

    def open(self):
        raise OSError("Name or service not known")


def submit(page):
    form = open_page(signed_in(make_translator("es")), page)
    return form.set(title_es="Preguntas").save("submit")


def test_the_mail_waits_until_the_page_is_saved(django_capture_on_commit_callbacks):
    staff, page = make_staff(), make_faq_page()

    with django_capture_on_commit_callbacks(execute=True):
        submit(page)
        sent_before = len(mail.outbox)

    assert sent_before == 0
    assert [message.to for message in mail.outbox] == [[staff.email]]


def test_a_mail_server_that_is_not_there_undoes_nothing(
    settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"{__name__}.UnknownServer"
    make_staff()
    page = make_faq_page()

    with django_capture_on_commit_callbacks(execute=True):
        response = submit(page)

    assert response.status_code == 302
    assert draft_of(page).title_es == "Preguntas"
