"""The blocks an editor builds a page from; every page type offers the same ones."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_slug
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from core.anchors import MAX_LENGTH, twin_message, validate_anchor
from core.languages import default_language
from core.lookups import is_reading, linked_pages, shown_images
from core.texts import Text, text

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


class HeadingBlock(blocks.StructBlock):
    """A heading, which the contents list of the page links to."""

    text = blocks.CharBlock(label=_("Heading"), max_length=160)
    anchor = blocks.CharBlock(
        label=_("Anchor"),
        required=False,
        max_length=MAX_LENGTH,
        validators=[validate_slug, validate_anchor],
        help_text=_(
            "The end of links to this heading: small letters, digits and hyphens. "
            "Leave empty to have it made; it then stays when the heading changes."
        ),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ShownImageBlock(ImageChooserBlock):
    """An image; looked up with all others while a page is read."""

    def bulk_to_python(self, values):
        if not is_reading():
            return super().bulk_to_python(values)
        images = shown_images(value for value in values if value)
        return [images.get(value) for value in values]


class ImageValue(blocks.StructValue):
    """An image as a page shows it."""

    @property
    def alt(self) -> Text | str:
        """Return what the image shows, in the language of the reader; empty if it only decorates."""
        return "" if self["is_decorative"] else text(self["image"], "alt_text")


class ImageBlock(blocks.StructBlock):
    """An image, which says in words what it shows or is marked as decoration."""

    image = ShownImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)
    is_decorative = blocks.BooleanBlock(
        label=_("Decoration only"),
        required=False,
        help_text=_(
            "Screen readers pass over a decoration. Tick this if nothing is lost "
            "by not seeing the image."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"
        value_class = ImageValue

    def clean(self, value):
        cleaned = super().clean(value)
        # A draft may wait for its image, and for the words to it.
        if self.is_deferred_validation or cleaned["is_decorative"]:
            return cleaned
        if not text(cleaned["image"], "alt_text", default_language()):
            raise _struct_error(
                "image",
                _(
                    "This image has no text alternative. Write one in the image "
                    "library, or mark the image as decoration only."
                ),
            )
        return cleaned


class QuoteBlock(blocks.StructBlock):
    """Words of a person, with the name of who said them."""

    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    source = blocks.CharBlock(label=_("Who said it"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class ListItemBlock(blocks.StructBlock):
    """One entry of a list of cards: a title and a few words."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), required=False, features=TEXT_FEATURES)

    class Meta:
        icon = "list-ul"
        label = _("Entry")


class TableBlock(blocks.StructBlock):
    """A table with a caption, which screen readers announce first."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            (
                "rich_text",
                blocks.RichTextBlock(
                    label=_("Rich text"), required=False, features=TEXT_FEATURES
                ),
            ),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if any(not column["heading"].strip() for column in cleaned["table"].columns):
            raise _struct_error(
                "caption", _("Give each column of the table a heading.")
            )
        return cleaned


class DocumentBlock(blocks.StructBlock):
    """A file to download, with its format and size."""

    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(
        label=_("Label"),
        required=False,
        max_length=160,
        help_text=_("Leave empty to show the title of the document."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "blocks/document.html"


class LinkedPageBlock(blocks.PageChooserBlock):
    """A page to lead to; looked up with all others while a page is read, and only if it is public."""

    def bulk_to_python(self, values):
        if not is_reading():
            return super().bulk_to_python(values)
        pages = linked_pages(value for value in values if value)
        return [pages.get(value) for value in values]


class CallToActionValue(blocks.StructValue):
    """A call to action as a page shows it."""

    @property
    def link_url(self) -> str:
        """Return where the button leads; empty while nobody may read its page."""
        chosen = self["page"]
        if chosen is None:
            return self["url"]
        # Whoever made the value may not have asked who reads the page, as in a preview.
        page = linked_pages([chosen.pk]).get(chosen.pk)
        return page.get_url() if page else ""


class CallToActionBlock(blocks.StructBlock):
    """A button that leads to a page of the site or elsewhere."""

    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    label = blocks.CharBlock(
        label=_("Label of the button"),
        max_length=80,
        help_text=_("What happens when one follows it, such as “Write to us”."),
    )
    page = LinkedPageBlock(
        label=_("Page"),
        required=False,
        help_text=_("The button is left out while visitors cannot read this page."),
    )
    url = blocks.URLBlock(
        label=_("Or address"),
        required=False,
        validators=[URLValidator(schemes=["https", "http"])],
    )

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        value_class = CallToActionValue

    def clean(self, value):
        cleaned = super().clean(value)
        chosen = [name for name in ("page", "url") if cleaned[name]]
        # A draft may wait for either.
        if len(chosen) > 1 or not (chosen or self.is_deferred_validation):
            raise _struct_error(
                "page", _("Choose a page, or type an address: one of the two.")
            )
        return cleaned


class PersonBlock(blocks.StructBlock):
    """One person: name, role and a few words."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)
    text = blocks.TextBlock(label=_("A few words"), required=False, rows=2)
    photo = ShownImageBlock(label=_("Photo"), required=False)

    class Meta:
        icon = "user"
        label = _("Person")


class BodyBlock(blocks.StreamBlock):
    """The body of a page."""

    heading = HeadingBlock()
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=TEXT_FEATURES,
        template="blocks/text.html",
    )
    image = ImageBlock()
    quote = QuoteBlock()
    list = blocks.ListBlock(
        ListItemBlock(),
        label=_("List"),
        icon="list-ul",
        template="blocks/list.html",
    )
    table = TableBlock()
    document = DocumentBlock()
    call_to_action = CallToActionBlock()
    people = blocks.ListBlock(
        PersonBlock(), label=_("People"), icon="group", template="blocks/people.html"
    )

    def clean(self, value):
        cleaned = super().clean(value)
        owners = {}
        errors = {}
        for position, block in enumerate(cleaned):
            anchor = block.value["anchor"] if block.block_type == "heading" else ""
            if anchor and anchor in owners:
                message = twin_message(anchor, owners[anchor])
                errors[position] = _struct_error("anchor", message)
            owners.setdefault(anchor, block.value["text"] if anchor else "")
        if errors:
            raise blocks.StreamBlockValidationError(block_errors=errors)
        return cleaned


def _struct_error(name, message):
    return blocks.StructBlockValidationError(
        block_errors={name: ValidationError(message)}
    )
