"""Checks and loads the files that stand beside content files, for links and blocks to name."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from home.content.known import shortened


@dataclass
class DocumentPlan:
    """A document of the library, and the file it holds."""

    title: str
    path: Path


def check_documents(plan, section, known):
    """Plan the documents that the library does not hold yet."""
    if section is None:
        return
    if not section.is_map:
        message = _("Write the title of each document, and its file behind a colon.")
        known.faults.add(section.place, message)
        return
    stored = set(known.names.documents.values())
    for title, given in section.items():
        path = _path(given, known)
        if path is not None and title not in stored:
            known.planned_documents.add(title)
            plan.documents.append(DocumentPlan(title, path))


def load_documents(plans, report):
    """Add the documents to the library; one that is there is never replaced."""
    for plan in plans:
        with plan.path.open("rb") as file:
            document = get_document_model()(title=plan.title)
            document.file_size = plan.path.stat().st_size
            document.file.save(plan.path.name, File(file), save=False)
            document.save()
        report.created.append(plan.title)


def _path(given, known):
    """Return the file named below the folder of its content file, or None after noting a fault."""
    folder = Path(given.place.file).resolve().parent
    path = (folder / str(given.value)).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        message = _("There is no file “%s” below the folder of this content file.")
        known.faults.add(given.place, message % shortened(given.plain()))
        return None
    return path
