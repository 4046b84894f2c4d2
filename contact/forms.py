"""The form by which visitors write to the team, and what keeps machines out of it."""

import time

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.languages import content_languages, current_language, native_name
from core.texts import text

SALT = "contact.forms"
# In seconds: machines fill a form in no time, people take longer.
SHORTEST = 3
LONGEST = 24 * 60 * 60
MOST_CHARACTERS = 5000
LONGEST_NAME = 120
LONGEST_EMAIL = 254


def stamp() -> str:
    """Return the present moment, signed, for a form to carry."""
    return signing.dumps(time.time(), salt=SALT)


def age(stamped: str) -> float | None:
    """Return how many seconds ago `stamped` was made; None where it is not ours, or too old."""
    try:
        seconds = time.time() - signing.loads(stamped, salt=SALT)
    except signing.BadSignature:
        return None
    return seconds if seconds <= LONGEST else None


class MessageForm(forms.Form):
    """A message to the team.

    What looks like a machine is refused in words, not in silence: browsers fill in hidden
    fields too, and then a person must be able to send the message all the same.
    """

    use_required_attribute = True

    subject = forms.ChoiceField(label=_("Subject"), required=False)
    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=LONGEST_EMAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    text = forms.CharField(
        label=_("Your message"),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    language = forms.ChoiceField(label=_("Answer me in"))
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, page, routes, **kwargs):
        self.routes = {route.row_key.hex: route for route in routes}
        initial = {"language": current_language(), "stamp": stamp()}
        super().__init__(*args, initial=initial, label_suffix="", **kwargs)
        self.page = page
        self.fields["subject"].choices = [
            *((key, text(route, "title")) for key, route in self.routes.items()),
            ("", _("Something else")),
        ]
        self.fields["language"].choices = [
            (code, native_name(code)) for code in content_languages()
        ]

    @property
    def route(self):
        """The subject that the visitor chose, None for something else."""
        return self.routes.get(self.cleaned_data.get("subject"))

    def clean_name(self):
        return _on_one_line(self.cleaned_data["name"])

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(
                _(
                    "Empty this field, and send the message again: it is there for machines."
                )
            )
        return ""

    def clean(self):
        seconds = age(self.cleaned_data.get("stamp", ""))
        if seconds is None:
            self._ask_again(
                _("This form was open for very long. Send your message again.")
            )
        elif seconds < SHORTEST:
            self._ask_again(
                _("That was very fast. Wait a moment, and send your message again.")
            )

    def _ask_again(self, message):
        """Refuse the message, and give the form that is shown then the present moment."""
        self.add_error(None, message)
        self.data = {**self.data.dict(), "stamp": stamp()}


def _on_one_line(name: str) -> str:
    """Return `name` without the line ends by which a mail gets more recipients."""
    return " ".join(name.split())
