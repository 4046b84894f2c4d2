"""Holds back what is to be released together, and publishes it once its languages are approved."""

import logging

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.signals import page_unpublished

from core.addresses import lock_tree
from core.due import due
from core.holding import about_to_publish
from core.models import SitePage
from translations.drafts import latest_draft
from translations.live_texts import is_ahead, take_over
from translations.models import LanguageVersion, ReleaseGate
from translations.publishing import may_publish, revision_before, show_visitors
from translations.releases.asking import forget, hold_page
from translations.releases.mails import tell_of_release
from translations.releases.waits import gate_of, sentence, waits
from translations.reviews.records import approved
from translations.states import pairs_of

logger = logging.getLogger(__name__)

RELEASED = "translations.release"


def connect():
    """Listen to what opens a gate, and to what must pass it."""
    about_to_publish.connect(hold)
    approved.connect(release_when_approved)
    page_unpublished.connect(forget_on_unpublish)
    due.connect(release_what_is_ready, dispatch_uid="translations.releases")


def hold(sender, page, revision, user, **kwargs) -> bool:
    """Hold `revision` back while a language of its gate is not approved, and remember who asked for it."""
    gate = gate_of(page)
    if not gate or not hold_page(gate, revision.as_object(), revision.content, user):
        return False
    if revision.approved_go_live_at:
        # A page whose publication is scheduled is closed to those who must finish it.
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
    return True


def obstacle(gate: ReleaseGate) -> str:
    """Return why what waits behind `gate` cannot be published now; empty where it can."""
    draft = latest_draft(gate.page)
    if found := waits(gate, draft):
        return sentence(found)
    if not _may_still_publish(gate, draft):
        return _(
            "%(person)s, who published it, may no longer do so; publish it yourself"
        ) % {"person": gate.asked_by}
    if gate.page.locked:
        return _("the page is locked")
    shown = _to_show(gate, draft)
    # A language alone goes out beside the others as they are, so their source may differ.
    is_whole = not gate.asked_languages
    if is_whole and (waits(gate, shown) or _has_other_sources(gate, shown, draft)):
        return _(
            "the source was changed after somebody published the page; publish it again, "
            "and it goes out at once"
        )
    return _fault(shown)


def release(gate: ReleaseGate, user=None) -> bool:
    """Publish what waits behind `gate`, if nothing keeps it, with the approved words of its languages.

    Whatever else was saved since stays a draft. It is published in the name of who asked
    for it; the history says of `user` that they opened the gate.
    """
    with transaction.atomic():
        lock_tree(SitePage)
        list(SitePage.objects.select_for_update().filter(pk=gate.page_id).order_by())
        gate = ReleaseGate.objects.get(pk=gate.pk)
        if not gate.is_waiting or obstacle(gate):
            return False
        draft = latest_draft(gate.page)
        revision = _publish(gate, draft)
        languages = {"languages": gate.known_languages}
        log(instance=draft, action=RELEASED, user=user, data=languages)
        tell_of_release(gate, revision, user)
        return True


def _publish(gate, draft) -> Revision:
    shown, person = _to_show(gate, draft), gate.asked_by
    if gate.asked_languages:
        forget(gate)
        return show_visitors(shown, draft, person)
    revision = draft.latest_revision
    if is_ahead(draft, shown):
        revision = revision_before(revision, shown, person)
    revision.publish(user=person, skip_permission_checks=True)
    return revision


def release_when_approved(sender, version: LanguageVersion, user, **kwargs):
    """Open the gate with the last approval that it waited for."""
    gate = ReleaseGate.objects.filter(page_id=version.page_id).first()
    if gate and gate.is_waiting:
        _try_to_release(gate, user)


def release_what_is_ready(**kwargs):
    """Publish what became ready by something else than an approval."""
    for gate in ReleaseGate.objects.filter(asked_at__isnull=False):
        _try_to_release(gate)


def _try_to_release(gate, user=None):
    try:
        release(gate, user)
    except ValidationError:
        # The approval stands, and no other page waits for this one.
        logger.exception("“%s” cannot be published.", gate.page)


def forget_on_unpublish(sender, instance, **kwargs):
    """Publish nothing by itself that somebody took offline meanwhile."""
    gate = isinstance(instance, SitePage) and gate_of(instance)
    if gate:
        forget(gate)


def _fault(shown) -> str:
    """Return what forbids to show the page like that, as the end of a sentence."""
    try:
        shown.full_clean()
    except ValidationError as error:
        return " ".join(error.messages).rstrip(".")
    return ""


def _may_still_publish(gate, draft) -> bool:
    person, languages = gate.asked_by, gate.asked_languages
    if person is None:
        return True
    if not languages:
        return draft.permissions_for_user(person).can_publish()
    return all(may_publish(person, draft, language) for language in languages)


def _to_show(gate, draft) -> models.Model:
    """Return the page as somebody wanted to publish it, with the words that its languages have by now."""
    live = gate.page.specific
    asked = live.with_content_json(gate.content)
    for language in gate.known_languages:
        take_over(asked, draft, language)
    if not gate.asked_languages:
        return asked
    for language in gate.asked_languages:
        take_over(live, asked, language)
    return live


def _has_other_sources(gate, asked, draft) -> bool:
    """Tell whether a text would go out beside another source than the one it was approved with."""
    versions = LanguageVersion.objects.filter(page_id=gate.page_id)
    for version in versions.filter(language__in=gate.known_languages):
        sources = {
            pair.place: pair.source_fingerprint for pair in pairs_of(version, draft)
        }
        for pair in pairs_of(version, asked):
            if sources.get(pair.place) != pair.source_fingerprint:
                return True
    return False
