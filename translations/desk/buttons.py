"""The ways to the desk from the lists and forms of the admin."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from core.languages import default_language, name_in_sentence
from core.models import SitePage
from core.permissions import languages_for_user
from translations.recording import is_translated

# After editing, before what changes the tree.
PRIORITY = 12


def translate_buttons(instance: models.Model, user) -> Iterator[Button]:
    """Yield a button for each language that `user` writes and that others are translated into."""
    if not is_translated(instance):
        return
    content_type_id = _content_type_id(instance)
    for number, language in enumerate(languages_for_user(user)):
        if language == default_language():
            continue
        yield Button(
            _("Translate into %(language)s") % {"language": name_in_sentence(language)},
            reverse("translations_open", args=[content_type_id, instance.pk, language]),
            icon_name="globe",
            priority=PRIORITY + number / 10,
        )


def _content_type_id(instance):
    # A list may hold pages of which only the common columns were read.
    if isinstance(instance, SitePage):
        return instance.content_type_id
    return ContentType.objects.get_for_model(instance).pk
