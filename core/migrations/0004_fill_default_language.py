from django.conf import settings
from django.db import migrations
from django.db.models import F

TRANSLATED = ("title", "slug", "url_path")


def fill_default_language(apps, schema_editor):
    """Give Wagtail's own pages, made before our columns were known to it, their texts."""
    pages = apps.get_model("core", "SitePage").objects
    names = {field.name for field in pages.model._meta.get_fields()}
    default = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
    for name in TRANSLATED:
        pages.filter(**{f"{name}_{default}__isnull": True}).update(
            **{f"{name}_{default}": F(name)}
        )
    for name in sorted(names):
        if name.startswith("url_path_"):
            pages.filter(**{f"{name}__isnull": True}).update(**{name: F("url_path")})


class Migration(migrations.Migration):
    dependencies = [("core", "0003_revisions_media_and_settings")]

    operations = [
        migrations.RunPython(fill_default_language, migrations.RunPython.noop)
    ]
