"""What templates need from the ground floor: texts in the reader's language."""

from django import template

from core import texts

register = template.Library()


@register.simple_tag
def text(instance, field_name):
    """Return the text of `instance` for the current reader, with the language it is in."""
    return texts.text(instance, field_name)
