"""Texts of Wagtail's admin that it fixes in one language at its start, said to each in their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet

LINK_FORMS = [
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
]


def say_in_each_language() -> None:
    """Put texts that are translated when they are shown in the place of those that are not."""
    LoginForm.base_fields["password"].label = _("Password")
    DefaultPageForm.base_fields["include_descendants"].label = _("The subpages too")
    kinds = RedirectsReportFilterSet.base_filters["is_permanent"]
    kinds.label = _("Type")
    kinds.extra["empty_label"] = _("All")
    kinds.extra["choices"] = [(True, _("Permanent")), (False, _("Temporary"))]
    ChooserViewSet.edit_item_text = _("Edit")
    ChooserViewSet.search_tab_label = _("Search")
    _name_fields_of_links()


def _name_fields_of_links():
    """Name the fields of the dialog that adds a link; Django makes English of their names."""
    for form in LINK_FORMS:
        form.base_fields["link_text"].label = _("Text of the link")
    AnchorLinkChooserForm.base_fields["url"].label = _("Anchor")
    email = EmailLinkChooserForm.base_fields
    email["email_address"].label = _("E-mail address")
    email["subject"].label = _("Subject")
    email["body"].label = _("Message")
    PhoneLinkChooserForm.base_fields["phone_number"].label = _("Phone number")
