"""What the pages about one language of a page, a snippet or an image have in common."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.languages import content_languages, name_in_sentence
from core.models import SitePage
from translations.drafts import may_translate
from translations.models import LanguageVersion
from translations.opening import may_open


class VersionMixin:
    """Finds the version that the address names, in a language that the site still has."""

    @cached_property
    def version(self) -> LanguageVersion:
        versions = LanguageVersion.objects.select_related("content_type")
        version = get_object_or_404(versions, pk=self.kwargs["version_id"])
        if version.language not in content_languages() or version.instance is None:
            raise Http404
        return version


class LanguagePage(VersionMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows something about one language of one object, to whoever may edit the object."""

    header_icon = "globe"

    def dispatch(self, request, *args, **kwargs):
        if not may_open(request.user, self.instance):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def instance(self):
        found = self.version.instance
        return found.specific if isinstance(found, SitePage) else found

    @property
    def may_translate(self) -> bool:
        return may_translate(self.request.user, self.instance, self.version.language)

    def address(self, name: str, *args) -> str:
        return reverse(name, args=[self.version.pk, *args])

    def edit_url(self) -> str:
        """Return where the object is edited; the first page of the admin where that is nowhere."""
        finder = AdminURLFinder(self.request.user)
        return finder.get_edit_url(self.instance) or reverse("wagtailadmin_home")

    def get_page_subtitle(self):
        return str(self.instance)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.edit_url(), "label": str(self.instance)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "version": self.version,
            "instance": self.instance,
            "language_name": name_in_sentence(self.version.language),
            "edit_url": self.edit_url(),
        }
