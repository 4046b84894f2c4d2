"""What is known of each translated text: the source it was made from, and its state."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far the translation of a text is; always derived, never typed in."""

    MISSING = "missing", _("Missing")
    OUTDATED = "outdated", _("Outdated")
    UNREVIEWED = "unreviewed", _("To review")
    WAITING = "waiting", _("Waiting for its source")
    DONE = "done", _("Done")


class Origin(models.TextChoices):
    """Where the words of a translation came from."""

    PERSON = "person", _("Written by a person")
    MACHINE = "machine", _("Suggested by a machine")
    FILE = "file", _("Imported from a file")


class TranslatedText(models.Model):
    """The translation of one text, with the very words of the source that it was made from.

    A text whose field, row or block is gone keeps its record, in case it comes back.
    """

    version = models.ForeignKey(
        "translations.LanguageVersion", on_delete=models.CASCADE, related_name="texts"
    )
    place = models.CharField(_("place"), max_length=255)
    state = models.CharField(_("state"), max_length=12, choices=State.choices)
    is_present = models.BooleanField(default=True)
    # The source when somebody last said that the translation says the same.
    source_text = models.TextField(_("source"), blank=True)
    source_fingerprint = models.CharField(max_length=16, blank=True)
    target_fingerprint = models.CharField(max_length=16, blank=True)
    # Another language than the one of the whole version; empty for that one.
    own_source = models.CharField(_("translated from"), max_length=12, blank=True)
    # The translation is to say the same words, such as a name; it may stay empty.
    is_same = models.BooleanField(_("same as the source"), default=False)
    # The source of which an editor said that it is to be translated again.
    again_for = models.CharField(max_length=16, blank=True)
    needs_review = models.BooleanField(_("needs review"), default=False)
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin.choices, default=Origin.PERSON
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)

    class Meta:
        verbose_name = _("translated text")
        verbose_name_plural = _("translated texts")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "place"], name="one_record_per_text"
            )
        ]

    def __str__(self):
        return self.place
