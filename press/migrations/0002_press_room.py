"""Turns the page for journalists, which was a page of free content, into the press room.

It keeps its key, its addresses, its place in the tree, its kicker, its lead and its history.
"""

from django.conf import settings
from django.db import migrations

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
    # The row of the base page stays as it is: only the row of the type is replaced.
    PressRoomPage(sitepage_ptr_id=page.pk, **values).save_base(raw=True)
    rows = ContentPage.objects.filter(pk=page.pk)
    rows._raw_delete(rows.db)
    _change_type(apps, page.pk)


def _change_type(apps, pk):
    types = apps.get_model("contenttypes", "ContentType").objects
    old = types.get(app_label="home", model="contentpage")
    new, _created = types.get_or_create(
        app_label="press", model="pressroompage"
    )
    apps.get_model("core", "SitePage").objects.filter(pk=pk).update(content_type=new)
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(object_id=str(pk), content_type_id=old.pk):
        revision.content["content_type"] = new.pk
        revisions.filter(pk=revision.pk).update(
            content=revision.content, content_type_id=new.pk
        )
    entries = apps.get_model("wagtailcore", "PageLogEntry").objects
    entries.filter(page_id=pk).update(content_type_id=new.pk)


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
