"""Puts into each page the styles of the components that it uses, and no others."""

import re

from django import template
from django.utils.safestring import mark_safe

from core.contents import anchor_of
from core.styles import stylesheet_for

register = template.Library()

PLACEHOLDER = "<!--stylesheet-->"
INDENTATION = re.compile(r"\s*\n\s*")


class StyledNode(template.Node):
    """Renders a page, then fills its `{% stylesheet %}` from the classes that it holds."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        html = INDENTATION.sub("\n", self.nodelist.render(context))
        style = f"<style>{stylesheet_for(html)}</style>"
        return mark_safe(html.replace(PLACEHOLDER, style, 1))


@register.tag
def styled(parser, token):
    """Wrap a whole page: `{% styled %} … {% stylesheet %} … {% endstyled %}`."""
    nodelist = parser.parse(("endstyled",))
    parser.delete_first_token()
    return StyledNode(nodelist)


@register.simple_tag
def stylesheet():
    """Mark the place of the styles inside `{% styled %}`."""
    return mark_safe(PLACEHOLDER)


@register.filter
def heading_anchor(heading) -> str:
    """Return the name by which links reach a heading block."""
    return anchor_of(heading)
