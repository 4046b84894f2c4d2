"""Asks an editor, after a save, which translations of a changed text still hold."""

from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from core.languages import native_name
from translations.language_pages import LanguagePage
from translations.models import LanguageVersion
from translations.significance import Decided, changed_texts, decide, undecided_texts


def announce_changes(request, instance) -> None:
    """Say after a save that translated texts were changed, and lead to the page that asks about them."""
    # Nobody reads the answer to an automatic save.
    if not request.accepts("text/html"):
        return
    count = len(undecided_texts(instance, request.user))
    if not count:
        return
    version = LanguageVersion.objects.of(instance).first()
    message = ngettext(
        "%(count)d text was changed after it was translated. Its translations stay live.",
        "%(count)d texts were changed after they were translated. Their translations stay live.",
        count,
    ) % {"count": count}
    address = reverse("translation_changes", args=[version.pk])
    button = messages.button(address, _("Still valid, or translate again?"))
    messages.warning(request, message, buttons=[button])


class ChangesView(LanguagePage):
    """Lists the changed texts, and takes in which of their translations are still valid."""

    template_name = "translations/changes.html"
    page_title = gettext_lazy("Changed texts")

    def post(self, request, *args, **kwargs):
        shown = _by_language(request.POST.getlist("shown"))
        valid = _by_language(request.POST.getlist("valid"))
        versions = LanguageVersion.objects.of(self.instance).filter(language__in=shown)
        total = Decided()
        with transaction.atomic():
            for version in versions.order_by("pk"):
                fingerprints = shown[version.language]
                places = set(valid.get(version.language, ()))
                decided = decide(version, request.user, fingerprints, places)
                total.valid += decided.valid
                total.again += decided.again
                total.moved += decided.moved
        return self.answer(total)

    def answer(self, total):
        messages.success(
            self.request,
            _("Still valid: %(valid)d. To be translated again: %(again)d.")
            % {"valid": total.valid, "again": total.again},
        )
        if total.moved:
            messages.warning(
                self.request,
                _("Some texts were changed once more meanwhile. Look at them again."),
            )
            return redirect(self.request.path)
        return redirect(self.edit_url())

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "texts": [
                {"text": text, "choices": list(_choices(text))}
                for text in changed_texts(self.instance, self.request.user)
            ],
        }


def _choices(text):
    for translation in text.translations:
        language, place = translation.language, translation.pair.place
        fingerprint = translation.pair.source_fingerprint
        yield {
            "language": language,
            "name": native_name(language),
            "target": translation.pair.target,
            "shown": f"{language} {fingerprint} {place}",
        }


def _by_language(posted) -> dict[str, dict[str, str]]:
    """Return what was posted as `language fingerprint place`, leaving out what is not of that form."""
    found = {}
    for line in posted:
        parts = line.split(" ", 2)
        if len(parts) == 3:
            language, fingerprint, place = parts
            found.setdefault(language, {})[place] = fingerprint
    return found
