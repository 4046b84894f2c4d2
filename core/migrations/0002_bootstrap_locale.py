from django.db import migrations
from wagtail.models import (
    BootstrapLocaleField,
    BootstrapTranslatableModel,
    BootstrapTranslationKeyField,
)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_users_and_pages"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("core.SitePage"),
        BootstrapTranslationKeyField("core.SitePage"),
        BootstrapTranslatableModel("core.SitePage"),
    ]
