"""Pages that are added together are as those that are added one by one."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.many_pages import NewPages
from core.models import SiteDocument, SitePage
from resources.models import (
    ResourceAuthor,
    ResourceFacet,
    ResourceFile,
    ResourceOrder,
    ResourcePage,
    ResourceType,
    Sector,
)
from resources.models.facets import record_new
from tests.factories import make_resource_index_page

pytestmark = pytest.mark.django_db

# When it was written, and what a row is called in the database, is never the same.
MOMENTS = ("timestamp", "created_at", "changed_at", "updated_at", "confirmed_at")
PUBLISHED = ("first_published_at", "last_published_at", "latest_revision_created_at")
NAMES = (
    "id",
    "uuid",
    "row_key",
    "translation_key",
    "content_path",
    "content_path_hash",
)
OTHERS = ("version", "revision", "latest_revision", "live_revision", "content")
APART = {*MOMENTS, *PUBLISHED, *NAMES, *OTHERS}
# What leads to the page, by which its rows are found.
TO_PAGE = {"page", "object_id", "resourcepage"}


@pytest.fixture
def index_page():
    ResourceType.objects.create(key="report")
    Sector.objects.create(key="waste", label_fr="Tri")
    SiteDocument.objects.create(title="F", file="f.pdf")
    return make_resource_index_page()


def document(title="Femmes et hommes", **fields):
    page = ResourcePage(
        title_fr=title,
        title_es="Mujeres y hombres",
        abstract_fr="Un résumé.",
        original_title="Women and Men",
        original_language="en",
        year=2019,
        type=ResourceType.objects.get(),
        **fields,
    )
    page.authors = [
        ResourceAuthor(family="Chen", given="Martha", sort_order=0),
        ResourceAuthor(name="WIEGO", sort_order=1),
    ]
    page.files = [
        ResourceFile(document=SiteDocument.objects.get(), language="fr", sort_order=0)
    ]
    page.sectors = [Sector.objects.get()]
    return page


def added_alone(index_page, is_published):
    page = document(live=is_published)
    if is_published:
        page.first_published_at = page.last_published_at = timezone.now()
    else:
        page.has_unpublished_changes = True
    index_page.add_child(instance=page)
    revision = page.save_revision()
    if is_published:
        revision.publish()
    return ResourcePage.objects.get()


def added_together(index_page, *pages):
    with transaction.atomic():
        new = NewPages(index_page)
        for page in pages:
            page.derive()
            new.place(page)
        new.write()
        record_new(new.pages)


def all_that_is_stored_of(page):
    """Return each row that belongs to `page`, whatever its table."""
    stored = {}
    for model in apps.get_models():
        rows = [row for row in model._base_manager.all() if belongs(row, page)]
        if rows:
            shown = sorted(str(values_of(row)) for row in rows)
            stored[model._meta.label] = shown
    return stored


def belongs(row, page):
    names = {field.name for field in row._meta.concrete_fields}
    if isinstance(row, SitePage):
        return row.pk == page.pk
    if "page" in names:
        return row.page_id == page.pk
    if "version" in names:
        return row.version.page_id == page.pk
    if "object_id" in names and "content_type" in names:
        return str(row.object_id) == str(page.pk) and issubclass(
            row.content_type.model_class(), SitePage
        )
    return getattr(row, "resourcepage_id", None) == page.pk


def values_of(row):
    return {
        field.name: field.name if field.name in TO_PAGE else field.value_to_string(row)
        for field in row._meta.concrete_fields
        if field.name not in APART and not field.name.endswith("_ptr")
    }


@pytest.mark.parametrize("is_published", [True, False])
def test_each_is_stored_as_if_it_had_been_added_by_itself(index_page, is_published):
    alone = transaction.savepoint()
    expected = all_that_is_stored_of(added_alone(index_page, is_published))
    transaction.savepoint_rollback(alone)

    added_together(index_page, document(live=is_published))

    stored = all_that_is_stored_of(ResourcePage.objects.get())
    assert stored.keys() == expected.keys()
    for name, rows in expected.items():
        assert stored[name] == rows, name


def test_a_revision_holds_all_that_the_page_does(index_page):
    added_together(index_page, document(live=True))

    page = ResourcePage.objects.get()
    draft = page.latest_revision.as_object()
    assert (draft.title_es, draft.abstract_fr) == ("Mujeres y hombres", "Un résumé.")
    assert [str(row) for row in draft.authors.all()] == ["Chen, Martha", "WIEGO"]
    assert page.live_revision == page.latest_revision


def test_the_first_draft_can_be_published(index_page):
    added_together(index_page, document(live=False))

    ResourcePage.objects.get().latest_revision.publish()

    assert ResourcePage.objects.live().get().title_es == "Mujeres y hombres"


def test_pages_of_one_title_get_addresses_of_their_own(index_page):
    added_together(index_page, document(), document(), document("Autre"))

    slugs = ResourcePage.objects.order_by("path").values_list("slug_fr", "slug_es")
    assert list(slugs) == [
        ("femmes-et-hommes", "mujeres-y-hombres"),
        ("femmes-et-hommes-2", "mujeres-y-hombres-2"),
        ("autre", "mujeres-y-hombres-3"),
    ]


def test_the_tree_stays_sound(index_page):
    index_page.add_child(instance=document("Un"))
    added_together(index_page, document("Deux"), document("Trois"))
    index_page.add_child(instance=document("Quatre"))

    assert not any(SitePage.find_problems())
    titles = [page.title for page in index_page.get_children()]
    assert titles == ["Un", "Deux", "Trois", "Quatre"]


def test_a_taken_address_is_refused_with_words(index_page):
    index_page.add_child(instance=document(slug_fr="un"))

    with pytest.raises(ValidationError, match="un.*appartient déjà"):
        added_together(index_page, document(slug_fr="un"))


def test_one_page_more_takes_one_query_more(index_page):
    def queries_of(count):
        pages = [document(f"Titre {count} {number}") for number in range(count)]
        with CaptureQueriesContext(connection) as queries:
            added_together(index_page, *pages)
        return len(queries)

    assert queries_of(4) - queries_of(2) <= 2


def test_what_lists_ask_is_written_for_what_is_published_alone(index_page):
    added_together(index_page, document(live=True), document("Autre", live=False))

    assert ResourceFacet.objects.values("page").distinct().count() == 1
    assert ResourceOrder.objects.values("page").distinct().count() == 1
