"""Panels that show one text in every language, and hold each to its own right."""

from functools import partial

from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.panels.base import get_form_for_model
from wagtail.admin.panels.group import PanelGroup
from wagtail.admin.widgets import SlugInput
from wagtail.fields import StreamField

from core import permissions
from core.languages import column, content_languages, direction, native_name
from core.sources import sources
from core.typography_remarks import remarks_on
from core.widgets import widget_for

# More rows than this start closed, so that the whole list can be seen.
MOST_OPEN_ROWS = 2


class SharedFieldPanel(FieldPanel):
    """A field that is the same in all languages, so no translator may change it."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("permission", permissions.EDIT_SHARED_FIELDS)
        super().__init__(*args, **kwargs)


class SchedulingPanel(PublishingPanel):
    """The times at which a page appears and goes, which nobody sets who may not edit shared fields.

    Stock panels let a translator set them in a draft, to be obeyed once somebody publishes it.
    """

    def get_form_options(self):
        options = super().get_form_options()
        return {
            **options,
            "field_permissions": dict.fromkeys(
                options["fields"], permissions.EDIT_SHARED_FIELDS
            ),
        }


class LanguagePanelMixin:
    """Tells the browser in which language, and in which direction, its field is written.

    Below the field stands what could be better in its typography; it blocks nothing.
    """

    def __init__(self, *args, language, **kwargs):
        self.language = language
        super().__init__(*args, **kwargs)

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "language": self.language}

    def get_form_options(self):
        options = super().get_form_options()
        if widget := self.widget or widget_for(self.db_field):
            options["widgets"] = {self.field_name: widget}
        return options

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "core/panels/language_field.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.language = self.panel.language
            self.direction = direction(self.language)
            # Shown once for all languages.
            self.help_text = ""
            if self.bound_field is not None:
                self.bound_field.help_text = ""
                self.bound_field.field.widget.attrs.update(self.input_attributes())

        def input_attributes(self):
            attributes = {
                "lang": self.language,
                "dir": self.direction,
                "spellcheck": "true",
            }
            if isinstance(self.bound_field.field.widget, SlugInput):
                # Letters are spelled out the way this language does it.
                attributes["data-w-slug-locale-value"] = self.language
                attributes["spellcheck"] = "false"
            return attributes

        def get_comparison(self):
            # Also for whoever only reads this language: what changed is what they translate.
            return [partial(self.panel.get_comparison_class(), self.panel.db_field)]

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "remarks": remarks_on(
                    self.instance,
                    self.panel.db_field.translated_field.name,
                    self.panel.language,
                ),
            }


class LanguageFieldPanel(LanguagePanelMixin, FieldPanel):
    """One text in one language."""

    class BoundPanel(LanguagePanelMixin.BoundPanel, FieldPanel.BoundPanel):
        pass


class LanguageTitlePanel(LanguagePanelMixin, TitleFieldPanel):
    """A title in one language, from which that language's slug is made."""

    class BoundPanel(LanguagePanelMixin.BoundPanel, TitleFieldPanel.BoundPanel):
        def get_attrs(self):
            # Wagtail's script fails on a title whose slug this person may not change.
            shown = any(target in self.form.fields for target in self.panel.targets)
            return super().get_attrs() if shown else {}


class TranslatedFieldPanel(MultiFieldPanel):
    """One text in all languages, side by side; who writes only some of them reads the others."""

    def __init__(self, field_name, *args, children=None, **kwargs):
        self.field_name = field_name
        self.field_options = {
            name: kwargs.pop(name) for name in ("widget",) if name in kwargs
        }
        super().__init__(
            children if children is not None else self.language_panels(),
            *args,
            **kwargs,
        )

    def language_panels(self):
        return [self.language_panel(language) for language in content_languages()]

    def language_panel(self, language):
        return LanguageFieldPanel(
            column(self.field_name, language),
            language=language,
            heading=native_name(language),
            permission=self.permission(language),
            **self.field_options,
        )

    def permission(self, language):
        return permissions.translate(language)

    def clone_kwargs(self):
        return {
            **super().clone_kwargs(),
            "field_name": self.field_name,
            **self.field_options,
        }

    def on_model_bound(self):
        super().on_model_bound()
        field = self.model._meta.get_field(self.field_name)
        self.heading = self.heading or capfirst(field.verbose_name)
        self.help_text = self.help_text or field.help_text
        self.is_stream = isinstance(field, StreamField)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "core/panels/translated_field.html"

        def sources(self):
            """Return the texts to translate from, for whoever may not write in them."""
            if self.form is None or self.instance.pk is None:
                return []
            written = {child.language for child in self.visible_children}
            return sources(self.instance, self.panel.field_name, without=written)

        def is_required(self):
            return any(child.is_required() for child in self.visible_children)


