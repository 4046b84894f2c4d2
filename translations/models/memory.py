"""Earlier translations, and an index of their words by which similar texts are found."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MemoryEntry(models.Model):
    """A text that somebody translated, as a whole or a sentence of it."""

    source_language = models.CharField(_("source language"), max_length=12)
    target_language = models.CharField(_("target language"), max_length=12)
    # As a reader sees it, which is what is compared; and as it is written.
    source_text = models.TextField(_("source"))
    source = models.TextField(blank=True)
    target_text = models.TextField(_("translation"))
    target = models.TextField()
    is_html = models.BooleanField(default=False)
    # Which text it is of, and at which place in it; 0 is the whole text.
    origin = models.CharField(max_length=400)
    position = models.PositiveIntegerField(default=0)
    document = models.CharField(max_length=255, blank=True)
    label = models.CharField(_("where"), max_length=255, blank=True)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translated by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    remembered_at = models.DateTimeField(_("translated on"))

    class Meta:
        verbose_name = _("earlier translation")
        verbose_name_plural = _("earlier translations")
        indexes = [models.Index(fields=["origin"], name="memory_entry_origin")]

    def __str__(self):
        return self.source_text[:80]


class MemoryWord(models.Model):
    """A word of an entry, by a number that also stands for the languages and the length."""

    entry = models.ForeignKey(
        MemoryEntry, on_delete=models.CASCADE, related_name="words"
    )
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["key", "entry"], name="memory_word_entry")]

    def __str__(self):
        return str(self.key)


class MemoryWordCount(models.Model):
    """In how many entries a word stands, or nearly; the rarest are looked for first."""

    key = models.BigIntegerField(primary_key=True)
    count = models.IntegerField(default=0)

    def __str__(self):
        return f"{self.key}: {self.count}"
