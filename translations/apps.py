from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = _("translations")

    def ready(self):
        # Imported here because these read settings and models, which are not loaded before.
        from wagtail.signals import task_cancelled

        from core.due import due
        from translations import recording
        from translations.machine import checks  # noqa: F401
        from translations.models.imported_file import forget_files
        from translations.queue.coverage import take_in_what_is_new
        from translations.queue.digests import send_digests
        from translations.releases import holding
        from translations.reviews.mails import tell
        from translations.reviews.records import close_with_step, reviewed

        recording.connect()
        due.connect(take_in_what_is_new, dispatch_uid="translations.coverage")
        due.connect(send_digests, dispatch_uid="translations.digests")
        due.connect(forget_files, dispatch_uid="translations.files")
        reviewed.connect(tell, dispatch_uid="translations.reviewed")
        task_cancelled.connect(close_with_step, dispatch_uid="translations.cancelled")
        holding.connect()
