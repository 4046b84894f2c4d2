"""Whatever language the admin speaks, what is done to a page changes no text of it."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone, translation
from wagtail.models import Revision, Workflow

from core.languages import columns, content_languages
from core.models import SitePage, User
from core.registration import translated_field_names
from faq.models import FaqItem, FaqPage
from tests.factories import faq_item, make_content_page, make_faq_page

LANGUAGES = content_languages()
PATHS = {"url_path", *columns("url_path")}

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_faq_page(
        intro_fr="Bonjour",
        intro_en="Hello",
        seo_title_en="All questions",
        items=[
            faq_item(
                question_en="Internships?", answer_en="<p>Not now.</p>", sort_order=0
            ),
            faq_item(anchor="dons", question_fr="Des dons ?", sort_order=1),
        ],
    )


@pytest.fixture
def admin():
    return User.objects.create_superuser("admin@example.org", "a long password")


def texts(model, pk_name, pk, without=()):
    """Return every text of the stored rows, the un-suffixed column and one for each language."""
    names = [
        name
        for field_name in translated_field_names(model)
        for name in [field_name, *columns(field_name)]
        if name not in without
    ]
    rows = model.objects.filter(**{pk_name: pk}).order_by("pk")
    return list(rows.values(*names))


def everything(page, without=()):
    return (
        texts(FaqPage, "pk", page.pk, without),
        texts(FaqItem, "page", page.pk),
        SitePage.objects.filter(pk=page.pk).values_list("draft_title").get(),
    )


def fresh(page):
    return SitePage.objects.get(pk=page.pk).specific


def publish(page, admin):
    fresh(page).save_revision().publish()


def save(page, admin):
    fresh(page).save()


def save_a_draft(page, admin):
    fresh(page).save_revision()


def unpublish_and_publish(page, admin):
    fresh(page).unpublish()
    fresh(page).get_latest_revision().publish()


def revert(page, admin):
    older = page.latest_revision
    changed = fresh(page)
    changed.intro_es = "Hola"
    changed.save_revision().publish()
    older.as_object().save_revision(previous_revision=older).publish()


def approve(page, admin):
    fresh(page).save_revision()
    state = Workflow.objects.first().start(fresh(page), admin)
    state.current_task_state.approve(user=admin)


def publish_on_schedule(page, admin):
    scheduled = fresh(page)
    scheduled.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    revision = scheduled.save_revision()
    revision.publish()
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.refresh_from_db()
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "deed",
    [
        publish,
        save,
        save_a_draft,
        unpublish_and_publish,
        revert,
        approve,
        publish_on_schedule,
    ],
)
def test_no_deed_changes_a_text(page, admin, deed, language):
    before = everything(page)

    with translation.override(language):
        deed(page, admin)

    assert everything(page) == before
    assert SitePage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_changes_paths_and_no_text(page, language):
    section = make_content_page()
    before = everything(page, without=PATHS)

    with translation.override(language):
        fresh(page).move(section, pos="last-child")

    assert everything(page, without=PATHS) == before
    assert fresh(page).url_path_fr == "/accueil/gouvernance/foire-aux-questions/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_has_all_texts_and_an_address_of_its_own(page, language):
    slugs = {"slug", *columns("slug"), "title", "title_fr"} | PATHS
    before = everything(page)

    with translation.override(language):
        copy = fresh(page).copy(
            update_attrs={"title": "Copie", "slug": "copie"}, recursive=True
        )

    assert everything(page) == before
    assert texts(FaqPage, "pk", copy.pk, slugs) == texts(FaqPage, "pk", page.pk, slugs)
    assert texts(FaqItem, "page", copy.pk) == before[1]
    copy = fresh(copy)
    assert (copy.title, copy.title_fr, copy.title_en) == ("Copie", "Copie", "FAQ")
    assert (copy.slug, copy.slug_fr) == ("copie", "copie")
    assert copy.get_latest_revision_as_object().intro_en == "Hello"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_alias_follows_the_texts_of_its_source(page, language):
    with translation.override(language):
        alias = fresh(page).create_alias(update_slug="alias")
        changed = fresh(page)
        changed.intro_es = "Hola"
        changed.save_revision().publish()

    slugs = {"slug", *columns("slug")} | PATHS
    assert texts(FaqPage, "pk", alias.pk, slugs) == texts(FaqPage, "pk", page.pk, slugs)
    assert texts(FaqItem, "page", alias.pk) == texts(FaqItem, "page", page.pk)
    assert (fresh(alias).slug, fresh(alias).intro_es) == ("alias", "Hola")


# Revisions


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_revision_names_the_language_of_every_text(page, language):
    with translation.override(language):
        content = fresh(page).save_revision().content

    assert "intro" not in content and content["intro_en"] == "Hello"
    # Wagtail itself reads these two.
    assert (content["title"], content["slug"]) == (
        "Foire aux questions",
        "foire-aux-questions",
    )
    assert "question" not in content["items"][0]
    assert content["items"][0]["question_en"] == "Internships?"


def forget(language, revision):
    """Make `revision` one from before the site spoke `language`."""
    suffix = f"_{language}"

    def known(data):
        return {name: data[name] for name in data if not name.endswith(suffix)}

    content = known(revision.content)
    content["items"] = [known(row) for row in content["items"]]
    Revision.objects.filter(pk=revision.pk).update(content=content)
    return Revision.objects.get(pk=revision.pk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_revision_older_than_a_language_leaves_its_texts_as_they_are(page, language):
    page.intro_es = "Hola"
    item = page.items.all()[0]
    item.question_es = "¿Prácticas?"
    page.items.add(item)
    page.save_revision().publish()
    older = forget("es", fresh(page).save_revision())
    before = everything(page)

    with translation.override(language):
        older.publish()

    assert everything(page) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_revision_older_than_a_language_gives_it_no_text_of_another(page, language):
    older = forget("es", page.latest_revision)

    with translation.override(language):
        older.publish()

    page = fresh(page)
    assert (page.intro_es, page.title_es, page.intro) == (None, None, "Bonjour")
    assert [row.question_es for row in page.items.all()] == [None, None]


def test_an_alias_leaves_the_content_key_to_its_source(page):
    FaqPage.objects.filter(pk=page.pk).update(content_key="faq")
    alias = fresh(page).create_alias(update_slug="alias")
    source = fresh(page)
    source.save_revision().publish()
    assert (fresh(alias).content_key, fresh(page).content_key) == (None, "faq")


def test_an_alias_of_a_section_leaves_the_keys_of_all_its_pages(page):
    child = page.copy(to=page, update_attrs={"slug_fr": "enfant", "slug": "enfant"})
    FaqPage.objects.filter(pk=child.pk).update(content_key="child")

    alias = fresh(page).create_alias(update_slug="alias", recursive=True)

    assert [p.specific.content_key for p in alias.get_children()] == [None]
    assert fresh(child).content_key == "child"
