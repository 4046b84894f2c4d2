"""What links and images of the old site lead to here: pages that moved in, and files of a folder."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.core.files import File
from django.utils.functional import cached_property
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.languages import column, default_language
from moving_in.groups import known_language
from moving_in.models import MovedItem
from moving_in.wxr import Export, Item

UPLOADS = "/uploads/"
SMALLER_COPY = re.compile(r"-\d+x\d+(\.\w+)$")
IMAGE_ENDINGS = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


class Library:
    """Finds the page or file that an address of the old site stands for.

    Without `writes`, files are only looked for in the folder, and numbered 0.
    """

    def __init__(self, export: Export, folder: Path | None, writes: bool):
        self.export = export
        self.folder = folder
        self.writes = writes
        self.pages: dict[int, int] = {}
        self.taken = 0

    def link(self, target: str) -> dict[str, str] | None:
        """Return the attributes of a link to `target`; None where it should lead to something here and does not."""
        if target.startswith(("mailto:", "tel:", "#")):
            return {"href": target}
        address = self.absolute(target)
        if not self._is_ours(address):
            return {"href": address}
        page = self.pages.get(self._page_numbers.get(_path(address)))
        if page:
            return {"linktype": "page", "id": str(page)}
        document = self._file(address, images=False)
        return (
            None if document is None else {"linktype": "document", "id": str(document)}
        )

    def image(self, source: str) -> int | None:
        """Return the image that stands for the one at `source`; None where its file is missing."""
        return self._file(self.absolute(source), images=True)

    def absolute(self, target: str) -> str:
        return urljoin(f"{self.export.address}/", target)

    def _is_ours(self, address):
        return urlsplit(address).netloc == urlsplit(self.export.address).netloc

    @cached_property
    def _page_numbers(self) -> dict[str, int]:
        return {
            _path(item.link): item.number for item in self.export.items if item.link
        }

    @cached_property
    def _attachments(self) -> dict[str, Item]:
        items = [item for item in self.export.items if item.file_url]
        return {_place(item.file_url): item for item in items}

    def _file(self, address, images) -> int | None:
        place = _place(address)
        # A smaller copy that WordPress made stands for the whole image.
        for candidate in (SMALLER_COPY.sub(r"\1", place), place):
            path = self._path_of(candidate)
            if path and (path.suffix.lower() in IMAGE_ENDINGS) == images:
                return self._moved(candidate, path, "image" if images else "document")
        return None

    def _path_of(self, place: str) -> Path | None:
        """Return the file in the folder that lies at `place`."""
        if self.folder is None or not place:
            return None
        path = (self.folder / place).resolve()
        # A path that climbs out of the folder is nobody's upload.
        inside = path.is_relative_to(self.folder.resolve())
        return path if inside and path.is_file() else None

    def _moved(self, place, path, kind) -> int:
        known = MovedItem.objects.filter(key=f"{self.export.address}#file-{place}")
        moved = known.first()
        if moved and getattr(moved, f"{kind}_id"):
            return getattr(moved, f"{kind}_id")
        self.taken += 1
        if not self.writes:
            return 0
        made = self._make(place, path, kind)
        MovedItem.objects.update_or_create(
            key=f"{self.export.address}#file-{place}", defaults={kind: made}
        )
        return made.pk

    def _make(self, place, path, kind):
        item = self._attachments.get(place)
        model = get_image_model() if kind == "image" else get_document_model()
        made = model(title=(item.title if item else "") or path.stem)
        alt = item.fields.get("_wp_attachment_image_alt", "") if item else ""
        if kind == "image" and alt:
            language = known_language(item.language) or default_language()
            setattr(made, column("alt_text", language), alt[:255])
        with path.open("rb") as file:
            made.file = File(file, name=path.name)
            made.save()
        return made


def _path(address: str) -> str:
    parts = urlsplit(address)
    path = unquote(parts.path).rstrip("/")
    return f"{path}?{parts.query}" if parts.query else path


def _place(address: str) -> str:
    """Return where a file lies below the folder of uploads, as `2021/05/report.pdf`."""
    return unquote(urlsplit(address).path).partition(UPLOADS)[2]
