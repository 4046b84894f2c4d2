"""What our additions to the admin's templates need."""

from django import template
from django.utils.html import strip_tags
from django.utils.text import Truncator

from core.languages import column, current_language
from core.offers import stored_offers
from core.previews import LanguagePreviewMixin
from core.typography_remarks import notes_in

register = template.Library()


@register.simple_tag
def prefer_preview_for(user, previewed):
    """Make a translator's own language the first preview of `previewed`."""
    if isinstance(previewed, LanguagePreviewMixin):
        previewed.prefer_preview_for(user)
    return ""


@register.filter
def own_language_first(names):
    """Return the names of fields, those in the language of whoever reads the admin first."""
    own = column("", current_language())
    return sorted(names, key=lambda name: not name.endswith(own))


@register.simple_tag
def row_name(panel, child):
    """Return what names a row: its first text, in the language this person writes."""
    instance = child.form.instance
    names = own_language_first(getattr(panel.panel, "name_fields", []))
    written = [name for name in names if name in child.form.fields]
    for name in [*written, *names]:
        if value := getattr(instance, name, None):
            return Truncator(strip_tags(str(value))).chars(80)
    return ""


@register.inclusion_tag("core/listing/languages.html")
def page_languages(page):
    """Show how much of `page` is written in each language."""
    return {"offers": stored_offers(page)}


@register.simple_tag
def typography_notes(form):
    """Return what could be better in the texts of `form`, by input."""
    return list(notes_in(form))
