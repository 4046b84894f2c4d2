"""The form of an image: its text alternative in every language one may write."""

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from core import permissions
from core.forms import HiddenNote, MergedColumns
from core.image_fields import CheckedImageField
from core.languages import column, content_languages, direction, native_name
from core.merging import Note


class PermittedImageForm(BaseImageForm):
    """Offers each person the fields they may change, and ignores all others."""

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        languages = {
            column("alt_text", language): language for language in content_languages()
        }
        for name in set(self.fields) & set(self._meta.fields):
            if user and not user.has_perm(_permission(languages.get(name))):
                del self.fields[name]
        if "file" in self.fields:
            self._check_file()
        for name, language in languages.items():
            if name in self.fields:
                self._describe(self.fields[name], language)

    def _check_file(self):
        """Put our field in the place of Wagtail's, where a form has one: after an upload it has none.

        It is made for each form, since it names its limits in the language of the moment.
        """
        shown = self.fields["file"]
        self.fields["file"] = CheckedImageField(
            label=shown.label, widget=shown.widget, required=shown.required
        )

    @staticmethod
    def _describe(field, language):
        field.label = _("Text alternative: %(language)s") % {
            "language": native_name(language)
        }
        field.widget.attrs.update(
            {"lang": language, "dir": direction(language), "spellcheck": "true"}
        )


class SiteImageForm(MergedColumns, PermittedImageForm):
    """Keeps what another person wrote about the image meanwhile."""

    note = HiddenNote()

    # A file and its focal point go together, and tags are no text.
    not_merged = {
        "file",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].write = self._write_note
        self.shown = Note.read(self.data.get(self.add_prefix("note"))).columns

    def _write_note(self):
        return Note(columns=self.stored or {}).write()


def _permission(language):
    if language is None:
        return permissions.EDIT_SHARED_FIELDS
    return permissions.translate(language)
