"""The signing key of a site on one's own machine."""

import contextlib
import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def kept_secret(path: Path) -> str:
    """Return the key kept at `path`, made the first time, so that sign-ins outlast a restart."""
    if not path.exists():
        _write_once(path, get_random_secret_key())
    secret = path.read_text().strip()
    if not secret:
        raise ImproperlyConfigured(
            f"{path} is empty. Delete it: the next start makes a new key."
        )
    return secret


def _write_once(path: Path, secret: str) -> None:
    """Write `secret` for its owner alone; where several start at once, the first one stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
        file.write(secret)
        file.flush()
        with contextlib.suppress(FileExistsError):
            os.link(file.name, path)
