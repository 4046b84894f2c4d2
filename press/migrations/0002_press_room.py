"""Turns the page for journalists, which was a page of free content, into the press room.

It keeps its key, its addresses, its place in the tree, its kicker, its lead and its history.
"""

from django.conf import settings
from django.db import migrations

from core.page_types import change_type

KEY = "press_room"
FIELDS = ("kicker", "lead")


def give_the_page_its_type(apps, schema_editor):
    ContentPage = apps.get_model("home", "ContentPage")
    PressRoomPage = apps.get_model("press", "PressRoomPage")
    page = ContentPage.objects.filter(content_key=KEY).first()
    if page is None or PressRoomPage.objects.exists():
        return
    names = [
        field.name
        for field in PressRoomPage._meta.local_fields
        if field.name.split("_")[0] in FIELDS
    ]
    values = ContentPage.objects.filter(pk=page.pk).values(*names).get()
    change_type(apps, page.pk, ContentPage, PressRoomPage, values)


class Migration(migrations.Migration):
    dependencies = [
        ("press", "0001_initial"),
        ("home", "0002_create_home_page"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(give_the_page_its_type, migrations.RunPython.noop)
    ]
