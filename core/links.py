"""Links in rich text to a page of lists with a filter set, such as the institutional members.

Wagtail stores a link to a page by its id, so that it follows the page wherever it moves.
Ours may hold a query beside it: `<a linktype="page" id="7" query="kind=government">`.
"""

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    ExternalLinkElementHandler,
    PageLinkElementHandler,
)
from wagtail.rich_text.pages import PageLinkHandler

from core.page_links import opening_tags


class FilteredPageLinkHandler(PageLinkHandler):
    """Leads to pages that anybody may read, with the query of the link where it has one."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return opening_tags(attrs_list)


class FilteredPageLinkElementHandler(PageLinkElementHandler):
    """Keeps the query of a link while its text is edited."""

    def get_attribute_data(self, attrs):
        data = super().get_attribute_data(attrs)
        return {**data, "query": attrs["query"]} if attrs.get("query") else data


def filtered_link_entity(props):
    """Return the link to store, with the query that was kept while it was edited."""
    query = props.get("query")
    if props.get("id") is None or not query:
        return link_entity(props)
    attributes = {"linktype": "page", "id": props["id"], "query": query}
    return DOM.create_element("a", attributes, props["children"])


def keep_queries_of_links(features):
    """Teach the editor and the public site about links with a query."""
    features.register_link_type(FilteredPageLinkHandler)
    features.register_converter_rule(
        "contentstate",
        "link",
        {
            "from_database_format": {
                "a[href]": ExternalLinkElementHandler("LINK"),
                'a[linktype="page"]': FilteredPageLinkElementHandler("LINK"),
            },
            "to_database_format": {"entity_decorators": {"LINK": filtered_link_entity}},
        },
    )
