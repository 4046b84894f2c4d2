"""What a translator of Spanish tries, by every door, to write more than Spanish."""

import pytest
from django.urls import reverse
from wagtail.models import Task

from core.models import SiteImage, SitePage
from tests.admin.forms import draft_of, open_form, open_page, rich_text
from tests.admin.people import make_staff, make_translator, signed_in
from tests.factories import faq_item, home_page, make_content_page, make_faq_page

pytestmark = pytest.mark.django_db

FORGED = {
    "title_fr": "FORGED",
    "title_en": "FORGED",
    "headline_fr": "FORGED",
    "intro_fr": "FORGED",
    "slug": "forged",
    "slug_fr": "forged",
    "slug_es": "forged",
    "title": "FORGED",
    "seo_title_fr": "FORGED",
    "show_in_menus": "on",
    "go_live_at": "2030-01-01 10:00",
    "expire_at": "2031-01-01 10:00",
    "content_key": "forged",
    "items-0-question_fr": "FORGED",
    "items-0-answer_en": rich_text("FORGED"),
    "items-0-anchor": "forged",
    "items-0-DELETE": "on",
}


@pytest.fixture
def translator():
    return make_translator("es")


@pytest.fixture
def browser(translator):
    return signed_in(translator)


@pytest.fixture
def page():
    return make_faq_page(
        items=[faq_item(answer_en="<p>Not yet.</p>", sort_order=0)],
        intro_fr="Bonjour",
        intro_en="Hello",
    )


def everything_but_spanish(page) -> dict:
    """Return what the draft of `page` and its rows hold outside of the Spanish texts."""
    draft = draft_of(page)
    kept = {"latest_revision", "last_published_at", "latest_revision_created_at"}
    kept |= {"has_unpublished_changes", "draft_title", "first_published_at"}
    rows = [draft, *draft.items.all()]
    return {
        (index, field.name): str(field.value_from_object(row))
        for index, row in enumerate(rows)
        for field in row._meta.concrete_fields
        if not field.name.endswith("_es") and field.name not in kept
    }


@pytest.mark.parametrize("door", ["save", "autosave", "submit"])
def test_forged_fields_are_ignored_when_saving(page, browser, door):
    before = everything_but_spanish(page)
    form = open_page(browser, page).set(title_es="Preguntas").forge(FORGED)

    form.autosave() if door == "autosave" else form.save(
        door if door == "submit" else None
    )

    assert draft_of(page).title_es == "Preguntas"
    # Made from the title, as there was none.
    assert draft_of(page).slug_es == "preguntas"
    assert everything_but_spanish(page) == before


def test_a_forged_publish_saves_a_draft(page, browser):
    open_page(browser, page).set(title_es="Preguntas").save("publish")

    page.refresh_from_db()
    assert page.title_es in (None, "")
    assert draft_of(page).title_es == "Preguntas"


def test_a_forged_preview_shows_stored_texts_in_other_languages(page, browser):
    form = open_page(browser, page).forge(FORGED)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    assert browser.post(url, form.data).json()["is_valid"]
    shown = browser.get(url, {"mode": "fr"}).content.decode()

    assert "Foire aux questions" in shown
    assert "FORGED" not in shown


def test_reverting_brings_back_the_spanish_texts_alone(page, browser):
    draft = draft_of(page)
    draft.title_es = "Viejo"
    old = draft.save_revision()
    draft.title_fr, draft.title_es, draft.intro_en = "Nouveau", "Nuevo", "New"
    draft.items.all()[0].question_fr = "Nouvelle ?"
    draft.save_revision()
    before = everything_but_spanish(page)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    form = open_form(browser, url)

    browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form.data)
    browser.post(url, form.data)

    assert draft_of(page).title_es == "Viejo"
    assert everything_but_spanish(page) == before


def test_the_interface_for_programs_brings_nothing_back(page, browser):
    old = page.get_latest_revision()
    draft = draft_of(page)
    draft.title_fr = "Nouveau"
    draft.save_revision()

    response = browser.post(
        f"/admin/api/main/pages/{page.pk}/action/revert_to_page_revision/",
        {"revision_id": old.pk},
        content_type="application/json",
    )

    assert response.status_code == 403
    assert draft_of(page).title_fr == "Nouveau"


