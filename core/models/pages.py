"""The base of every page: its texts and its address in each language."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin
from wagtail.url_routing import RouteResult

from core import addresses, routing, slugs
from core.languages import column, columns, content_languages, default_language
from core.models.translated import TranslatedModel
from core.panels import (
    MultiFieldPanel,
    PageEditHandler,
    SchedulingPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
    TranslatedSlugPanel,
    TranslatedTitlePanel,
)
from core.permissions import SitePagePermissionTester
from core.previews import LanguagePreviewMixin
from core.querysets import SitePageManager
from core.registration import translated_field_names
from core.searching import translated_search_fields
from core.texts import Text, is_empty, text

# Translated, but no text that a reader would see on the page.
NOT_A_TEXT = {"slug", "url_path", "is_offered"}


class SitePage(
    LanguagePreviewMixin, TranslatedModel, AbstractPage, DefaultBasePageMixin
):
    """A page with its title, address and search texts in every language."""

    is_creatable = False

    headline = models.CharField(
        _("headline"),
        max_length=255,
        blank=True,
        help_text=_(
            "The large heading of the page. Leave empty to show the title, "
            "which also names the page in menus."
        ),
    )
    is_offered = models.BooleanField(_("offered"), default=False, editable=False)
    content_key = models.SlugField(
        _("content key"),
        max_length=64,
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text=_("The name by which content files know the page."),
    )

    objects = SitePageManager()

    # What the address may ask of the page; kept when the reader changes language.
    query_parameters: tuple[str, ...] = ()

    edit_handler = PageEditHandler()
    content_panels = [
        TranslatedTitlePanel("title"),
        TranslatedFieldPanel("headline"),
    ]
    promote_panels = [
        TranslatedSlugPanel("slug"),
        MultiFieldPanel(
            [
                TranslatedFieldPanel("seo_title"),
                TranslatedFieldPanel("search_description"),
            ],
            heading=_("For search engines"),
        ),
        SharedFieldPanel("show_in_menus"),
    ]
    settings_panels = [SchedulingPanel()]

    search_fields = [
        *AbstractPage.search_fields,
        *DefaultBasePageMixin.search_fields,
        *translated_search_fields("title", boost=2),
        *translated_search_fields("headline"),
    ]

    # A copy has its own address and identity; its other slugs fall back to the new one.
    exclude_fields_in_copy = ["content_key", *columns("url_path")] + [
        column("slug", language)
        for language in content_languages()
        if language != default_language()
    ]

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        # modeltranslation makes one like it for each language's path.
        indexes = [models.Index(fields=["url_path"], name="sitepage_url_path")]

    @classmethod
    def tabs(cls):
        """Return the headings and panels of the edit form."""
        return [
            (_("Content"), cls.content_panels),
            (_("Promote"), cls.promote_panels),
            (_("Settings"), cls.settings_panels),
        ]

    # Texts

    def text(self, field_name: str, language: str | None = None) -> Text:
        """Return a text of this page for a reader of `language`."""
        return text(self, field_name, language)

    def heading(self, language: str | None = None) -> Text:
        """Return the large heading: the headline, or the title where there is none."""
        return self.text("headline", language) or self.text("title", language)

    def has_text_in(self, language: str) -> bool:
        """Tell whether any text of this page or of its rows is written in `language`."""
        return any(
            not is_empty(getattr(instance, column(name, language)))
            for instance in self._translated_instances()
            for name in translated_field_names(type(instance))
            if name not in NOT_A_TEXT
        )

    def is_offered_in(self, language: str) -> bool:
        """Tell whether the live page has anything for a reader of `language`."""
        return bool(getattr(self, column("is_offered", language)))

    def languages_offered(self) -> list[str]:
        """Return the languages in which the live page has a text."""
        return [code for code in content_languages() if self.is_offered_in(code)]

    def _translated_instances(self):
        yield self
        for relation in get_all_child_relations(type(self)):
            if translated_field_names(relation.related_model):
                yield from getattr(self, relation.get_accessor_name()).all()

    # Revisions

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            # Wagtail reads these two from revisions by their own names.
            if name not in ("title", "slug"):
                data.pop(name, None)
        return data

    # Addresses

    def slug_in(self, language: str) -> str:
        """Return the last part of the address in `language`, the default's where it has none."""
        return getattr(self, column("slug", language)) or self.slug

    def url_path_in(self, language: str) -> str:
        """Return the path below the tree's root in `language`."""
        return getattr(self, column("url_path", language)) or self.url_path

    def set_url_path(self, parent):
        addresses.set_url_paths(self, parent)
        return self.url_path

    def get_parent(self, update=False):
        # The admin's form tells a new page, which has no place yet, where it will be.
        if not self.path:
            return getattr(self, "_cached_parent_obj", None)
        return super().get_parent(update=update)

    def with_content_json(self, content):
        """Return the page as a revision has it; what the revision cannot know stays as it is."""
        page = super().with_content_json(content)
        for name in self._columns_unknown_to(content):
            setattr(page, name, getattr(self, name))
        page.set_url_path(self.get_parent())
        return page

    def _columns_unknown_to(self, content):
        """Return the columns of languages younger than a revision, and the slugs of an alias.

        An alias is published with the content of its source, but has addresses of its own.
        """
        for field_name in translated_field_names(type(self)):
            for name in columns(field_name):
                if name not in content or (self.alias_of_id and field_name == "slug"):
                    yield name

    def _update_descendant_url_paths(self, old_url_path, new_url_path):
        """Do nothing: `addresses.follow_change` updates the subtree in every language."""

    def _set_core_field_defaults(self):
        for name in columns("slug"):
            # Addresses do not differ by case alone, so that a mistyped one can be found.
            setattr(self, name, (getattr(self, name) or "").lower() or None)
        slugs.fill_slugs(self, self.get_parent())
        super()._set_core_field_defaults()

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        if parent_page is None:
            return True
        wanted = {
            language: (page and getattr(page, column("slug", language))) or slug
            for language in content_languages()
        }
        return slugs.are_free(wanted, page, parent_page)

    def _check_slug_is_unique(self):
        errors = slugs.slug_errors(self, self.get_parent())
        if errors:
            raise ValidationError(errors)

    def full_clean(self, exclude=None, **kwargs):
        try:
            super().full_clean(exclude=exclude, **kwargs)
        except ValidationError as error:
            raise _shown_on_form(error, exclude or ()) from error

    def _set_offered_languages(self):
        # A base instance does not know the texts of its own type.
        if self.specific_class is type(self):
            for language in content_languages():
                offered = self.has_text_in(language)
                setattr(self, column("is_offered", language), offered)

    @transaction.atomic
    def save(self, clean=True, user=None, log_action=False, **kwargs):
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and not {"slug", *columns("slug")} & set(
            update_fields
        ):
            return super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        if self._state.adding:
            addresses.lock_tree(self)
            slugs.fill_slugs(self, self.get_parent())
            slugs.settle_slugs(self, self.get_parent())
        self._set_offered_languages()
        before = addresses.stored_paths(self) if self.pk else {}
        result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        addresses.follow_change(self, before)
        return result

    # Rights

    def permissions_for_user(self, user):
        return SitePagePermissionTester(user, self)

    # Requests

    def get_context(self, request, *args, **kwargs):
        # Imported here because the frame reads models of this package.
        from core.reading import frame

        context = super().get_context(request, *args, **kwargs)
        return {**context, **frame(self, request)}

    @staticmethod
    def route_for_request(request, path):
        return routing.route(SitePage, request, path)

    def get_url_parts(self, request=None):
        return routing.url_parts(self, request)

    def get_url(self, request=None, current_site=None):
        # Stock asks for the site of every request; one site needs no asking.
        if len(self._get_site_root_paths(request)) > 1:
            return super().get_url(request=request, current_site=current_site)
        parts = self.get_url_parts(request)
        return parts and parts[2]

    url = property(get_url)

    def route(self, request, path_components):
        # The children have been looked for already, all at once.
        if path_components or not self.live:
            raise Http404
        return RouteResult(self)

    def get_view_restrictions(self):
        # Found out while routing; without restrictions there is nothing more to ask.
        if not getattr(self, "may_be_restricted", True):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()


def _shown_on_form(error, hidden_fields):
    """Return `error` with what concerns a field that the form does not show put above the form."""
    messages = {}
    for name, errors in error.error_dict.items():
        shown_name = NON_FIELD_ERRORS if name in hidden_fields else name
        messages.setdefault(shown_name, []).extend(errors)
    return ValidationError(messages)
