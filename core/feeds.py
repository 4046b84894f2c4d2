"""What the feeds of the site have in common: ids that stay, and words that XML can hold."""

import re
from uuid import uuid5

# Signs that no XML may hold.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def identity(page, name: str) -> str:
    """Return an id for `page` in a feed, of its own for each `name`, that stays when addresses change."""
    return f"urn:uuid:{uuid5(page.translation_key, name)}"


def clean(words) -> str:
    """Return `words` without the signs that would break a feed."""
    return NOT_IN_XML.sub("", str(words))
