"""Compiles the translations of the interface, without gettext's own tools."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def compile_catalogues() -> list[Path]:
    """Write the .mo file beside each .po file that is newer, and return those written."""
    written = []
    for directory in settings.LOCALE_PATHS:
        for source in sorted(Path(directory).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if not _is_current(target, source):
                _compile(source, target)
                written.append(target)
    return written


def _is_current(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path, target: Path) -> None:
    with source.open("rb") as file:
        try:
            catalogue = read_po(file, abort_invalid=True)
        except PoFileError as error:
            raise ImproperlyConfigured(
                f"{source} is no valid catalogue of translations: {error}. Correct the "
                "line, or take the file from before its last change."
            ) from error
    # Complete before it is in place: a server may be reading the old one.
    partial = target.with_suffix(".mo.new")
    with partial.open("wb") as file:
        write_mo(file, catalogue)
    partial.replace(target)
