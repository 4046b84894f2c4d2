"""What templates about translations need."""

from django import template

from core.languages import name_in_sentence, native_name
from translations.comments.deeds import may_delete, may_edit
from translations.comments.threads import marked

register = template.Library()

register.filter("native_name", native_name)
register.filter("name_in_sentence", name_in_sentence)
register.filter("marked", marked)


@register.filter
def may_be_edited_by(message, user) -> bool:
    return may_edit(user, message)


@register.filter
def may_be_deleted_by(message, user) -> bool:
    return may_delete(user, message)
