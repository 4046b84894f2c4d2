from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Site")

    def ready(self):
        # Imported here because these read models, which are not loaded before.
        from core import checks  # noqa: F401
        from core.addresses import fill_missing_paths_on_post_migrate
        from core.groups import make_groups_on_post_migrate

        post_migrate.connect(fill_missing_paths_on_post_migrate, sender=self)
        post_migrate.connect(make_groups_on_post_migrate, sender=self)
