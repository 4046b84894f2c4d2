"""Checks content as a whole, before anything is written, and says what there is to load."""

from core.models import SitePage
from home.content import formats, resources
from home.content.checking_pages import check_pages
from home.content.checking_site import check_redirects, check_site
from home.content.checking_tree import check_tree
from home.content.entries import rows_of, unknown
from home.content.faults import Faults
from home.content.kinds import Known
from home.content.library import check_documents
from home.content.plans import Plan
from home.content.source import Located
from home.content.vocabularies import check_vocabularies


def check(content: Located, faults: Faults) -> Plan:
    """Return what there is to load of `content`; every fault is noted, and nothing is written."""
    plan = Plan()
    content = resources.expand(content, faults)
    _check_sections(content, faults)
    stored = stored_pages()
    entries = rows_of(content.get("tree"), "key", faults)
    known = Known(faults, {*stored, *entries})
    # Documents name their entries.
    check_vocabularies(plan, content.get("taxonomies"), known)
    check_documents(plan, content.get("documents"), known)
    check_tree(plan, entries, stored, known)
    check_pages(plan, content, stored, known)
    check_site(plan, content.get("site"), known)
    check_redirects(plan, content.get("redirects"), known)
    _count_waiting(plan, content, faults)
    return plan


def stored_pages() -> dict[str, SitePage]:
    """Return the pages that have a key, by key, as they were last saved."""
    pages = SitePage.objects.exclude(content_key=None).order_by("path").specific()
    return {page.content_key: page for page in pages}


def _check_sections(content, faults):
    for name, section in content.items():
        if name not in formats.SECTIONS:
            faults.add(section.place, unknown(name, formats.SECTIONS))


def _count_waiting(plan, content, faults):
    for name in formats.WAITING_SECTIONS:
        section = content.get(name)
        if section is not None:
            plan.waiting[name] = len(rows_of(section, "id", faults))
