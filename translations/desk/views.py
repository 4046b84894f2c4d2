"""The pages of the desk, and what its script asks for."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override

from core.languages import content_languages, native_name
from core.registration import edited_models
from translations.desk import answers, places
from translations.desk.desks import Desk
from translations.desk.saving import save
from translations.desk.texts import grouped
from translations.drafts import latest_draft
from translations.language_pages import VersionMixin
from translations.models import LanguageVersion
from translations.opening import may_open
from translations.recording import is_translated
from translations.states import refresh

CHOICES = ("all", "todo", "review")


class OnDesk(VersionMixin):
    """Puts the version that the address names on the desk of whoever asks."""

    @cached_property
    def desk(self) -> Desk:
        return Desk(self.version, self.request.user)


class DeskView(OnDesk, WagtailAdminTemplateMixin, TemplateView):
    """Shows one language of something beside its source, and saves what is sent without a script."""

    template_name = "translations/desk/desk.html"
    header_icon = "globe"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(desk=self.desk, gone=[]))

    def post(self, request, *args, **kwargs):
        outcome = save(self.version, request.user, request.POST)
        if outcome.is_complete:
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(places.next_address(outcome, self.choice))
        messages.error(
            request, _("Not everything could be saved: see the texts marked below.")
        )
        sent = {text.place: text for text in outcome.texts}
        shown = [sent.get(text.place, text) for text in outcome.desk.texts]
        outcome.desk.texts = shown
        context = self.get_context_data(desk=outcome.desk, gone=outcome.gone)
        return self.render_to_response(context)

    @property
    def choice(self) -> str:
        chosen = self.request.GET.get("show")
        return chosen if chosen in CHOICES else CHOICES[0]

    def get_page_title(self):
        return self.version.title or str(self.desk.draft)

    def get_page_subtitle(self):
        return native_name(self.version.language)

    def get_breadcrumbs_items(self):
        return places.breadcrumbs(self.desk, self.request.user)

    def get_context_data(self, *, desk, **kwargs):
        context = super().get_context_data(desk=desk, **kwargs)
        shown = desk.shown(self.choice)
        pairs = [text.pair for text in shown] if desk.is_writable else []
        return {
            **context,
            "version": self.version,
            "groups": grouped(shown),
            "choice": self.choice,
            "choices": places.choices(self.version),
            "links": places.links(desk, self.request.user),
            "kind": capfirst(desk.draft._meta.verbose_name),
            "media": desk.fields.media(pairs),
        }


class SaveView(OnDesk, View):
    """Saves the texts that were changed, and tells the script what became of each."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        outcome = save(self.version, request.user, request.POST)
        return JsonResponse(answers.of(outcome, request))


class BesideView(OnDesk, WagtailAdminTemplateMixin, TemplateView):
    """Shows what the memory knows for one text, and on demand what a machine makes of it."""

    template_name = "translations/desk/beside_page.html"
    http_method_names = ["get", "post", "head"]

    def get_template_names(self):
        is_fragment = self.request.headers.get("x-requested-with") == "XMLHttpRequest"
        name = "beside" if is_fragment else "beside_page"
        return [f"translations/desk/{name}.html"]

    def post(self, request, *args, **kwargs):
        if not self.desk.is_writable:
            raise PermissionDenied
        return self.get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        texts = self.desk.texts_at([self.request.GET.get("place", "")])
        if not texts:
            raise Http404
        beside = places.beside(texts[0], with_machine=self.request.method == "POST")
        return {**super().get_context_data(**kwargs), "text": texts[0], **beside}


@method_decorator([require_safe, xframe_options_sameorigin_override], name="dispatch")
class PreviewView(OnDesk, View):
    """Shows the latest draft as visitors would read it in this language."""

    def get(self, request, *args, **kwargs):
        if not self.desk.can_preview:
            raise Http404
        return self.desk.draft.make_preview_request(request, self.version.language)


class OpenView(View):
    """Leads to the desk of one language of something, whose version it makes where there is none."""

    http_method_names = ["get", "head"]

    def get(self, request, content_type_id, object_id, language):
        instance = self._instance(content_type_id, object_id, language)
        if not may_open(request.user, instance):
            raise PermissionDenied
        versions = LanguageVersion.objects.of(instance).filter(language=language)
        if not versions.exists():
            refresh(latest_draft(instance))
        return redirect("translations_desk", versions.get().pk)

    def _instance(self, content_type_id, object_id, language) -> models.Model:
        content_type = get_object_or_404(ContentType, pk=content_type_id)
        model = content_type.model_class()
        is_edited = model and issubclass(model, tuple(edited_models()))
        if not is_edited or language not in content_languages():
            raise Http404
        # Not by `pk`, with which Django asks for keys of pages that no database holds.
        instance = get_object_or_404(model._default_manager, id=object_id)
        if not is_translated(instance):
            raise Http404
        return instance
