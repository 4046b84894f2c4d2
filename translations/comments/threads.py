"""Reads what is said of the texts of one version, and gathers it by text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db import models
from django.urls import reverse
from django.utils.safestring import SafeString

from core.languages import direction, native_name
from translations.comments.colleagues import Names
from translations.desk.fields import element_id
from translations.models import LanguageVersion, Message, Thread


def talk_id(place: str) -> str:
    """Return the id under which the desk shows what is said of the text at `place`."""
    return f"{element_id(place)}-talk"


def text_url(thread: Thread) -> str:
    """Return the address of the desk at the text that `thread` is about."""
    url = reverse("translations_desk", args=[thread.version_id])
    return f"{url}#{talk_id(thread.place)}"


def open_threads_of(instance: models.Model) -> list[Thread]:
    """Return the conversations on `instance` that are not at their end, of all languages."""
    versions = LanguageVersion.objects.of(instance)
    threads = Thread.objects.open().filter(version__in=versions)
    found = list(threads.with_messages())
    for thread in found:
        thread.url = text_url(thread)
        thread.language_name = native_name(thread.version.language)
    return found


def marked(message: Message) -> SafeString:
    """Return what `message` says, as safe HTML in which those whom it names stand out."""
    named = [one.person for one in message.recipients.all() if one.is_named]
    return Names(named).marked(message.text)


@dataclass
class Talk:
    """All that is said of one text."""

    version: LanguageVersion
    place: str
    threads: list[Thread] = field(default_factory=list)

    @property
    def element_id(self) -> str:
        return talk_id(self.place)

    @property
    def notes(self) -> list[Thread]:
        return [thread for thread in self.threads if thread.is_note]

    @property
    def open(self) -> list[Thread]:
        return [thread for thread in self.threads if thread.is_open]

    @property
    def resolved(self) -> list[Thread]:
        return [t for t in self.threads if not (t.is_note or t.is_open)]

    @property
    def quote(self) -> str:
        """Return the words of the source when the first of it was said."""
        return self.threads[0].quote if self.threads else ""

    @property
    def source_language(self) -> str:
        return self.version.source_language or self.version.language

    @property
    def source_direction(self) -> str:
        return direction(self.source_language)


class Talks:
    """What is said of the texts of one version; read once, and only if somebody asks."""

    def __init__(self, version: LanguageVersion):
        self.version = version

    @cached_property
    def by_place(self) -> dict[str, Talk]:
        found: dict[str, Talk] = {}
        for thread in Thread.objects.at_desk_of(self.version).with_messages():
            found.setdefault(thread.place, Talk(self.version, thread.place))
            found[thread.place].threads.append(thread)
        return found

    def at(self, place: str) -> Talk:
        """Return what is said of the text at `place`, which may be nothing yet."""
        return self.by_place.get(place) or Talk(self.version, place)

    def elsewhere(self, places: Iterable[str]) -> list[Talk]:
        """Return what is said of texts that are at none of `places`: they were taken away."""
        present = set(places)
        return [talk for place, talk in self.by_place.items() if place not in present]
