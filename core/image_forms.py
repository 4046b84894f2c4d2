"""The form of an image: its text alternative in every language one may write."""

from django.forms import FileInput
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from core import permissions
from core.image_fields import CheckedImageField
from core.languages import column, content_languages, direction, native_name


class SiteImageForm(BaseImageForm):
    """Offers each person the fields they may change, and ignores all others."""

    file = CheckedImageField(label=_("File"), widget=FileInput)

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        languages = {
            column("alt_text", language): language for language in content_languages()
        }
        for name in list(self.fields):
            if user and not user.has_perm(_permission(languages.get(name))):
                del self.fields[name]
        for name, language in languages.items():
            if name in self.fields:
                self._describe(self.fields[name], language)

    @staticmethod
    def _describe(field, language):
        field.label = _("Text alternative: %(language)s") % {
            "language": native_name(language)
        }
        field.widget.attrs.update(
            {"lang": language, "dir": direction(language), "spellcheck": "true"}
        )


def _permission(language):
    if language is None:
        return permissions.EDIT_SHARED_FIELDS
    return permissions.translate(language)
