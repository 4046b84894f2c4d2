"""What can be found: an entry for each thing and language, and the words they are written in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import SitePage


class Generation(models.Model):
    """A complete set of entries; one is searched, another may be in the making."""

    number = models.AutoField(primary_key=True)
    is_current = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=models.Q(is_current=True),
                name="one_generation_is_current",
            )
        ]

    def __str__(self):
        return str(self.number)


class IndexEntry(models.Model):
    """A live, public page, or a part of one with its own link, in one language.

    Its terms are beside it: in the table `search_terms` on SQLite, in the column `terms`
    on PostgreSQL. See `search.databases`.
    """

    generation = models.ForeignKey(
        Generation, on_delete=models.CASCADE, related_name="entries"
    )
    page = models.ForeignKey(SitePage, on_delete=models.CASCADE, related_name="+")
    # The anchor of the part; empty for the page itself.
    part = models.CharField(max_length=64, blank=True)
    language = models.CharField(_("language"), max_length=12)
    kind = models.CharField(_("kind"), max_length=100)
    title = models.TextField(_("title"))
    title_language = models.CharField(max_length=12)
    text = models.TextField(_("text"), blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "part", "language", "generation"],
                name="one_entry_a_part_and_language",
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.language})"


class IndexedWord(models.Model):
    """A word that some entry holds, for whoever mistypes it."""

    generation = models.ForeignKey(
        Generation, on_delete=models.CASCADE, related_name="words"
    )
    language = models.CharField(max_length=12)
    # Without accents, as words are compared; and as it is written.
    word = models.CharField(max_length=64)
    written = models.CharField(max_length=64)
    beginning = models.CharField(max_length=2)
    ending = models.CharField(max_length=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["generation", "language", "word"], name="one_row_a_word"
            )
        ]
        indexes = [
            models.Index(
                fields=["generation", "language", "beginning"], name="word_beginning"
            ),
            models.Index(
                fields=["generation", "language", "ending"], name="word_ending"
            ),
        ]

    def __str__(self):
        return self.written
