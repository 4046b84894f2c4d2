"""A text at the desk, and what people say of it."""

from tests.admin.people import make_translator, signed_in
from tests.translations.desk.desks import desk_url
from translations.models import Thread


def talk_url(page, language="es"):
    return desk_url(page, language, "translations_talk")


def send(page, user=None, *, place="headline", language="es", **fields):
    """Post what a form of the page of comments posts, and return the answer."""
    client = signed_in(user or make_translator(language))
    data = {"place": place, "deed": "start", "text": "Qu’est-ce ?", **fields}
    return client.post(talk_url(page, language), data)


def say(page, user=None, **fields) -> Thread:
    """Let `user` start a thread, and return it."""
    assert send(page, user, **fields).status_code == 302
    return Thread.objects.latest("pk")


def reply(thread, user, **fields):
    """Let `user` post a form of `thread`."""
    version = thread.version
    fields.setdefault("deed", "answer")
    return send(
        version.instance,
        user,
        place=thread.place,
        language=version.language,
        thread=thread.pk,
        **fields,
    )


def texts(thread) -> list[str]:
    return [message.text for message in thread.messages.all()]
