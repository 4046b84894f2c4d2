"""What a translation service does, and what may go wrong with it."""

from typing import Protocol

from django.utils.translation import gettext_lazy as _


class Translator(Protocol):
    """A service that translates texts."""

    name: str

    def translate(
        self, texts: list[str], source: str, target: str, is_html: bool
    ) -> list[str]:
        """Return the translation of each of `texts`, in their order, or raise a `MachineError`."""


class MachineError(Exception):
    """The service gave no translation; `sentence` tells a translator why and what to do.

    `detail` is for whoever runs the site: it may hold what the service answered.
    """

    sentence = _("The translation service gave no suggestion.")

    def __init__(self, detail: str = ""):
        self.detail = detail
        super().__init__(detail or str(self.sentence))


class NotReachable(MachineError):
    """It did not answer, or not in time."""

    sentence = _("The translation service does not answer. Try again later.")


class TooManyRequests(MachineError):
    """It asks to be asked less often."""

    sentence = _("The translation service is busy. Try again in a minute.")


class QuotaUsedUp(MachineError):
    """What was paid for is used up."""

    sentence = _(
        "The translation service has no characters left. Tell whoever runs the site."
    )


class KeyRefused(MachineError):
    """It does not know the key."""

    sentence = _(
        "The translation service refuses the key of this site. Tell whoever runs the "
        "site."
    )


class TextTooLong(MachineError):
    """One text is longer than it takes."""

    sentence = _("This text is too long for the translation service.")


class RequestRefused(MachineError):
    """It cannot do what it was asked, such as this pair of languages."""

    sentence = _(
        "The translation service cannot translate this, perhaps not between these two "
        "languages."
    )


class UnusableAnswer(MachineError):
    """It answered something else than translations."""

    sentence = _("The translation service gave an answer that cannot be used.")
