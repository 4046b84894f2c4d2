"""The admin's views of images for whoever may only write what they show, in their language.

Wagtail's right to change an image covers its file, its deletion and the bulk actions, so
translators do not have it. They come to the same addresses and find their own form there.
"""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.images.views import images
from wagtail.permissions import policy_registry

from core.edit_views import one_at_a_time
from core.languages import column, content_languages, direction, native_name
from core.models import SiteImage
from core.permissions import languages_for_user
from core.sources import sources

WHOLE_IMAGES = ("add", "change", "delete")
USED_IMAGES = ("change", "choose")


def manages_images(user) -> bool:
    """Tell whether `user` may add, change or delete whole images."""
    policy = policy_registry.get_by_type(SiteImage)
    return policy.user_has_any_permission(user, WHOLE_IMAGES)


def describes_images(user) -> bool:
    """Tell whether `user` may write what images show in a language, and nothing else of them."""
    policy = policy_registry.get_by_type(SiteImage)
    return (
        not manages_images(user)
        and policy.user_has_any_permission(user, USED_IMAGES)
        and bool(languages_for_user(user))
    )


def described_images(user):
    """Return the images that `user` may use in a page, and so may describe."""
    policy = policy_registry.get_by_type(SiteImage)
    return policy.instances_user_has_any_permission_for(user, USED_IMAGES)


class DescribingMixin:
    """Opens to those who describe images, and to nobody else."""

    permission_required = None
    any_permission_required = None

    def dispatch(self, request, *args, **kwargs):
        if not describes_images(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def user_has_permission(self, permission):
        # No button to add, nor to delete.
        return False

    def user_has_permission_for_instance(self, permission, instance):
        return False


class MissingTextFilterSet(WagtailFilterSet):
    """Finds the images that are not described yet."""

    missing = django_filters.ChoiceFilter(
        label=_("No text alternative in"),
        choices=lambda: [(code, native_name(code)) for code in content_languages()],
        method="filter_missing",
    )

    class Meta:
        model = SiteImage
        fields = []

    def filter_missing(self, queryset, name, language):
        name = column("alt_text", language)
        return queryset.filter(Q(**{name: ""}) | Q(**{f"{name}__isnull": True}))


class PreviewColumn(images.ImagePreviewColumn):
    """The image, small."""

    def __init__(self):
        super().__init__("preview", label=_("Preview"), accessor="image")
        self.classname = "image-preview"


class TextColumn(Column):
    """What the image shows, in one language."""

    cell_template_name = "core/images/text_cell.html"

    def __init__(self, language):
        self.language = language
        name = column("alt_text", language)
        super().__init__(name, label=native_name(language))

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "language": self.language,
            "direction": direction(self.language),
        }


class DescribedImagesView(DescribingMixin, images.IndexView):
    """Lists the images with their text in the languages one writes."""

    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    filterset_class = MissingTextFilterSet
    add_url_name = None
    layout = "list"

    def get_base_queryset(self):
        return described_images(self.request.user).prefetch_renditions("max-165x165")

    def get_add_url(self):
        return None

    def get_filterset_kwargs(self):
        kwargs = super().get_filterset_kwargs()
        kwargs.pop("is_searching", None)
        return kwargs

    @cached_property
    def current_collection(self):
        return None

    @cached_property
    def columns(self):
        return [
            PreviewColumn(),
            TitleColumn("title", label=_("Title"), get_url=self.get_edit_url),
            *map(TextColumn, languages_for_user(self.request.user)),
        ]


class DescribeImageView(DescribingMixin, images.EditView):
    """Edits what an image shows in the languages one writes, beside the others."""

    template_name = "core/images/describe.html"

    def get_object(self, queryset=None):
        # Not through Wagtail's view of images, which asks for the right to change all.
        return super(images.EditView, self).get_object(
            described_images(self.request.user)
        )

    def render_to_response(self, context, **response_kwargs):
        # Without Wagtail's offer to delete an image whose file is gone.
        return super(images.EditView, self).render_to_response(
            context, **response_kwargs
        )

    def get_context_data(self, **kwargs):
        written = languages_for_user(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "sources": sources(self.object, "alt_text", without=written),
        }


def for_both(stock, describing):
    """Return a view that is Wagtail's own, except for those who only describe images."""

    def view(request, *args, **kwargs):
        chosen = describing if describes_images(request.user) else stock
        return chosen(request, *args, **kwargs)

    return one_at_a_time(view, SiteImage)


image_urls = [
    path(
        "images/",
        for_both(images.IndexView.as_view(), DescribedImagesView.as_view()),
    ),
    path(
        "images/results/",
        for_both(
            images.IndexView.as_view(results_only=True),
            DescribedImagesView.as_view(results_only=True),
        ),
    ),
    path(
        "images/<int:image_id>/",
        for_both(images.EditView.as_view(), DescribeImageView.as_view()),
    ),
]


class DescribedImagesMenuItem(MenuItem):
    """Leads to the images; Wagtail's own item shows to those who manage them."""

    def __init__(self):
        super().__init__(
            _("Images"),
            reverse("wagtailimages:index"),
            name="described-images",
            icon_name="image",
            order=300,
        )

    def is_shown(self, request):
        return describes_images(request.user)
