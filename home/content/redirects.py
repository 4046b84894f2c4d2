"""Old addresses that lead to a page in one language."""

from wagtail.contrib.redirects.models import Redirect

from core.languages import content_languages
from core.models import SitePage
from core.redirects import address_in, language_of, lead_to


def redirect_to(plan, page: SitePage | None) -> Redirect:
    """Return the redirect that `plan` describes, not saved."""
    redirect = Redirect(
        old_path=plan.old_path,
        is_permanent=plan.is_permanent,
        automatically_created=plan.is_automatic,
    )
    if page is None:
        redirect.redirect_link = plan.url
    else:
        lead_to(redirect, page, plan.language)
    return redirect


def told_redirects(names) -> list[dict]:
    """Return all redirects as a file tells them."""
    addresses = {}
    pages = SitePage.objects.filter(pk__in=names.keys)
    for page in pages:
        for language in content_languages():
            place = (names.keys[page.pk], language)
            addresses.setdefault(address_in(page, language), place)
    told = {}
    for redirect in Redirect.objects.order_by("old_path", "pk"):
        target = _target(redirect, addresses, names)
        if target:
            told.setdefault(redirect.old_path, {"from": redirect.old_path, **target})
    return list(told.values())


def _target(redirect, addresses, names):
    """Return where `redirect` leads, empty where that is to a page that is not told."""
    if redirect.redirect_page_id:
        key, language = (
            names.keys.get(redirect.redirect_page_id),
            language_of(redirect.old_path),
        )
    else:
        key, language = addresses.get(redirect.redirect_link, (None, None))
    if key is None and not redirect.redirect_link:
        return {}
    told = {"to": key} if key else {"url": redirect.redirect_link}
    told.update({"language": language} if language else {})
    told.update({} if redirect.is_permanent else {"permanent": False})
    told.update({"automatic": True} if redirect.automatically_created else {})
    return told
