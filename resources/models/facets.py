"""What lists of documents ask of each: its values of every filter, and its place by title.

Both are derived from the live document and written in the transaction that saves it, so that
a list of ten thousand is counted and sorted without reading a single document.
"""

from django.db import models
from django.utils.text import slugify

from core.collation import sort_key
from core.languages import content_languages

TYPE, SECTOR, THEME, REGION = "type", "sector", "theme", "region"
YEAR, LANGUAGE, AUTHOR = "year", "language", "author"
FACETS = (TYPE, SECTOR, THEME, REGION, YEAR, LANGUAGE, AUTHOR)

LONGEST_VALUE = 80
LONGEST_ORDER = 120


class ResourceFacet(models.Model):
    """One value of one filter that a live document has."""

    page = models.ForeignKey(
        "resources.ResourcePage", on_delete=models.CASCADE, related_name="facets"
    )
    facet = models.CharField(max_length=10)
    value = models.CharField(max_length=LONGEST_VALUE)
    # The name of an author; other values are named where they are shown.
    label = models.CharField(max_length=255, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["facet", "value", "page", "label"], name="facet_by_value"
            )
        ]

    def __str__(self):
        return f"{self.facet}={self.value}"


class ResourceOrder(models.Model):
    """Where a live document stands in a list by title, for the readers of one language."""

    page = models.ForeignKey(
        "resources.ResourcePage", on_delete=models.CASCADE, related_name="orders"
    )
    language = models.CharField(max_length=12)
    # Bytes, as databases differ in how they compare words.
    key = models.BinaryField(max_length=4 * LONGEST_ORDER)

    class Meta:
        indexes = [models.Index(fields=["language", "key"], name="resource_by_title")]

    def __str__(self):
        return f"{self.page_id} {self.language}"


def record(page):
    """Write down what lists ask of `page`; nothing of what visitors cannot read."""
    is_listed = page.live and not page.alias_of_id
    wanted = values_of(page) if is_listed else {}
    stored = {
        (row.facet, row.value, row.label): row.pk
        for row in ResourceFacet.objects.filter(page=page.pk)
    }
    gone = [pk for key, pk in stored.items() if key not in wanted]
    if gone:
        ResourceFacet.objects.filter(pk__in=gone).delete()
    ResourceFacet.objects.bulk_create(
        ResourceFacet(page_id=page.pk, facet=facet, value=value, label=label)
        for facet, value, label in wanted
        if (facet, value, label) not in stored
    )
    _record_order(page, is_listed)


def record_new(pages):
    """Write down what lists ask of `pages`, of which nothing is known yet."""
    listed = [page for page in pages if page.live and not page.alias_of_id]
    ResourceFacet.objects.bulk_create(
        ResourceFacet(page_id=page.pk, facet=facet, value=value, label=label)
        for page in listed
        for facet, value, label in values_of(page)
    )
    ResourceOrder.objects.bulk_create(
        ResourceOrder(page_id=page.pk, language=code, key=order_of(page, code))
        for page in listed
        for code in content_languages()
    )


def _record_order(page, is_listed):
    wanted = {code: order_of(page, code) for code in content_languages()}
    wanted = wanted if is_listed else {}
    stored = {
        row.language: bytes(row.key)
        for row in ResourceOrder.objects.filter(page=page.pk)
    }
    if stored == wanted:
        return
    ResourceOrder.objects.filter(page=page.pk).delete()
    ResourceOrder.objects.bulk_create(
        ResourceOrder(page_id=page.pk, language=language, key=key)
        for language, key in wanted.items()
    )


def values_of(page) -> dict[tuple[str, str, str], None]:
    """Return the facet, value and label of all that `page` is found by, each once and in order."""
    pairs = [
        (TYPE, page.type_id),
        (REGION, page.region_id),
        *((SECTOR, sector.pk) for sector in page.sectors.all()),
        *((THEME, theme.pk) for theme in page.themes.all()),
        (YEAR, page.year),
        *((LANGUAGE, code) for code in page.languages_of_files()),
    ]
    found = {(name, str(value), ""): None for name, value in pairs if value}
    for author in page.author_list():
        if value := author_value(author):
            found[AUTHOR, value, author.inverted[:255]] = None
    return found


def author_value(author) -> str:
    """Return what names an author in addresses, in any script."""
    name = author.inverted
    return (slugify(name) or slugify(name, allow_unicode=True))[:LONGEST_VALUE]


def order_of(page, language) -> bytes:
    """Return what sorts `page` by its title as readers of `language` expect."""
    words, *_exact = sort_key(str(page.heading(language)), language)
    return words[:LONGEST_ORDER].encode()
