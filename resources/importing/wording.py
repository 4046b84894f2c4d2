"""The words for what becomes of the documents of a file."""

from django.utils.translation import gettext as _

from resources.importing.storing import Action


def labels() -> dict[Action, str]:
    """Return what to call each action, in the present language."""
    return {
        Action.CREATED: _("New"),
        Action.CHANGED: _("Changed"),
        Action.SAME: _("Unchanged"),
        Action.REFUSED: _("Left out, with faults"),
    }
