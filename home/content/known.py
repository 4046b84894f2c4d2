"""What is known while content is checked, and the words for values that are none."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from home.content.faults import Faults
from home.content.links import Names


@dataclass
class Known:
    """What a value may refer to, and where faults go."""

    faults: Faults
    page_keys: set[str] = field(default_factory=set)
    names: Names = field(default_factory=Names)
    # The keys of lists by which documents are sorted, also of entries that are only planned.
    keys: dict[type, set[str]] = field(default_factory=dict)
    # Titles of documents that a file brings with it.
    planned_documents: set[str] = field(default_factory=set)

    def keys_of(self, model: type) -> set[str]:
        """Return the keys that entries of the list `model` have or will have."""
        if model not in self.keys:
            self.keys[model] = set(model.objects.values_list("key", flat=True))
        return self.keys[model]


def library_title(given, library, known):
    """Return the title of the one file of `library` that `given` names, or None after noting a fault."""
    if not isinstance(given.value, str):
        return not_a_text(given, known)
    is_planned = (
        library is get_document_model() and given.value in known.planned_documents
    )
    if is_planned or library.objects.filter(title=given.value).count() == 1:
        return given.value
    message = _("The library must hold exactly one file called “%s”. Upload it first.")
    known.faults.add(given.place, message % given.value)
    return None


def shortened(value) -> str:
    """Return enough of `value` to recognise it."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def not_a_text(given, known):
    if given.value is None:
        message = _("Nothing is given. Leave the line out, or write '' for no text.")
    else:
        message = _("A text is wanted. Put “%s” in quotes if it is one.")
        message %= shortened(given.plain())
    known.faults.add(given.place, message)
    return None
