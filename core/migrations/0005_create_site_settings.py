from django.conf import settings
from django.db import migrations


def create_site_settings(apps, schema_editor):
    """Make the only row of site settings, named as the site is."""
    SiteSettings = apps.get_model("core", "SiteSettings")
    if SiteSettings.objects.exists():
        return
    name = settings.WAGTAIL_SITE_NAME
    default = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
    SiteSettings.objects.create(name=name, **{f"name_{default}": name})


class Migration(migrations.Migration):
    dependencies = [("core", "0004_fill_default_language")]

    operations = [
        migrations.RunPython(create_site_settings, migrations.RunPython.noop)
    ]
