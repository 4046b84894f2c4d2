"""Derives the state of each translation from its texts, and keeps the counts of the queue."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from core.languages import content_languages
from core.models import SitePage
from core.plain_words import plain_words
from translations.live_texts import languages_to_publish
from translations.models import LanguageVersion, State, TranslatedText
from translations.models.version import first_source
from translations.texts import Pair, pairs

# What a refresh may write; all else is written where a person decided it.
KEPT_COLUMNS = [
    "state",
    "is_present",
    "source_text",
    "source_fingerprint",
    "target_fingerprint",
    "needs_review",
    "confirmed_by",
    "confirmed_at",
]
COUNTS = {
    State.MISSING: "missing",
    State.OUTDATED: "outdated",
    State.UNREVIEWED: "unreviewed",
    State.WAITING: "waiting",
    State.DONE: "done",
}
VERSION_COLUMNS = [
    *COUNTS.values(),
    "todo",
    "words_todo",
    "is_unpublished",
    "title",
    "updated_at",
]
UNFINISHED = (State.MISSING, State.OUTDATED, State.UNREVIEWED)


def judge(record: TranslatedText, pair: Pair, source_state: State) -> State:
    """Return the state of a text, given what is known of it, how it reads now and how far its source is."""
    if source_state is not State.DONE:
        return State.WAITING
    if record.is_same:
        return State.DONE
    if not pair.target:
        return State.MISSING
    if record.needs_review:
        return State.UNREVIEWED
    if record.source_fingerprint != pair.source_fingerprint:
        return State.OUTDATED
    return State.DONE


def confirm(record: TranslatedText, pair: Pair, user=None):
    """Note in `record` that the translation says what the source says now."""
    record.source_text = pair.source
    record.source_fingerprint = pair.source_fingerprint
    record.target_fingerprint = pair.target_fingerprint
    record.needs_review = False
    record.confirmed_by = user
    record.confirmed_at = timezone.now()


def notice(record: TranslatedText, pair: Pair, user=None):
    """Take in that the translation was written outside the desk, if it was.

    Whoever writes a text sees its source, so the new words are taken to say the same. A
    text that was outdated before may have been polished only: somebody must look at it.
    """
    if record.target_fingerprint == pair.target_fingerprint:
        return
    if not pair.target:
        record.target_fingerprint = ""
    elif record.state in (State.OUTDATED, State.UNREVIEWED):
        record.target_fingerprint = pair.target_fingerprint
        record.needs_review = True
    else:
        confirm(record, pair, user)


@transaction.atomic
def refresh(instance: models.Model, user=None) -> list[LanguageVersion]:
    """Bring the records of `instance`, which is its latest draft, up to date, and return its versions."""
    versions = ensure_versions(instance)
    to_publish = languages_to_publish(instance)
    _settle(in_order_of_sources(versions), instance, user)
    for version in versions:
        version.is_unpublished = version.language in to_publish
        version.title = str(instance)[:255]
        # Not who has it and when it is due: somebody may say so at this moment.
        version.save(update_fields=VERSION_COLUMNS)
    return versions


@transaction.atomic
def begin(instances: Iterable[models.Model], user=None):
    """Make the records of `instances`, which are new, in two statements for all of them."""
    versions, records = [], []
    for instance in instances:
        new = [_first_version(instance, code) for code in content_languages()]
        known: dict[tuple[str, str], State] = {}
        for version in in_order_of_sources(new):
            source = version.source_language or version.language
            work = _Work(version, instance, user, known)
            records += work.judge(pairs(instance, source, version.language))
        versions += new
    LanguageVersion.objects.bulk_create(versions)
    TranslatedText.objects.bulk_create(records)


def _settle(versions, instance, user):
    """Bring the records of all `versions` up to date, which are in the order of their sources.

    A text with a source of its own may wait for a version further behind: then all are
    judged again, until nothing changes.
    """
    known: dict[tuple[str, str], State] = {}
    for _step in versions:
        before = dict(known)
        works = [_Work(version, instance, user, known) for version in versions]
        for work in works:
            work.refresh()
        if known == before or not any(work.has_own_sources for work in works):
            return


def ensure_versions(instance: models.Model) -> list[LanguageVersion]:
    """Return a version of `instance` for each language of the site, made where there is none."""
    versions = {
        version.language: version for version in LanguageVersion.objects.of(instance)
    }
    missing = [code for code in content_languages() if code not in versions]
    for language in missing:
        versions[language] = _first_version(instance, language)
        versions[language].save()
    found = [versions[code] for code in content_languages()]
    for version in found:
        if version.source_language not in {"", *content_languages()}:
            # The settings no longer have it.
            version.source_language = first_source(version.language)
            version.save(update_fields=["source_language"])
    return found


def _first_version(instance, language):
    return LanguageVersion(
        content_type=ContentType.objects.get_for_model(instance),
        object_id=instance.pk,
        page_id=instance.pk if isinstance(instance, SitePage) else None,
        title=str(instance)[:255],
        language=language,
        source_language=first_source(language),
    )


def pairs_of(version: LanguageVersion, instance: models.Model) -> Iterator[Pair]:
    """Yield the texts of `version` in `instance`, each beside its source, which may differ from that of the version."""
    source = version.source_language or version.language
    own = version.texts.filter(own_source__in=content_languages())
    own = dict(own.values_list("place", "own_source"))
    for origin in dict.fromkeys([source, *own.values()]):
        for pair in pairs(instance, origin, version.language):
            if own.get(pair.place, source) == origin:
                yield pair


def in_order_of_sources(versions: list[LanguageVersion]) -> list[LanguageVersion]:
    """Return `versions` with each behind the one it is translated from."""
    by_language = {version.language: version for version in versions}

    def depth(version):
        steps = 0
        while version and version.source_language and steps <= len(versions):
            version = by_language.get(version.source_language)
            steps += 1
        return steps

    return sorted(versions, key=depth)


@dataclass
class _Work:
    """Brings the records of one version up to date."""

    version: LanguageVersion
    instance: models.Model
    user: models.Model | None
    # The state of each text so far, by language and place.
    known: dict
    records: dict[str, TranslatedText] = field(default_factory=dict)

    def refresh(self):
        self.records = {record.place: record for record in self.version.texts.all()}
        before = {place: _kept(record) for place, record in self.records.items()}
        new = self.judge(pairs_of(self.version, self.instance))
        TranslatedText.objects.bulk_create(new)
        changed = [
            self.records[place]
            for place, values in before.items()
            if _kept(self.records[place]) != values
        ]
        TranslatedText.objects.bulk_update(changed, KEPT_COLUMNS, batch_size=100)

    def judge(self, found: Iterable[Pair]) -> list[TranslatedText]:
        """Take in all texts that there are now, and return the records of those seen for the first time."""
        present = {pair.place: pair for pair in found}
        new = [place for place in present if place not in self.records]
        for place in new:
            self.records[place] = self.first_record(present[place])
        for place, record in self.records.items():
            self.take_in(record, present.get(place))
        self.count(present)
        return [self.records[place] for place in new]

    @property
    def has_own_sources(self):
        return any(record.own_source for record in self.records.values())

    def first_record(self, pair):
        """Return the record of a text that is seen for the first time.

        A translation that is already there was written beside this source.
        """
        record = TranslatedText(version=self.version, place=pair.place)
        if pair.target:
            confirm(record, pair, self.user)
        return record

    def take_in(self, record, pair):
        record.is_present = pair is not None
        if pair is None:
            return
        notice(record, pair, self.user)
        origin = record.own_source or self.version.source_language
        is_original = not origin or origin == self.version.language
        source_state = self.known.get((origin, pair.place), State.DONE)
        record.state = State.DONE if is_original else judge(record, pair, source_state)
        self.known[(self.version.language, pair.place)] = record.state

    def count(self, present):
        version = self.version
        states = Counter(self.records[place].state for place in present)
        states[State.WAITING] += self.count_unborn(present)
        for state, name in COUNTS.items():
            setattr(version, name, states[state])
        version.todo = sum(states[state] for state in UNFINISHED)
        version.words_todo = sum(
            len(plain_words(pair.source).split())
            for place, pair in present.items()
            if self.records[place].state in UNFINISHED
        )

    def count_unborn(self, present):
        """Return how many texts the source language itself still lacks."""
        return sum(
            language == self.version.source_language
            and state is not State.DONE
            and place not in present
            for (language, place), state in self.known.items()
        )


def _kept(record):
    return [
        getattr(record, TranslatedText._meta.get_field(name).attname)
        for name in KEPT_COLUMNS
    ]
