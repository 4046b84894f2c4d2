"""What people read when two of them changed the same text differently."""

from difflib import SequenceMatcher

from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField
from wagtail.admin.utils import get_user_display_name
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.utils.text import text_from_html

from core.languages import native_name

# Far enough to find who wrote a text that is new to a form.
REVISIONS_TO_SEARCH = 30
BLOCK_ENDS = ("</p>", "</li>", "</h2>", "</h3>", "</h4>", "<br/>", "<br>")


def column_label(form, name) -> str:
    """Return what a person calls the column `name`: `Title (Español)`, with the row it is in."""
    field = form.instance._meta.get_field(name)
    if isinstance(field, TranslationField):
        label = _("%(field)s (%(language)s)") % {
            "field": capfirst(field.translated_field.verbose_name),
            "language": native_name(field.language),
        }
    else:
        label = capfirst(field.verbose_name)
    if getattr(form, "key", None):
        return f"{row_label(form.instance)}: {label}"
    return label


def row_label(row) -> str:
    """Return what a person calls `row`: `Question “Do you offer internships?”`."""
    return _("%(kind)s “%(row)s”") % {
        "kind": capfirst(row._meta.verbose_name),
        "row": row,
    }


def readable(field, value) -> str:
    """Return `value` of `field` as plain text, paragraphs apart."""
    if value is None or value == "":
        return ""
    if isinstance(value, StreamValue):
        return "\n".join(value.stream_block.get_searchable_content(value))
    if isinstance(field, RichTextField):
        return _text_of(str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.is_relation:
        return _names(field, value)
    if hasattr(value, "strftime"):
        return date_format(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def column_message(form, name):
    """Return the message beside a column that two people changed, with both texts."""
    field = form.instance._meta.get_field(name)
    theirs = readable(field, form.stored_values[name])
    mine = _typed(form[name], field)
    saved = _saved_by(form, name)
    if isinstance(form[name].data, StreamValue):
        # The editor of blocks shows messages as plain text.
        return _(
            "%(saved)s Nothing was saved yet. Their version: “%(theirs)s”. Your version is "
            "below. Save again to keep yours, or change it first."
        ) % {"saved": saved, "theirs": theirs or _("empty")}
    marked_theirs, marked_mine = _marked(theirs, mine)
    return render_to_string(
        "core/conflict.html",
        {"saved": saved, "theirs": marked_theirs, "mine": marked_mine},
    )


def gone_row_message(form):
    """Return the message in a row that somebody else deleted while it was changed here."""
    return _(
        "Somebody else deleted “%(row)s” while you were changing it. Nothing was saved yet. "
        "Copy your text if you need it elsewhere. Save again to put it back, or delete it here too."
    ) % {"row": form.instance}


def deleted_row_message(formset, key):
    """Return the message for a row that somebody else changed while it was deleted here."""
    row = formset.stored_rows[key]
    known = {**(formset.shown or {}), **formset.removed}[key]
    changed = [
        readable(field, field.value_from_object(row))
        for field in formset._columns
        if formset.stored[key][field.name] != known.get(field.name)
    ]
    return _(
        "Somebody else changed “%(row)s” while you were deleting it. Nothing was saved yet. "
        "Their version: “%(text)s”. Save again to delete it all the same."
    ) % {"row": row, "text": " · ".join(text for text in changed if text)}


def _typed(bound_field, field):
    try:
        return readable(field, bound_field.field.to_python(bound_field.data))
    except ValidationError:
        return str(bound_field.data)


def _saved_by(form, name):
    """Return the sentence that tells who changed the column `name`, and when."""
    revision = _revision_that_changed(form, name)
    if revision is None:
        return _("Somebody else changed this while you were editing.")
    return _("%(person)s changed this at %(time)s, while you were editing.") % {
        "person": get_user_display_name(revision.user),
        "time": date_format(timezone.localtime(revision.created_at), "TIME_FORMAT"),
    }


def _revision_that_changed(form, name):
    """Return the revision in which the stored value of the column first stood, if it has an author."""
    owner = getattr(form, "owner", form.instance)
    if not hasattr(owner, "revisions"):
        return None
    found, value = None, None
    revisions = owner.revisions.order_by("-created_at", "-pk").select_related("user")
    for revision in revisions[:REVISIONS_TO_SEARCH]:
        content = _content_of(form, revision)
        if found is not None and content.get(name) != value:
            break
        found, value = revision, content.get(name)
    return found if found and found.user else None


def _content_of(form, revision):
    """Return the texts of the page, or of the row, that `form` edits as `revision` holds them."""
    relation = getattr(form, "relation", None)
    if relation is None:
        return revision.content
    rows = revision.content.get(relation, [])
    return next((row for row in rows if row.get("row_key") == form.key), {})


def _names(field, value):
    values = value if isinstance(value, list) else [value]
    if not hasattr(values[0], "pk"):
        values = field.related_model._default_manager.filter(pk__in=values)
    return ", ".join(map(str, values))


def _text_of(html):
    for end in BLOCK_ENDS:
        html = html.replace(end, f"{end}\n")
    return text_from_html(html)


def _marked(theirs, mine):
    """Return both texts as HTML in which the words that differ are marked."""
    left, right = theirs.split(" "), mine.split(" ")
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return (
        _join((tag, left[a:b]) for tag, a, b, _c, _d in steps),
        _join((tag, right[c:d]) for tag, _a, _b, c, d in steps),
    )


def _join(parts):
    return format_html_join(
        " ",
        "{}",
        (
            (_mark(" ".join(words), marked=tag != "equal"),)
            for tag, words in parts
            if words and words != [""]
        ),
    )


def _mark(text, marked):
    if not marked:
        return conditional_escape(text)
    return format_html_join("", "<mark>{}</mark>", [(text,)])
