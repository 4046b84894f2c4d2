from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Site")
    default = True

    def ready(self):
        # Imported here because these read models, which are not loaded before.
        from django.contrib.auth.models import Group
        from wagtail.models import Task, Workflow

        from core import checks  # noqa: F401
        from core.addresses import fill_missing_paths_on_post_migrate
        from core.due import due, publish_scheduled
        from core.exports import keep_formulas_out
        from core.group_names import group_name
        from core.groups import make_groups_on_post_migrate
        from core.workflow_mails import send_after_saving
        from core.workflow_names import NameInOwnLanguage

        post_migrate.connect(fill_missing_paths_on_post_migrate, sender=self)
        post_migrate.connect(make_groups_on_post_migrate, sender=self)
        due.connect(publish_scheduled, dispatch_uid="core.publish_scheduled")
        keep_formulas_out()
        send_after_saving()
        # Forms, filters and messages all over the admin show groups as text.
        Group.add_to_class("__str__", group_name)
        for model in (Workflow, Task):
            model.name = NameInOwnLanguage(model._meta.get_field("name"))


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's users and groups, with our views of groups."""

    group_viewset = "core.group_views.NamedGroupViewSet"
