"""Sets from which language a page, or one of its texts, is translated; no text is written."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from core.languages import content_languages, native_name
from core.permissions import EDIT_SHARED_FIELDS
from translations.drafts import locked_draft, may_translate
from translations.models import LanguageVersion, State, TranslatedText
from translations.states import ensure_versions, pairs_of, refresh


def may_set_source(user, instance, language: str) -> bool:
    """Tell whether `user` may say what the texts of `instance` in `language` are translated from."""
    return user.has_perm(EDIT_SHARED_FIELDS) and may_translate(user, instance, language)


def set_source(version: LanguageVersion, user, source: str) -> None:
    """Let all of `version` be translated from `source`; an empty one makes it the original.

    What was done stays done. Raises ValidationError where a language would in the end be
    translated from itself.
    """
    with locked_draft(version) as draft:
        _demand(version, user, draft, source)
        done = _done(version)
        version.source_language = "" if source == version.language else source
        version.save(update_fields=["source_language"])
        _settle(version, user, draft, done)


def set_source_of_text(version: LanguageVersion, user, place: str, source: str) -> None:
    """Let one text be translated from `source`; an empty one means as the rest of the page."""
    with locked_draft(version) as draft:
        _demand(version, user, draft, source)
        record = version.texts.filter(place=place, is_present=True).first()
        if record is None:
            raise ValidationError(
                _("This text is no longer on the page. Load the page again.")
            )
        done = _done(version) & {place}
        record.own_source = source
        record.save(update_fields=["own_source"])
        _settle(version, user, draft, done, only={place})


def _demand(version, user, draft, source):
    if not may_set_source(user, draft, version.language):
        raise PermissionDenied
    if source and source not in content_languages():
        raise ValidationError(
            _("The site has no language “%(language)s”. Choose one of its languages.")
            % {"language": source[:20]}
        )
    ensure_versions(draft)


def _done(version):
    done = version.texts.filter(state=State.DONE)
    return set(done.values_list("place", flat=True))


def _settle(version, user, draft, done, only=None):
    """Refuse a circle; else let what was done be done from its new source, and what was not begin anew."""
    _refuse_circles(version)
    records = {record.place: record for record in version.texts.all()}
    changed = []
    for pair in pairs_of(version, draft):
        record = records.get(pair.place)
        if record is None or (only and pair.place not in only):
            continue
        # Words of two languages cannot be compared.
        is_done = pair.place in done and pair.target
        record.source_text = pair.source if is_done else ""
        record.source_fingerprint = pair.source_fingerprint if is_done else ""
        changed.append(record)
    TranslatedText.objects.bulk_update(
        changed, ["source_text", "source_fingerprint"], batch_size=100
    )
    refresh(draft, user)


def _refuse_circles(version):
    siblings = list(LanguageVersion.objects.of(version.instance))
    of_page = {sibling.language: sibling.source_language for sibling in siblings}
    of_page[version.language] = version.source_language
    by_place: dict[str, dict[str, str]] = {}
    own = TranslatedText.objects.filter(version__in=siblings).exclude(own_source="")
    for place, language, source in own.values_list(
        "place", "version__language", "own_source"
    ):
        by_place.setdefault(place, {})[language] = source
    for sources in ({}, *by_place.values()):
        _refuse_circle({**of_page, **sources}, version.language)


def _refuse_circle(sources, language):
    """Follow the sources from `language` on, and refuse to come back to a language that was passed."""
    way = [language]
    while (source := sources.get(way[-1])) and source != way[-1]:
        if source in way:
            names = " ← ".join(map(native_name, [*way, source]))
            raise ValidationError(
                _(
                    "A language would be translated from itself: %(languages)s. Make "
                    "one of them the original first."
                )
                % {"languages": names}
            )
        way.append(source)
