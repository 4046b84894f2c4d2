"""What people read for the workflow and the step that this site is born with, in their own language.

Their stored name stays as it is until an administrator gives them another.
"""

from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.groups import WORKFLOW
from core.languages import content_languages


class NameInOwnLanguage(DeferredAttribute):
    """The name of a workflow or a step: ours in the current language, any other as it was written."""

    def __get__(self, instance, owner=None):
        name = super().__get__(instance, owner)
        return name if instance is None else shown_name(name)

    # Without this the value read from the database would hide the attribute.
    def __set__(self, instance, name):
        instance.__dict__[self.field.attname] = name


def shown_name(name: str) -> str:
    return own_name() if name in _own_names() else name


def own_name() -> str:
    return _("Approval by the communications staff")


def _own_names():
    """Return the name in each language: a form stores what it showed."""
    names = {WORKFLOW}
    for language in content_languages():
        with override(language):
            names.add(own_name())
    return names
