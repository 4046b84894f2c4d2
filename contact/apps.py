from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    name = "contact"
    verbose_name = _("contact")

    def ready(self):
        # Imported here because these read models, which are not loaded before.
        from contact import checks  # noqa: F401
        from contact.delivery import deliver_what_is_due
        from contact.limits import make_cache_tables
        from contact.retention import erase_old_messages
        from core.due import due
        from core.groups import give_to_staff

        give_to_staff("contact.change_message", "contact.delete_message")
        post_migrate.connect(make_cache_tables, sender=self)
        due.connect(deliver_what_is_due, dispatch_uid="contact.delivery")
        due.connect(erase_old_messages, dispatch_uid="contact.retention")
