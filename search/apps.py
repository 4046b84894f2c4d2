from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self):
        # Imported here because it reads models, which are not loaded before.
        from search import recording

        recording.connect()
