"""The forms by which files of translations leave and come back."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.languages import content_languages, native_name
from translations.exchange.deliveries import ExchangeError, Format, Limits
from translations.exchange.files import read
from translations.importing import prepare


class ExportForm(forms.Form):
    """Asks for the language and the kind of a file, and whether all texts go into it."""

    language = forms.ChoiceField(label=gettext_lazy("Translate into"))
    format = forms.ChoiceField(
        label=gettext_lazy("Kind of file"),
        choices=[
            (Format.XLIFF, gettext_lazy("XLIFF, for translation tools")),
            (Format.PO, gettext_lazy("PO, for gettext tools such as Poedit")),
            (Format.CSV, gettext_lazy("CSV, for spreadsheets")),
        ],
        initial=Format.XLIFF,
        widget=forms.RadioSelect,
    )
    unfinished = forms.BooleanField(
        label=gettext_lazy("Only what is to be translated or reviewed"),
        required=False,
        initial=True,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [
            (code, native_name(code)) for code in content_languages()
        ]


class ImportForm(forms.Form):
    """Takes a file, and refuses one of which nothing could be used."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "XLIFF, PO or CSV, exported here and filled in. You see what would change "
            "before anything is written."
        ),
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_file(self):
        file = self.cleaned_data["file"]
        limit = Limits.from_settings().bytes
        if file.size > limit:
            raise forms.ValidationError(
                _(
                    "The file has %(size)d bytes, and at most %(limit)d are read. "
                    "Export fewer texts at a time."
                )
                % {"size": file.size, "limit": limit}
            )
        self.content = file.read()
        try:
            self.found = prepare(read(self.content, file.name), self.user)
        except ExchangeError as error:
            raise forms.ValidationError(str(error)) from error
        return file
