"""Reads what an address or a form names, which anybody may have written."""

import re

# No database holds longer ones.
KEY = re.compile("[0-9]{1,18}")


def is_key(text: str) -> bool:
    """Tell whether `text` can be the key of something stored."""
    return KEY.fullmatch(text) is not None
