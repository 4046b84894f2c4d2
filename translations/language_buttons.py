"""The ways from a page's or a snippet's form to what can be done with one of its languages."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

from core.languages import name_in_sentence
from core.permissions import languages_for_user
from translations.models import LanguageVersion
from translations.opening import may_open
from translations.publishing import may_publish


def page_buttons(page, user, view_name) -> Iterator[Button]:
    """Yield what stands in the menu of a page, for whoever writes a language."""
    languages = languages_for_user(user)
    if not languages or not may_open(user, page):
        return
    versions = list(LanguageVersion.objects.of(page.specific))
    if view_name == "edit":
        yield from _buttons_of_languages(versions, page, user, languages)
    address = reverse("translation_export")
    yield Button(
        _("Export for translation"),
        f"{address}?section={page.pk}",
        icon_name="download",
        priority=73,
    )


def _buttons_of_languages(versions, page, user, languages):
    own = [version for version in versions if version.language in languages]
    comments = sum(version.open_comments for version in versions)
    if own and comments:
        address = reverse("translation_language", args=[own[-1].pk])
        yield Button(
            ngettext("%(count)d open comment", "%(count)d open comments", comments)
            % {"count": comments},
            f"{address}#comments",
            icon_name="comment",
            priority=70,
        )
    if own:
        address = reverse("translation_language", args=[own[-1].pk])
        yield Button(_("Languages"), address, icon_name="globe", priority=71)
    for version in own:
        if version.is_unpublished and may_publish(user, page, version.language):
            name = name_in_sentence(version.language)
            yield Button(
                _("Publish %(language)s alone") % {"language": name},
                reverse("translation_publish", args=[version.pk]),
                icon_name="upload",
                priority=72,
            )


class LanguagesMenuItem(ActionMenuItem):
    """Leads from the form of a snippet to its languages, each of which can be published alone."""

    name = "languages"
    label = gettext_lazy("Languages")
    icon_name = "globe"
    order = 90

    def is_shown(self, context):
        return context["view"] == "edit" and self.version(context) is not None

    def get_url(self, parent_context):
        version = self.version(parent_context)
        return reverse("translation_language", args=[version.pk])

    def version(self, context):
        languages = languages_for_user(context["request"].user)
        versions = LanguageVersion.objects.of(context["instance"])
        return versions.filter(language__in=languages).order_by("-pk").first()
