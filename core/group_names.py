"""What administrators read for groups and rights, in their own language.

Stored are names that never change, by which code finds the groups: see `core.groups`.
"""

from django.db.models.query import ModelIterable
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.groups import STAFF, permission_names, translators
from core.languages import content_languages, native_name

# Wagtail shows these of a model's rights, where it finds a translation in that.
SHORT_NAMES = [
    gettext_noop("Can choose"),
    gettext_noop("Can lock"),
    gettext_noop("Can publish"),
    gettext_noop("Can unlock"),
]


def own_group_names() -> dict[str, str]:
    """Return the groups this site makes, by stored name, as they are called in the current language."""
    names = {STAFF: _("Communications staff")}
    for language in content_languages():
        names[translators(language)] = _("Translators (%(language)s)") % {
            "language": native_name(language)
        }
    return names


def group_name(group) -> str:
    """Return what people call `group`; one that an administrator made is called as they wrote it."""
    return own_group_names().get(group.name, group.name)


def permission_name(permission) -> str:
    """Return what people call `permission`, which Django names in English."""
    kind = permission.content_type
    right = f"{kind.app_label}.{permission.codename}"
    # Read aloud for the boxes in the columns of Wagtail's table.
    columns = {
        f"add_{kind.model}": _("Can add: %(kind)s"),
        f"change_{kind.model}": _("Can change: %(kind)s"),
        f"delete_{kind.model}": _("Can delete: %(kind)s"),
    }
    if permission.codename in columns:
        return columns[permission.codename] % {"kind": kind.name}
    return permission_names().get(right, permission.name)


class NamedPermissions(ModelIterable):
    """Reads rights with their names in the current language; a query reads them anew for each form."""

    def __iter__(self):
        for permission in super().__iter__():
            permission.name = permission_name(permission)
            yield permission
