"""Old addresses that lead to a page in one language."""

from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from core.models import SitePage


def redirect_of(plan, names) -> Redirect:
    """Return the permanent redirect that `plan` describes, not saved."""
    page = SitePage.objects.get(pk=names.ids[plan.key])
    with translation.override(plan.language):
        link = page.get_url_parts()
    return Redirect(
        old_path=plan.old_path,
        site=None,
        is_permanent=True,
        redirect_link=link[2] if link else "",
    )