def test_comparing_revisions_shows_the_source_too(page, browser):
    first = page.get_latest_revision()
    draft = draft_of(page)
    draft.title_fr, draft.title_es = "Nouveau", "Nuevo"
    second = draft.save_revision()
    url = reverse(
        "wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk]
    )

    html = browser.get(url).content.decode()

    table = html[html.index("<table") :]
    assert "Nuevo" in table
    assert "Nouveau" in table


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_bulk_actions_do_nothing(page, browser, action):
    draft = draft_of(page)
    draft.title_es = "Preguntas"
    draft.save_revision()
    other = make_content_page()
    url = reverse("wagtail_bulk_action", args=["core", "sitepage", action])

    browser.post(f"{url}?id={page.pk}", {"chooser": other.pk})

    stored = SitePage.objects.get(pk=page.pk)
    assert stored.live
    assert stored.title_es in (None, "")
    assert stored.get_parent().pk == home_page().pk


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
def test_bulk_actions_on_images_do_nothing(browser, action):
    from wagtail.images.tests.utils import get_test_image_file

    image = SiteImage.objects.create(title="Photo", file=get_test_image_file())
    url = reverse("wagtail_bulk_action", args=["core", "siteimage", action])

    browser.post(f"{url}?id={image.pk}", {"tags": "forged", "collection": 1})

    image.refresh_from_db()
    assert not image.tags.exists()


def test_an_alias_stays_an_alias(page, browser):
    elsewhere = make_content_page(title_fr="Ailleurs")
    alias = page.create_alias(parent=elsewhere)
    url = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])

    browser.post(url)

    alias.refresh_from_db()
    assert alias.alias_of_id == page.pk


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_translator_does_not_approve_what_they_submit(
    page, browser, translator, action
):
    open_page(browser, page).set(title_es="Preguntas").save("submit")
    state = page.current_workflow_state
    page.refresh_from_db()
    state = SitePage.objects.get(pk=page.pk).current_workflow_state
    assert state is not None

    open_page(browser, page).forge(
        {"action-workflow-action": "1", "workflow-action-name": action}
    ).save()

    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    assert page.title_es in (None, "")


def test_staff_approve_and_publish_what_a_translator_submits(page, browser):
    open_page(browser, page).set(title_es="Preguntas").save("submit")
    state = SitePage.objects.get(pk=page.pk).current_workflow_state

    signed_in(make_staff()).post(
        reverse(
            "wagtailadmin_pages:workflow_action",
            args=[page.pk, "approve", state.current_task_state_id],
        )
    )

    assert Task.objects.exists()
    page.refresh_from_db()
    assert page.title_es == "Preguntas"


def test_a_forged_stream_changes_no_other_language(browser):
    page = make_content_page(body_fr=[("text", "<p>Bonjour</p>")])
    form = open_page(browser, page).forge(
        {
            "body_fr-count": "1",
            "body_fr-0-deleted": "",
            "body_fr-0-order": "0",
            "body_fr-0-type": "text",
            "body_fr-0-id": "",
            "body_fr-0-value": rich_text("FORGED"),
        }
    )

    form.save()

    assert "Bonjour" in str(draft_of(page).body_fr)


def test_a_translator_schedules_nothing(page, browser):
    form = open_page(browser, page)
    html = browser.get(form.url).content.decode()

    assert "go_live_at" not in form.data
    assert "expire_at" not in form.data
    assert "schedule-publishing-dialog" not in html


def test_staff_schedule(page):
    form = open_page(signed_in(make_staff()), page)

    # The fields wait in a template, from which a browser takes them.
    form.forge(expire_at="2031-01-01 10:00").save()

    assert draft_of(page).expire_at.year == 2031


def test_no_lock_keeps_others_out(page, browser):
    browser.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))

    page.refresh_from_db()
    assert not page.locked


def test_a_translator_uploads_nothing_in_a_chooser(browser):
    from wagtail.images.tests.utils import get_test_image_file

    url = reverse("wagtailimages_chooser:create")
    browser.post(
        url,
        {
            "image-chooser-upload-title": "FORGED",
            "image-chooser-upload-file": get_test_image_file(),
        },
    )

    assert not SiteImage.objects.exists()
