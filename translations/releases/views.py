"""Chooses which languages of a page are released together, and takes back what waits for them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.languages import content_languages, name_in_sentence, native_name
from core.models import SitePage
from core.permissions import EDIT_SHARED_FIELDS
from translations.drafts import latest_draft
from translations.language_pages import LanguagePage
from translations.models import ReleaseGate
from translations.releases.asking import forget
from translations.releases.holding import obstacle, release
from translations.releases.waits import gate_of, waits


def may_set_gate(user, page) -> bool:
    """Tell whether `user` may say what `page` waits for: whoever publishes it, and edits what all languages share."""
    if not isinstance(page, SitePage) or not user.has_perm(EDIT_SHARED_FIELDS):
        return False
    return page.permissions_for_user(user).can_publish()


def gate_context(user, page) -> dict:
    """Return what a template shows of the gate of `page` to `user`."""
    gate = gate_of(page) if isinstance(page, SitePage) else None
    chosen = gate.languages if gate else []
    return {
        "gate": gate,
        "gate_asked": get_text_list(
            [name_in_sentence(code) for code in gate.asked_languages] if gate else [],
            _("and"),
        ),
        "gate_obstacle": obstacle(gate) if gate and gate.is_waiting else "",
        "gate_waits": waits(gate, latest_draft(page)) if gate else [],
        "gate_choices": [
            (code, native_name(code), code in chosen) for code in content_languages()
        ],
        "may_set_gate": may_set_gate(user, page),
    }


def announce_hold(request, page, language="") -> None:
    """Say what the page, or a language of it, which somebody just published, waits for; lead there."""
    found = waits(gate_of(page), latest_draft(page))
    sentence = (
        _(
            "“%(title)s” is published in %(language)s, and only so, once these "
            "languages are approved: %(waits)s."
        )
        if language
        else _(
            "“%(title)s” is saved, and published by itself once these languages are "
            "approved: %(waits)s."
        )
    )
    messages.warning(
        request,
        sentence
        % {
            "title": page,
            "language": language and name_in_sentence(language),
            "waits": "; ".join(map(str, found)),
        },
        buttons=[messages.button(wait.url, wait.name) for wait in found],
    )


class ReleaseView(LanguagePage):
    """Takes in which languages a page waits for."""

    def dispatch(self, request, *args, **kwargs):
        if not isinstance(self.instance, SitePage):
            raise Http404
        if not may_set_gate(request.user, self.instance):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return HttpResponseNotAllowed(["POST"])

    def post(self, request, *args, **kwargs):
        if request.POST.get("action") == "take-back":
            self.take_back()
        else:
            self.choose(request.POST.getlist("languages"))
        return redirect("translation_language", self.version.pk)

    def take_back(self):
        if gate := gate_of(self.instance):
            forget(gate)
        messages.success(
            self.request, _("Nothing waits to be published any more. All drafts stay.")
        )

    def choose(self, languages):
        unknown = sorted(set(languages) - set(content_languages()))
        if unknown:
            messages.error(
                self.request,
                _(
                    "The site has no language “%(language)s”. Choose one of its languages."
                )
                % {"language": unknown[0][:20]},
            )
            return
        gate, _created = ReleaseGate.objects.get_or_create(page_id=self.instance.pk)
        gate.languages = languages
        gate.save(update_fields=["languages"])
        if gate.is_waiting and release(gate, self.request.user):
            sentence = _("Nothing is left to wait for: the page is published.")
        elif languages:
            sentence = _("From now on, the page is published once these are approved.")
        elif gate.is_waiting:
            # Why it waits on stands on the page.
            return
        else:
            sentence = _("The page waits for no language.")
        if not languages:
            ReleaseGate.objects.filter(pk=gate.pk, asked_at=None).delete()
        messages.success(self.request, sentence)
