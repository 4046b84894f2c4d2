from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = _("translations")

    def ready(self):
        # Imported here because these read settings and models, which are not loaded before.
        from translations import recording
        from translations.machine import checks  # noqa: F401

        recording.connect()