class TranslatedTitlePanel(TranslatedFieldPanel):
    """The title in all languages, each filling its own slug while the page is unpublished."""

    def language_panel(self, language):
        return LanguageTitlePanel(
            column(self.field_name, language),
            language=language,
            heading=native_name(language),
            permission=self.permission(language),
            targets=[column("slug", language)],
            placeholder=False,
            classname="",
        )


class TranslatedSlugPanel(TranslatedFieldPanel):
    """The last part of the address in all languages, which needs a right of its own."""

    def permission(self, language):
        return permissions.edit_slug(language)


class TranslatedInlinePanel(InlinePanel):
    """Rows whose fields keep their permissions; stock rows accept forged fields and wipe unseen ones.

    Whoever may not arrange rows gets them without the buttons that add, delete and move.
    """

    def get_form_options(self):
        # Imported here because models name panels before the editor can be loaded.
        from core.rows import RowForm, Rows

        options = super().get_form_options()
        child_options = self.child_edit_handler.get_form_options()
        rows = options["formsets"][self.relation_name]
        rows["formset"] = Rows
        rows["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=RowForm,
            defer_required_on_fields=child_options.get("defer_required_on_fields", []),
            field_permissions=child_options.get("field_permissions", {}),
        )
        rows["inherit_kwargs"] = ["for_user"]
        return options

    @cached_property
    def name_fields(self):
        """Return the fields of a row that name it: the first that its panels show."""
        return _first_fields(self.child_edit_handler)

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "core/panels/rows.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            # It tells how to arrange rows.
            if self.form is not None and self.is_fixed:
                self.help_text = ""

        @property
        def is_fixed(self):
            """Tell whether this person gets rows without buttons to add, delete and move them."""
            return not permissions.user_can_arrange_rows(self.request.user)

        @property
        def starts_closed(self):
            return len(self.children) > MOST_OPEN_ROWS


def _first_fields(panel):
    while isinstance(panel, PanelGroup) and not isinstance(panel, TranslatedFieldPanel):
        panel = panel.children[0]
    if isinstance(panel, TranslatedFieldPanel):
        return [child.field_name for child in panel.children]
    return [panel.field_name]


class PageEditHandler:
    """Builds the tabs of a page type, with the form that merges two people's edits."""

    def __get__(self, instance, page_class):
        # wagtail.admin overwrites base_form_class on the base page model when it starts,
        # so the form is named here. Remove when WAGTAIL_PAGE_MODEL may name its own.
        from core.forms import MergingPageForm

        return TabbedInterface(
            [ObjectList(panels, heading=name) for name, panels in page_class.tabs()],
            base_form_class=MergingPageForm,
        )


class MergingEditHandler:
    """Builds the form of what is no page, merging two people's edits alike."""

    def __get__(self, instance, model):
        # Imported here because the model is made before the editor can be loaded.
        from core.forms import MergingModelForm

        return ObjectList(model.panels, base_form_class=MergingModelForm)


__all__ = [
    "FieldPanel",
    "MergingEditHandler",
    "MultiFieldPanel",
    "PageEditHandler",
    "SchedulingPanel",
    "SharedFieldPanel",
    "TranslatedFieldPanel",
    "TranslatedInlinePanel",
    "TranslatedSlugPanel",
    "TranslatedTitlePanel",
]
