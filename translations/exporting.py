"""Puts the texts of pages, sections or a part of the queue into a file for a translator."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.models import SitePage
from translations.drafts import latest_draft
from translations.exchange.deliveries import (
    ExchangeError,
    Format,
    Limits,
    Standing,
)
from translations.exchange.deliveries import State as FileState
from translations.exchange.files import write
from translations.keys import key_of, units_of
from translations.models import LanguageVersion, State
from translations.states import UNFINISHED
from translations.units import Unit


def versions_of_section(section: SitePage, language: str) -> QuerySet:
    """Return the versions in `language` of `section` and of all pages below it."""
    return LanguageVersion.objects.filter(
        language=language, page__path__startswith=section.path
    ).order_by("page__path")


def export(
    versions: Iterable[LanguageVersion],
    format: Format | str,
    *,
    only_unfinished: bool = False,
) -> bytes:
    """Return a file of the texts of `versions` as they are in the latest drafts.

    Raises ExchangeError where there is nothing to send, or more than a file may hold.
    """
    units, standings = [], {}
    limit = Limits.from_settings().units
    for version in versions:
        found, known = _texts(version, only_unfinished)
        units += found
        standings |= known
        if len(units) > limit:
            raise ExchangeError(
                _(
                    "These are more than %(limit)d texts, which is too much for one "
                    "file. Export fewer pages at a time."
                )
                % {"limit": limit}
            )
    return write(units, format, standings=standings)


def _texts(version, only_unfinished) -> tuple[list[Unit], dict[str, Standing]]:
    if version.instance is None:
        return [], {}
    records = {
        key_of(version, record.place): record
        for record in version.texts.filter(is_present=True)
    }
    units = [
        unit
        for unit in units_of(version, latest_draft(version.instance))
        if not only_unfinished or _is_unfinished(records.get(unit.key))
    ]
    standings = {unit.key: _standing(records.get(unit.key)) for unit in units}
    return units, standings


def _is_unfinished(record):
    return record is None or record.state in UNFINISHED


def _standing(record):
    # Never “approved”: where a file that comes back says so, a person said it there.
    if record is None or record.state != State.OUTDATED:
        return Standing()
    return Standing(FileState.NEEDS_WORK, previous_source=record.source_text)
