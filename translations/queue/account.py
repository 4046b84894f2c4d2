"""Lets each person choose, in their account, what they are told by mail."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from translations.models import MailPreference
from translations.queue.access import works_on_translations
from translations.queue.mails import preference_of


class MailPreferenceForm(forms.ModelForm):
    """Asks how often, and of what."""

    class Meta:
        model = MailPreference
        fields = ["digest", "wants_notices", "wants_messages"]
        widgets = {"digest": forms.RadioSelect}


class MailSettingsPanel(BaseSettingsPanel):
    """The mails about translations, for whoever translates."""

    name = "translation_mails"
    title = _("Mails about translations")
    tab = notifications_tab
    order = 150
    form_class = MailPreferenceForm

    def is_active(self):
        return works_on_translations(self.user)

    def get_form(self):
        data = self.request.POST if self.request.method == "POST" else None
        preference = preference_of(self.user)
        return self.form_class(data, instance=preference, prefix=self.name)
