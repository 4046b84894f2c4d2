"""How many messages one visitor may send: counted by all servers together, and forgotten after an hour."""

import ipaddress
import logging

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

HOUR = 60 * 60


def may_send(request) -> bool:
    """Tell whether this visitor may send one more message now, and count it.

    A cache that does not answer keeps nobody from writing to the team.
    """
    key = visitor_key(request)
    try:
        # `add` is the one step that two servers cannot both take.
        return any(
            caches["shared"].add(f"{key}:{place}", 1, HOUR)
            for place in range(settings.CONTACT_MESSAGES_AN_HOUR)
        )
    except Exception:
        logger.exception("The messages of a visitor could not be counted.")
        return True


def visitor_key(request) -> str:
    """Return a name for where `request` comes from, from which the address cannot be told."""
    address = visitor_address(request)
    return f"contact:{salted_hmac('contact.limits', address).hexdigest()[:32]}"


def visitor_address(request) -> str:
    """Return the address of the visitor, which the last of our proxies wrote down; of IPv6, the network."""
    hops = [request.META.get("REMOTE_ADDR", "")]
    if settings.PROXY_COUNT:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        hops = [hop.strip() for hop in forwarded if hop.strip()] or hops
    hop = hops[-min(len(hops), max(1, settings.PROXY_COUNT))]
    try:
        address = ipaddress.ip_address(hop)
    except ValueError:
        return hop[:64]
    # Servers that listen for both kinds write `::ffff:192.0.2.1`: no network, one visitor.
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def make_cache_tables(using, **kwargs):
    """Make the table of each cache that is kept in the database, where it is missing."""
    call_command("createcachetable", database=using, verbosity=0)
