"""The words for what becomes of the documents of a file."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from resources.importing.storing import Action


def labels() -> dict[Action, str]:
    """Return what to call each action, in the present language."""
    return {
        # Wagtail calls the form of a new page by the same word.
        Action.CREATED: pgettext("documents", "New"),
        Action.CHANGED: _("Changed"),
        Action.SAME: _("Unchanged"),
        Action.REFUSED: _("Left out, with faults"),
    }
