"""Who sees which work, who may take it, and to whom it may be given."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import policy_registry

from core.image_views import described_images, describes_images
from core.languages import content_languages
from core.models import SiteImage, SitePage, User
from core.permissions import EDIT_SHARED_FIELDS, languages_for_user, translate
from core.registration import edited_models
from translations.models import LanguageVersion


def works_on_translations(user) -> bool:
    """Tell whether `user` writes any language, and so has a queue."""
    return user.has_perm("wagtailadmin.access_admin") and bool(languages_for_user(user))


def may_assign(user) -> bool:
    """Tell whether `user` may give work to others and say when it is due."""
    return user.has_perm(EDIT_SHARED_FIELDS)


def visible_to(user) -> QuerySet[LanguageVersion]:
    """Return the versions of all that `user` may open, in each language of the site."""
    versions = LanguageVersion.objects.filter(language__in=content_languages())
    if user.is_superuser:
        return versions
    policy = policy_registry.get_by_type(SitePage)
    pages = policy.instances_user_has_permission_for(user, "change")
    visible = Q(page__in=pages.order_by().values("pk"))
    if others := _other_types(user):
        visible |= Q(page=None, content_type__in=others)
    if describes_images(user):
        images = ContentType.objects.get_for_model(SiteImage)
        used = described_images(user).order_by().values("pk")
        visible |= Q(content_type=images, object_id__in=used)
    return versions.filter(visible)


def _other_types(user):
    """Return the content types beside pages that `user` may change."""
    models = [
        model
        for model in edited_models()
        if model is not SitePage
        and policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]
    return list(ContentType.objects.get_for_models(*models).values())


def writable_by(user) -> QuerySet[LanguageVersion]:
    """Return the versions whose texts `user` may write."""
    return visible_to(user).filter(language__in=languages_for_user(user))


def writers_of(languages: Iterable[str]) -> QuerySet[User]:
    """Return the people who may write every one of `languages`."""
    people = User.objects.filter(is_active=True)
    for language in languages:
        app_label, codename = translate(language).split(".")
        right = Permission.objects.filter(
            content_type__app_label=app_label, codename=codename
        )
        people = people.filter(
            Q(is_superuser=True)
            | Q(groups__in=Group.objects.filter(permissions__in=right))
            | Q(user_permissions__in=right)
        )
    return people.distinct().order_by("last_name", "first_name", "email")


def edit_url(version: LanguageVersion, user) -> str:
    """Return where `user` translates `version`, without reading what it is of.

    What is born in its language has no source to be translated from, and the desk is for
    those who may change an image, not for those who only describe it.
    """
    is_image = version.content_type.model_class() is SiteImage
    if version.is_original or (is_image and describes_images(user)):
        return _form_url(version, user)
    return reverse("translations_desk", args=[version.pk])


def _form_url(version, user):
    if version.page_id:
        return reverse("wagtailadmin_pages:edit", args=[version.page_id])
    model = version.content_type.model_class()
    if model is SiteImage:
        return reverse("wagtailimages:edit", args=[version.object_id])
    # The address needs no more of an object than its key.
    return AdminURLFinder(user).get_edit_url(model(pk=version.object_id)) or ""
