"""Mails to the people who translate, each in the language in which they use the admin."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.mail import send_mail
from wagtail.users.models import UserProfile

from core.languages import direction
from translations.models import LanguageVersion, MailPreference
from translations.queue.access import edit_url

MOST_LINES = 20


def preference_of(person) -> MailPreference:
    """Return what `person` wants to be told, which is not stored unless they chose it."""
    found = MailPreference.objects.filter(user=person).first()
    return found or MailPreference(user=person)


def in_language_of(person):
    """Let texts be in the language in which `person` uses the admin."""
    return override(language_of(person))


def language_of(person) -> str:
    profile = UserProfile.objects.filter(user=person).first()
    return profile.get_preferred_language() if profile else settings.LANGUAGE_CODE


def send(person, subject: str, template: str, context: dict) -> None:
    """Send `person` a mail as plain text and as HTML; their language must be active."""
    language = language_of(person)
    context = {
        **context,
        "person": person,
        "language": language,
        "direction": direction(language),
        "queue_url": absolute(reverse("translations_queue")),
        "account_url": absolute(reverse("wagtailadmin_account")),
    }
    send_mail(
        subject,
        render_to_string(f"translations/mails/{template}.txt", context),
        [person.email],
        html_message=render_to_string(f"translations/mails/{template}.html", context),
    )


def lines(versions: list[LanguageVersion], person) -> list[dict]:
    """Return what a mail says of the first of `versions`."""
    return [
        {"version": version, "url": absolute(edit_url(version, person))}
        for version in versions[:MOST_LINES]
    ]


def absolute(path: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
