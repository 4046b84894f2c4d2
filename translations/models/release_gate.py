"""The languages of a page that visitors are to get together."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import content_languages


class ReleaseGate(models.Model):
    """Holds back a page until some of its languages are approved; most pages have none."""

    page = models.OneToOneField(
        "core.SitePage", on_delete=models.CASCADE, related_name="+"
    )
    languages = models.JSONField(_("languages"), default=list)
    # Which of them somebody wanted to publish alone; empty where it was the whole page.
    asked_languages = models.JSONField(default=list)
    # What somebody wanted to publish, as it was then: a revision may be written over.
    content = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"), null=True)

    class Meta:
        verbose_name = _("joint release of languages")
        verbose_name_plural = _("joint releases of languages")

    def __str__(self):
        return f"{self.page}: {', '.join(self.languages)}"

    @property
    def is_waiting(self) -> bool:
        """Tell whether a publication waits behind the gate."""
        return self.asked_at is not None

    @property
    def known_languages(self) -> list[str]:
        """Return the languages to wait for that the settings still have."""
        return [code for code in content_languages() if code in self.languages]
