"""A message from a visitor, kept until it is old, whether or not it could be mailed."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contact.forms import LONGEST_EMAIL, LONGEST_NAME


class MessageQuerySet(models.QuerySet):
    def undelivered(self):
        """Return the messages that nobody on the team has been mailed."""
        return self.filter(mailed_at=None)

    def failed(self):
        """Return the messages of which the last mail to the team failed."""
        return self.undelivered().exclude(problem="")

    def waiting(self, now: datetime):
        """Return the messages with a mail to send at `now`."""
        unsent = Q(mailed_at=None) | Q(confirmed_at=None)
        return self.filter(unsent, next_try_at__lte=now)


class Message(models.Model):
    """What a visitor wrote in the form of a contact page, and what became of it."""

    page = models.ForeignKey(
        "contact.ContactPage",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("page"),
    )
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    email = models.EmailField(_("e-mail address"), max_length=LONGEST_EMAIL)
    subject = models.CharField(_("subject"), max_length=120, blank=True)
    language = models.CharField(_("language of the answer"), max_length=16)
    text = models.TextField(_("message"))
    received_at = models.DateTimeField(
        _("received"), default=timezone.now, db_index=True, editable=False
    )
    is_answered = models.BooleanField(
        _("answered"),
        default=False,
        help_text=_("Nothing is left to do. Others see it in the list."),
    )

    # Delivery
    recipients = models.TextField(_("recipients"), blank=True)
    # The same text sent twice is one message: a second press of the button, a page loaded again.
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    mailed_at = models.DateTimeField(_("mailed to the team"), null=True, editable=False)
    confirmed_at = models.DateTimeField(
        _("confirmed to the sender"), null=True, editable=False
    )
    tries = models.PositiveIntegerField(default=0, editable=False)
    next_try_at = models.DateTimeField(null=True, editable=False, db_index=True)
    problem = models.TextField(_("problem"), blank=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self):
        # The log of the admin keeps it when the message is erased: no word of the sender.
        return gettext("Message %s") % self.pk

    def state(self) -> str:
        """Return what became of the message, in words."""
        if self.mailed_at:
            return gettext("Mailed")
        return gettext("Not mailed yet") if not self.problem else gettext("Mail failed")

    state.short_description = _("Mail")
