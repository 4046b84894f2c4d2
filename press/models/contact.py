"""Whom journalists write to in one language."""

from zoneinfo import available_timezones

from babel import Locale
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from core.models import TranslatedChild
from core.panels import SharedFieldPanel, TranslatedFieldPanel


class TimeZoneField(models.CharField):
    """A place whose clocks count, such as Pacific/Auckland, so that summer time is right by itself."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        names = sorted(name for name in available_timezones() if "/" in name)
        return ChoiceField(
            choices=[("UTC", "UTC"), *((name, name) for name in names)],
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if value not in available_timezones():
            raise ValidationError(
                _("“%(value)s” is no time zone. Write one such as Africa/Nairobi."),
                params={"value": value},
            )


def validate_language(value: str):
    """Refuse what is no code of a language."""
    if value not in Locale("en").languages:
        raise ValidationError(
            _("“%(value)s” is no language. Write its code, such as pt for Portuguese."),
            params={"value": value},
        )


class PressContact(TranslatedChild, Orderable):
    """A person or a desk that answers journalists, with its hours."""

    page = ParentalKey(
        "press.PressRoomPage", on_delete=models.CASCADE, related_name="contacts"
    )
    role = models.CharField(
        _("role"),
        max_length=120,
        help_text=_("Such as “Media contact for Africa”: no name need be public."),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        validators=[validate_language],
        help_text=_("The code of the language it answers in: fr, en, es, pt…"),
    )
    email = models.EmailField(_("email address"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    time_zone = TimeZoneField(_("time zone"), default="UTC")
    opens_at = models.TimeField(
        _("opens at"), help_text=_("Monday to Friday, by the clocks there.")
    )
    closes_at = models.TimeField(_("closes at"))

    panels = [
        TranslatedFieldPanel("role"),
        FieldRowPanel([SharedFieldPanel("language"), SharedFieldPanel("time_zone")]),
        FieldRowPanel([SharedFieldPanel("email"), SharedFieldPanel("phone")]),
        FieldRowPanel([SharedFieldPanel("opens_at"), SharedFieldPanel("closes_at")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")

    def __str__(self):
        return self.role

    def clean(self):
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            message = _(
                "It closes at %(closes)s, not later than it opens. Write a later hour."
            )
            closes = {"closes": self.closes_at.strftime("%H:%M")}
            raise ValidationError(
                {"closes_at": ValidationError(message, params=closes)}
            )
