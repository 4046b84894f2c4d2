"""One language of a page, a snippet or an image: how far its translation is, and who has it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import default_language, fallback_chain, native_name
from translations.models.review import ReviewStatus


class LanguageVersionQuerySet(models.QuerySet):
    def of(self, instance: models.Model) -> "LanguageVersionQuerySet":
        """Return the versions of `instance`."""
        content_type = ContentType.objects.get_for_model(instance)
        return self.filter(content_type=content_type, object_id=instance.pk)

    def unfinished(self) -> "LanguageVersionQuerySet":
        """Return the versions in which a translator has something to do."""
        returned = models.Q(review=ReviewStatus.RETURNED)
        return self.filter(models.Q(todo__gt=0) | returned)


class LanguageVersion(models.Model):
    """One language of one page, snippet or image; the queue of the translators is made of these.

    The counts are of texts and derived from them at every save: see `translations.states`.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.PositiveBigIntegerField()
    instance = GenericForeignKey("content_type", "object_id")
    # The same object where it is a page, for its section and for deletion.
    page = models.ForeignKey(
        "core.SitePage",
        verbose_name=_("page"),
        null=True,
        on_delete=models.CASCADE,
        related_name="language_versions",
    )
    title = models.CharField(_("title"), max_length=255)
    language = models.CharField(_("language"), max_length=12)
    source_language = models.CharField(
        _("translated from"),
        max_length=12,
        blank=True,
        help_text=_("Empty where the texts are born in this language."),
    )

    missing = models.PositiveIntegerField(_("missing"), default=0)
    outdated = models.PositiveIntegerField(_("outdated"), default=0)
    unreviewed = models.PositiveIntegerField(_("to review"), default=0)
    waiting = models.PositiveIntegerField(_("waiting"), default=0)
    done = models.PositiveIntegerField(_("done"), default=0)
    # Missing, outdated and to review; the words of the source in them.
    todo = models.PositiveIntegerField(_("to do"), default=0)
    words_todo = models.PositiveIntegerField(_("words to do"), default=0)
    is_unpublished = models.BooleanField(_("has unpublished texts"), default=False)
    # Counted anew at every change of one: see `translations.comments.deeds`.
    open_comments = models.PositiveIntegerField(_("open comments"), default=0)

    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="language_versions",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    # Only while somebody has to do something about it: see `translations.reviews.records`.
    review = models.CharField(
        _("review"),
        max_length=10,
        choices=ReviewStatus.choices,
        blank=True,
        editable=False,
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = LanguageVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"],
                name="one_version_per_language",
            )
        ]
        indexes = [
            models.Index(fields=["language", "todo"], name="version_language_todo"),
            models.Index(fields=["assignee", "due_on"], name="version_assignee_due"),
        ]

    def __str__(self):
        return f"{self.title} ({native_name(self.language)})"

    @property
    def is_original(self) -> bool:
        """Tell whether the texts are born in this language."""
        return not self.source_language

    @property
    def total(self) -> int:
        return self.todo + self.waiting + self.done

    @property
    def percent_done(self) -> int:
        """Return how much is done, 0 to 100; never 100 while anything is left."""
        if not self.total:
            return 100
        return self.done * 100 // self.total


def first_source(language: str) -> str:
    """Return what a new version in `language` is translated from; nothing for an original."""
    if language == default_language():
        return ""
    others = [code for code in fallback_chain(language) if code != language]
    return others[0] if others else default_language()
