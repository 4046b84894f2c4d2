"""Turns the page with the key `contact`, which was a page of free content, into a contact page.

It keeps its addresses, its opening and its history; the lists of its body become subjects,
the paragraphs the introduction of the form.
"""

import json

from django.conf import settings
from django.db import migrations

from core.page_types import change_type

KEY = "contact"
SAME = ("kicker", "lead")


def give_the_page_its_type(apps, schema_editor):
    ContentPage = apps.get_model("home", "ContentPage")
    ContactPage = apps.get_model("contact", "ContactPage")
    page = ContentPage.objects.filter(content_key=KEY).first()
    if page is None:
        return
    names = [field.name for field in ContactPage._meta.local_fields]
    bodies = _bodies(schema_editor.connection, ContentPage, page.pk)
    values = {name: getattr(page, name) for name in names if name.split("_")[0] in SAME}
    values["form_intro"] = ""
    for column, blocks in bodies.items():
        text = "".join(block["value"] for block in blocks if block["type"] == "text")
        values[column.replace("body", "form_intro")] = text
    change_type(apps, page.pk, ContentPage, ContactPage, values)
    _make_routes(apps.get_model("contact", "ContactRoute"), page.pk, bodies)


def _bodies(connection, model, pk):
    """Return the blocks of each column of the body, as they are stored."""
    columns = [f.column for f in model._meta.local_fields if f.name.startswith("body")]
    names = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {names} FROM {table} WHERE sitepage_ptr_id = %s", [pk]
        )
        row = cursor.fetchone()
    return {
        column: json.loads(stored) if isinstance(stored, str) else stored or []
        for column, stored in zip(columns, row, strict=True)
    }


def _make_routes(ContactRoute, page_id, bodies):
    routes = {}
    for column, blocks in bodies.items():
        lists = [block["value"] for block in blocks if block["type"] == "list"]
        entries = [entry.get("value", entry) for rows in lists for entry in rows]
        for position, entry in enumerate(entries):
            route = routes.setdefault(position, {"title": "", "text": ""})
            for name in ("title", "text"):
                route[column.replace("body", name)] = entry.get(name) or ""
    for position, route in routes.items():
        ContactRoute.objects.create(page_id=page_id, sort_order=position, **route)


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0001_initial"),
        ("home", "0002_create_home_page"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(give_the_page_its_type, migrations.RunPython.noop)
    ]
