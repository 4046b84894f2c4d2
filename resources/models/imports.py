"""A file of documents on its way into the site."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_FOR = timedelta(days=1)
MOST_FAULTS = 1000


class ResourceImport(models.Model):
    """A file that somebody sent, how far it was read, and what was found: first tried, then written.

    Each request takes some documents and remembers where it stopped, so that no request is
    long and none of the work is lost when a browser is closed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=255)
    content = models.BinaryField()
    encoding = models.CharField(max_length=20)
    default_type = models.CharField(max_length=60, blank=True)
    default_language = models.CharField(max_length=12, blank=True)
    publish = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    is_confirmed = models.BooleanField(default=False)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    # Line, field and words of each.
    faults = models.JSONField(default=list)

    class Meta:
        verbose_name = _("import of resources")
        verbose_name_plural = _("imports of resources")

    def __str__(self):
        return self.name

    @classmethod
    def fresh(cls, user):
        """Return the files of `user` that are still kept; older ones of anybody go."""
        cls.objects.filter(uploaded_at__lte=timezone.now() - KEPT_FOR).delete()
        return cls.objects.filter(user=user)

    @property
    def is_finished(self) -> bool:
        return self.done >= self.total

    def take(self, outcome):
        """Remember what became of one document."""
        self.done += 1
        self.counts[outcome.action] = self.counts.get(outcome.action, 0) + 1
        for fault in outcome.faults:
            if len(self.faults) < MOST_FAULTS:
                name = getattr(fault, "field_name", "")
                self.faults.append([outcome.line, name, outcome.title[:80], str(fault)])

    def begin_writing(self):
        """Go from trying to writing: from the first document on again."""
        self.is_confirmed, self.done = True, 0
        self.counts, self.faults = {}, []
