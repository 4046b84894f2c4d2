"""Search fields for translated texts: one a language, for the admin's search."""

from wagtail.search import index

from core.languages import columns


def translated_search_fields(field_name: str, boost: int = 1) -> list:
    """Return the fields that let staff find a page by `field_name` in any language."""
    return [
        field
        for name in columns(field_name)
        for field in (
            index.SearchField(name, boost=boost),
            index.AutocompleteField(name),
        )
    ]
