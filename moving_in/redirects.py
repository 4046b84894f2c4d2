"""Leads visitors from the addresses of the old site to the pages that stand for them."""

from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect

from core.redirects import LONGEST_ADDRESS, address_in, lead_to
from moving_in.wxr import Item


def leave_old_addresses(page, items: dict[str, Item]) -> int:
    """Redirect the old address in each language to `page`, and return how many redirects are new.

    A redirect that stands already is somebody's decision, and stays.
    """
    made = 0
    for language, item in items.items():
        old_path = Redirect.normalise_path(_path(item.link))
        new_path = address_in(page, language).rstrip("/")
        if (
            len(old_path) <= 1
            or len(old_path) > LONGEST_ADDRESS
            or old_path == new_path
        ):
            continue
        if not Redirect.objects.filter(old_path=old_path).exists():
            redirect = Redirect(old_path=old_path, is_permanent=True)
            lead_to(redirect, page, language)
            redirect.save()
            made += 1
    return made


def _path(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
