"""Whether a translation links to what its source links to, and gives the same addresses."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from translations.checks.faults import Code, Fault, error, warning
from translations.checks.pairs import Pair, exchanged, lost_and_added
from translations.checks.written import Link

# What leads to a thing of the site; other addresses may rightly differ by language.
OWN_KINDS = ("page", "document", "image")


def check_links(pair: Pair) -> Iterator[Fault]:
    """Find links that were lost, changed or added."""
    lost, added = lost_and_added(
        _comparable_links(pair, pair.source.links),
        _comparable_links(pair, pair.target.links),
    )
    for kind in sorted({link.kind for link in [*lost, *added]}):
        yield from (
            _link_fault(*places)
            for places in exchanged(
                [link for link in lost if link.kind == kind],
                [link for link in added if link.kind == kind],
            )
        )


def _link_fault(lost: Link | None, added: Link | None) -> Fault:
    severity = warning
    if added is None:
        severity = error
        message = _(
            "The link “%(link)s” to %(lost)s is missing. Set it on the words that stand "
            "for it."
        )
    elif lost is None:
        message = _(
            "The source has no link to %(added)s, where “%(link)s” leads. Remove it, or "
            "keep it with a reason."
        )
    else:
        severity = error if lost.kind in OWN_KINDS else warning
        message = _(
            "The link “%(link)s” leads to %(added)s; in the source it leads to "
            "%(lost)s. Link to the same."
        )
    shown = (added or lost).name
    return severity(Code.LINKS, message, shown, link=shown, added=added, lost=lost)


def check_pages_are_live(pair: Pair) -> Iterator[Fault]:
    """Find links to pages that a visitor cannot read in the language of the translation."""
    language = pair.unit.target_language
    for link in dict.fromkeys(pair.target.links):
        if link.page_id is None:
            continue
        if pair.context.is_live(link.page_id, language) is False:
            yield warning(
                Code.DEAD_LINK,
                _(
                    "“%(link)s” leads to %(target)s, which cannot be read in this "
                    "language yet. Release that page first, or link to another."
                ),
                link.name,
                link=link.name,
                target=link,
            )


def check_emails(pair: Pair) -> Iterator[Fault]:
    """Find e-mail addresses that differ from the source's."""
    lost, added = lost_and_added(set(pair.source.emails), set(pair.target.emails))
    yield from _address_faults(Code.EMAILS, lost, added)


def check_web_addresses(pair: Pair) -> Iterator[Fault]:
    """Find web addresses among the words that differ from the source's."""
    lost, added = lost_and_added(
        {_comparable(pair, address) for address in pair.source.web_addresses},
        {_comparable(pair, address) for address in pair.target.web_addresses},
    )
    yield from _address_faults(Code.URLS, lost, added)


def _address_faults(code, lost, added):
    for missing, found in exchanged(sorted(lost), sorted(added)):
        if missing is None:
            message = _("The source does not have “%(found)s”. Correct or remove it.")
        elif found is None:
            message = _("“%(missing)s” is missing. Copy it from the source.")
        else:
            message = _(
                "The source has “%(missing)s” where “%(found)s” stands. Copy it as it is."
            )
        yield warning(code, message, found or missing, found=found, missing=missing)


def _comparable_links(pair, links):
    return [
        replace(link, target=_comparable(pair, link.target))
        if link.kind == "address"
        else link
        for link in links
    ]


def _comparable(pair: Pair, address: str) -> str:
    """Return `address` in a form that is equal for the languages of one website."""
    languages = {pair.source.base_language, pair.target.base_language}
    either = "|".join(sorted(map(re.escape, languages)))
    address = re.sub(rf"(?<=/)(?:{either})(?=[./]|$)", "…", address.rstrip("/"))
    return re.sub(rf"(?<=[?&=])(?:{either})(?=&|$)", "…", address)
