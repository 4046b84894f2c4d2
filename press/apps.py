from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PressConfig(AppConfig):
    name = "press"
    verbose_name = _("Press")

    def ready(self):
        # Imported here because it reads models, which are not loaded before.
        from core.due import due
        from press.embargoes import tell_of_lifted_embargoes

        due.connect(tell_of_lifted_embargoes, dispatch_uid="press.embargoes")
