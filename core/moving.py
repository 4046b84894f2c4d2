"""Moves pages, unless an address would become another page's, the site's own, or too long."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.move import MoveConfirmView

from core import slugs
from core.addresses import lock_tree
from core.languages import content_languages, native_name
from core.models import SitePage


class CarefulMoveView(MoveConfirmView):
    """Moves a page, unless its address in some language would be another page's or too long."""

    def dispatch(self, request, page_to_move_id, destination_id):
        page = get_object_or_404(SitePage, pk=page_to_move_id)
        section = get_object_or_404(SitePage, pk=destination_id)
        if not page.permissions_for_user(request.user).can_move_to(section):
            raise PermissionDenied
        if tell_problems(request, [page], section):
            return redirect("wagtailadmin_pages:move", page.pk)
        return super().dispatch(request, page_to_move_id, destination_id)


def refuse_bulk_move(request, pages, section):
    """Return the way back to the form where some of `pages` cannot be moved: none is moved then."""
    # Nobody may take an address between the check and the move.
    lock_tree(SitePage)
    if tell_problems(request, pages, section):
        return redirect(request.get_full_path())
    return None


def tell_problems(request, pages, section) -> bool:
    """Say why pages cannot be moved to `section`, each once, and tell whether there was a reason."""
    problems = [
        (page, problem)
        for page in pages
        for problem in slugs.slug_errors(page, section).values()
    ]
    problems += _clashes(pages)
    for page, problem in problems:
        message = _("“%(page)s” cannot be moved to “%(section)s”. %(problem)s")
        names = {"page": page.title, "section": section.title, "problem": problem}
        messages.error(request, message % names)
    return bool(problems)


def _clashes(pages):
    """Yield the pages whose slug another one, which is to be moved along, has too."""
    owners = {}
    for page in pages:
        for language in content_languages():
            slug = page.slug_in(language)
            owner = owners.setdefault((language, slug), page)
            if owner is not page:
                message = _(
                    "“%(slug)s” is also the slug of “%(other)s” in this language "
                    "(%(language)s). Change one of the two, or move them apart."
                )
                yield (
                    page,
                    message
                    % {
                        "slug": slug,
                        "other": owner.title,
                        "language": native_name(language),
                    },
                )
