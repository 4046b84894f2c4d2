"""The blocks an editor builds a page from; every page type offers the same ones."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


class HeadingBlock(blocks.StructBlock):
    """A heading, which the contents list of the page links to."""

    text = blocks.CharBlock(label=_("Heading"), max_length=160)
    anchor = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9-]*$",
        label=_("Anchor"),
        required=False,
        help_text=_(
            "A short name for links to this heading, the same in every language: "
            "small letters, digits and hyphens."
        ),
        error_messages={
            "invalid": _(
                "Use small letters, digits and hyphens, starting with a letter."
            )
        },
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class ImageBlock(blocks.StructBlock):
    """An image with an optional caption; its text alternative comes from the image library."""

    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"


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


class CallToActionBlock(blocks.StructBlock):
    """A button that leads to a page of the site or elsewhere."""

    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    label = blocks.CharBlock(label=_("Label of the button"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "blocks/call_to_action.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose a page, or type an address: one of the two.")
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(message)}
            )
        return cleaned


class PersonBlock(blocks.StructBlock):
    """One person: name, role and a few words."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role"), required=False, max_length=160)
    text = blocks.TextBlock(label=_("A few words"), required=False, rows=2)
    photo = ImageChooserBlock(label=_("Photo"), required=False)

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
