"""One language of a page that was handed in, and what somebody said who read it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReviewStatus(models.TextChoices):
    """What became of a language that was handed in."""

    OPEN = "open", _("In review")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Changes asked for")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class LanguageReview(models.Model):
    """One language of something, handed in for somebody else to read.

    It holds for the very words that were approved: see `translations.reviews.approvals`.
    """

    version = models.ForeignKey(
        "translations.LanguageVersion", on_delete=models.CASCADE, related_name="reviews"
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ReviewStatus.choices,
        default=ReviewStatus.OPEN,
    )
    # The step of a workflow that ends with this review, where there is one.
    task_state = models.ForeignKey(
        "wagtailcore.TaskState", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_at = models.DateTimeField(_("handed in"), default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    comment = models.TextField(_("comment"), blank=True)
    # By place: the fingerprint of each translation that was approved.
    words = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("review of a language")
        verbose_name_plural = _("reviews of languages")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(status=ReviewStatus.OPEN),
                name="one_open_review_per_version",
            )
        ]

    def __str__(self):
        return f"{self.version}: {self.get_status_display()}"
