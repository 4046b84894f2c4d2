"""One language of a page, a snippet or an image: how far it is, what it comes from, and its publication."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.languages import content_languages, name_in_sentence, native_name
from translations.comments.threads import open_threads_of
from translations.confirming import confirm_address
from translations.drafts import latest_draft
from translations.language_pages import LanguagePage
from translations.models import LanguageVersion
from translations.publishing import NothingToPublish, may_publish, publish_language
from translations.releases.views import announce_hold, gate_context
from translations.sourcing import may_set_source, set_source, set_source_of_text
from translations.states import pairs_of
from translations.unpublished import shown_instead, text_changes


class LanguageView(LanguagePage):
    """Says how far one language is, and leads to all that can be done with it."""

    template_name = "translations/language.html"

    def get_page_title(self):
        return native_name(self.version.language)

    def get_context_data(self, **kwargs):
        user, language = self.request.user, self.version.language
        source = self.version.source_language
        return {
            **super().get_context_data(**kwargs),
            "siblings": [
                {"version": sibling, "name": native_name(sibling.language)}
                for sibling in LanguageVersion.objects.of(self.instance)
            ],
            "source_name": name_in_sentence(source) if source else "",
            "may_publish": may_publish(user, self.instance, language),
            "confirm_url": self.confirm_url(),
            "may_set_source": may_set_source(user, self.instance, language),
            "languages": [(code, native_name(code)) for code in content_languages()],
            "texts": self.texts(),
            "threads": open_threads_of(self.instance),
            **gate_context(user, self.instance),
        }

    def confirm_url(self):
        """Return where the texts are confirmed; empty where none waits for this person."""
        version = self.version
        if not self.may_translate or not version.unreviewed + version.outdated:
            return ""
        return confirm_address(version, self.request.path)

    def texts(self):
        """Return the texts with the language that each is translated from, where it is its own."""
        own = dict(
            self.version.texts.exclude(own_source="").values_list("place", "own_source")
        )
        return [
            {
                "place": pair.place,
                "label": pair.label,
                "source": native_name(own[pair.place]) if pair.place in own else "",
            }
            for pair in pairs_of(self.version, latest_draft(self.instance))
        ]


class SourceView(LanguagePage):
    """Takes in from which language a page or one of its texts is translated."""

    def get(self, request, *args, **kwargs):
        return HttpResponseNotAllowed(["POST"])

    def post(self, request, *args, **kwargs):
        source, place = (request.POST.get(name, "") for name in ("source", "place"))
        try:
            if place:
                set_source_of_text(self.version, request.user, place, source)
            else:
                set_source(self.version, request.user, source)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("Saved. No text was changed."))
        return redirect("translation_language", self.version.pk)


class PublishView(LanguagePage):
    """Shows what visitors would read, and publishes one language once that is confirmed."""

    template_name = "translations/publish.html"
    page_title = gettext_lazy("Publish one language")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not may_publish(request.user, self.instance, self.version.language):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            revision = publish_language(self.version, request.user)
        except NothingToPublish as reason:
            messages.warning(request, str(reason))
        except ValidationError as error:
            messages.error(request, self.explained(error))
            return redirect(request.path)
        except PermissionDenied as error:
            if not str(error):
                raise
            messages.error(request, str(error))
        else:
            if revision:
                messages.success(request, self.success())
            else:
                announce_hold(request, self.instance, self.version.language)
        return redirect(self.edit_url())

    def success(self):
        return _(
            "“%(title)s” is published in %(language)s. The other languages are as they were."
        ) % {
            "title": self.instance,
            "language": name_in_sentence(self.version.language),
        }

    def explained(self, error):
        """Return which field keeps the language from being published, and why."""
        reasons = []
        for name, problems in getattr(error, "error_dict", {}).items():
            labels = {field.name: field.verbose_name for field in self.fields()}
            label = labels.get(name, "")
            reasons += [
                f"{label}: {message}" if label else message
                for problem in problems
                for message in problem.messages
            ]
        return " ".join(map(str, reasons or error.messages))

    def fields(self):
        return self.instance._meta.concrete_fields

    def get_context_data(self, **kwargs):
        instance = self.instance
        live = type(instance)._default_manager.get(pk=instance.pk)
        is_live = getattr(live, "live", False)
        return {
            **super().get_context_data(**kwargs),
            "is_live": is_live,
            "changes": self.changes(live) if is_live else [],
            **gate_context(self.request.user, instance),
        }

    def changes(self, live):
        """Return what changes, and in which language visitors read what becomes empty."""
        language = self.version.language
        found = text_changes(live, latest_draft(self.instance), language)
        return [(change, shown_instead(live, change, language)) for change in found]
