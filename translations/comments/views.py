"""What is said of one text: shown, and taken in."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import name_in_sentence
from translations.asked import is_key
from translations.comments import deeds
from translations.comments.colleagues import offered
from translations.comments.threads import Talk, Talks
from translations.desk import places
from translations.desk.views import OnDesk
from translations.models import Message, Thread
from translations.models.threads import LONGEST_MESSAGE
from translations.wordings import readable

# What the form offers: a conversation, or a note for this or for every language.
KINDS = {"comment": (Thread.Kind.COMMENT, False), "note": (Thread.Kind.NOTE, False)}
KINDS["note-everywhere"] = (Thread.Kind.NOTE, True)
DEEDS = ("start", "answer", "edit", "delete", "resolve", "reopen")


class TalkView(OnDesk, WagtailAdminTemplateMixin, TemplateView):
    """Shows the notes and comments on one text, and takes in new ones and what becomes of them.

    A script gets what is to be shown of it at the desk; without one, this is a page.
    """

    template_name = "translations/comments/talk_page.html"
    header_icon = "comment"
    http_method_names = ["get", "head", "post"]

    def get(self, request, *args, **kwargs):
        if self.is_script:
            return self.answer()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        deed = request.POST.get("deed")
        if not self.place or deed not in DEEDS:
            raise Http404
        try:
            said = getattr(self, f"do_{deed}")(request.POST.get("text", "")) or ""
        except ValidationError as error:
            return self.refused(" ".join(error.messages))
        if self.is_script:
            return self.answer(said=said)
        if said:
            messages.warning(request, said)
        return redirect(self.address)

    def refused(self, reason):
        if self.is_script:
            return JsonResponse({"error": reason})
        messages.error(self.request, reason)
        return self.render_to_response(self.get_context_data(failed=self.request.POST))

    def do_start(self, text):
        pair = self.desk.pairs.get(self.place)
        if pair is None:
            raise ValidationError(
                _("This text is no longer on the page; somebody took it away.")
            )
        kind, everywhere = KINDS.get(self.request.POST.get("kind"), KINDS["comment"])
        thread = Thread(
            place=self.place,
            kind=kind,
            is_for_every_language=everywhere,
            quote=readable(pair.source, pair.kind),
        )
        message = deeds.start(self.version, self.request.user, thread, text)
        return deeds.warning_of(message)

    def do_answer(self, text):
        return deeds.warning_of(deeds.answer(self.thread, self.request.user, text))

    def do_edit(self, text):
        return deeds.warning_of(deeds.edit(self.message, self.request.user, text))

    def do_delete(self, text):
        deeds.delete(self.message, self.request.user)

    def do_resolve(self, text):
        deeds.resolve(self.thread, self.request.user)

    def do_reopen(self, text):
        deeds.reopen(self.thread, self.request.user)

    @property
    def is_script(self):
        return self.request.headers.get("x-requested-with") == "XMLHttpRequest"

    @property
    def place(self) -> str:
        asked = self.request.POST.get("place") or self.request.GET.get("place", "")
        if asked not in self.desk.pairs and asked not in self.desk.talks.by_place:
            raise Http404
        return asked

    @property
    def talk(self) -> Talk:
        # Read anew: what was done may have changed it.
        return Talks(self.version).at(self.place)

    @cached_property
    def thread(self) -> Thread:
        threads = Thread.objects.at_desk_of(self.version).filter(place=self.place)
        return get_object_or_404(threads, pk=self.key("thread"))

    @cached_property
    def message(self) -> Message:
        threads = Thread.objects.at_desk_of(self.version).filter(place=self.place)
        found = Message.objects.filter(thread__in=threads)
        return get_object_or_404(found, pk=self.key("message"))

    def key(self, name):
        key = self.request.POST.get(name, "")
        if not is_key(key):
            raise Http404
        return key

    @property
    def address(self):
        if self.place not in self.desk.pairs and not self.talk.threads:
            return places.desk_url(self.version)
        url = reverse("translations_talk", args=[self.version.pk])
        return f"{url}?{urlencode({'place': self.place})}"

    def answer(self, said=""):
        context = self.shown()
        parts = {"talk": "talk", "beside": "beside_text"}
        return JsonResponse(
            {
                name: render_to_string(
                    f"translations/comments/{part}.html", context, self.request
                )
                for name, part in parts.items()
            }
            | {"said": said, "label": self.label}
        )

    @property
    def label(self):
        pair = self.desk.pairs.get(self.place)
        return pair.label if pair else _("A text that was taken away")

    def shown(self, **more) -> dict:
        texts = self.desk.texts_at([self.place])
        return {
            "version": self.version,
            "talk": self.talk,
            "text": texts[0] if texts else None,
            "label": self.label,
            "language_name": name_in_sentence(self.version.language),
            "longest": LONGEST_MESSAGE,
            **more,
        }

    def get_breadcrumbs_items(self):
        *way, here = places.breadcrumbs(self.desk, self.request.user)
        desk = {**here, "url": places.desk_url(self.version)}
        return [*way, desk, {"url": "", "label": self.get_page_title()}]

    def get_page_title(self):
        return _("Notes and comments")

    def get_page_subtitle(self):
        return self.label

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), **self.shown(**kwargs)}


class ColleaguesView(OnDesk, View):
    """Offers the colleagues whom a comment may name, by the first letters of a name."""

    http_method_names = ["get", "head"]

    def get(self, request, *args, **kwargs):
        found = offered(self.desk.draft, request.GET.get("q", ""))
        return JsonResponse({"people": found})
