"""Turns the page of the knowledge base, which was a page of free content, into the list of documents.

It keeps its key, its addresses, its place in the tree, its texts and its history.
"""

from django.conf import settings
from django.db import migrations

from core.page_types import change_type

KEY = "resources"
FIELDS = ("kicker", "lead", "body")


def give_the_page_its_type(apps, schema_editor):
    ContentPage = apps.get_model("home", "ContentPage")
    ResourceIndexPage = apps.get_model("resources", "ResourceIndexPage")
    names = [
        field.name
        for field in ResourceIndexPage._meta.local_fields
        if field.name.split("_")[0] in FIELDS
    ]
    page = ContentPage.objects.filter(content_key=KEY).first()
    if page is None or ResourceIndexPage.objects.exists():
        return
    values = ContentPage.objects.filter(pk=page.pk).values(*names).get()
    change_type(apps, page.pk, ContentPage, ResourceIndexPage, values)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_create_home_page"),
        ("resources", "0002_documents"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(give_the_page_its_type, migrations.RunPython.noop)
    ]
