"""Where one can go from the desk, and what stands beside a text."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder

from core.languages import native_name
from translations.confirming import confirm_address
from translations.desk.desks import Desk
from translations.desk.saving import Outcome
from translations.desk.texts import DeskText
from translations.keys import document_of
from translations.machine.protocol import MachineError
from translations.machine.services import is_available, machine_suggestions
from translations.memory import suggestions
from translations.models import LanguageVersion


def desk_url(version: LanguageVersion, choice: str = "all") -> str:
    """Return the address of the desk of `version`, with the texts that were chosen."""
    url = reverse("translations_desk", args=[version.pk])
    return url if choice == "all" else f"{url}?show={choice}"


def next_address(outcome: Outcome, choice: str) -> str:
    """Return where a save without a script leads: to the next text to do, or to the one saved."""
    desk, sent = outcome.desk, {text.place for text in outcome.texts}
    url = desk_url(desk.version, choice)
    behind = [text for text in desk.texts if text.is_todo and text.place not in sent]
    anchor = behind[0].element_id if behind else ""
    return f"{url}#{anchor}" if anchor else url


def choices(version: LanguageVersion) -> list[tuple[str, str, int]]:
    """Return what one can choose to see, each with how many texts that are."""
    return [
        ("all", _("All"), version.total),
        ("todo", _("To do"), version.todo),
        ("review", _("To review"), version.unreviewed),
    ]


def links(desk: Desk, user) -> list[tuple[str, str, str]]:
    """Return the address, the name and the icon of each place that belongs to the desk."""
    edit_url = AdminURLFinder(user).get_edit_url(desk.draft)
    found = []
    version = desk.version
    if desk.is_writable and version.unreviewed + version.outdated:
        url = confirm_address(version, desk_url(version))
        found.append((url, _("Confirm texts…"), "check"))
    if edit_url:
        found.append((edit_url, _("Whole form"), "edit"))
    for name, label, icon_name in (
        ("translation_review", _("Review"), "glasses"),
        ("translation_history", _("History"), "history"),
    ):
        found.append((reverse(name, args=[version.pk]), label, icon_name))
    return found


def breadcrumbs(desk: Desk, user) -> list[dict]:
    """Return the way to the desk."""
    draft = desk.draft
    items = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    edit_url = AdminURLFinder(user).get_edit_url(draft)
    label = str(draft) or capfirst(draft._meta.verbose_name)
    items.append({"url": edit_url or "", "label": label})
    items.append({"url": "", "label": native_name(desk.version.language)})
    return items


def beside(text: DeskText, with_machine: bool) -> dict:
    """Return what the memory suggests for `text`, and where it is asked what a machine makes of it."""
    found = suggestions(text.unit, document_of(text.around.version))
    fields = text.around.fields
    whole = [(s, fields.stored_form(text.pair, s.target)) for s in found.for_text]
    result = {
        "whole": whole,
        "sentences": found.for_sentences,
        "can_ask_machine": text.around.is_writable and is_available(),
    }
    return {**result, **(_of_machine(text) if with_machine else {})}


def _of_machine(text):
    try:
        made = machine_suggestions([text.unit])
    except MachineError as error:
        return {"machine_error": error.sentence}
    if not made:
        return {}
    stored = text.around.fields.stored_form(text.pair, made[0].target)
    return {"machine": made[0], "machine_value": stored}
