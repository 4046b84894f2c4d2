from django.conf import settings
from django.db import migrations

TITLES = {"fr": "Accueil", "en": "Home", "es": "Inicio"}
SLUG = "accueil"


def create_home_page(apps, schema_editor):
    """Put the home page in the place of Wagtail's welcome page, and make it the site's root."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    SitePage = apps.get_model("core", "SitePage")
    HomePage = apps.get_model("home", "HomePage")
    Site = apps.get_model("wagtailcore", "Site")

    welcome = SitePage.objects.filter(path="00010001").first()
    if HomePage.objects.exists() or welcome is None:
        return
    locale_id = welcome.locale_id
    Site.objects.filter(root_page_id=welcome.pk).delete()
    welcome.delete()

    content_type, _created = ContentType.objects.get_or_create(
        model="homepage", app_label="home"
    )
    home = HomePage.objects.create(
        draft_title=_title(settings.MODELTRANSLATION_DEFAULT_LANGUAGE),
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        live=True,
        locale_id=locale_id,
        content_key="home",
        **_language_columns(HomePage),
    )
    Site.objects.create(
        hostname="localhost",
        site_name=settings.WAGTAIL_SITE_NAME,
        root_page_id=home.pk,
        is_default_site=True,
    )


def _title(language):
    return TITLES.get(language, TITLES["en"])


def _language_columns(model):
    default = settings.MODELTRANSLATION_DEFAULT_LANGUAGE
    names = {field.name for field in model._meta.get_fields()}
    columns = {"title": _title(default), "slug": SLUG, "url_path": f"/{SLUG}/"}
    for language, title in TITLES.items():
        if f"title_{language}" in names:
            columns[f"title_{language}"] = title
            columns[f"is_offered_{language}"] = True
            columns[f"is_complete_{language}"] = True
    columns[f"title_{default}"] = _title(default)
    columns[f"slug_{default}"] = SLUG
    for name in names:
        if name.startswith("url_path_"):
            columns[name] = f"/{SLUG}/"
    return columns


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("core", "0004_fill_default_language"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create_home_page, migrations.RunPython.noop)]
