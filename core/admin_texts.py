"""Texts of Wagtail's admin that it fixes in one language at its start, said to each in their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet


def say_in_each_language() -> None:
    """Put texts that are translated when they are shown in the place of those that are not."""
    LoginForm.base_fields["password"].label = _("Password")
    DefaultPageForm.base_fields["include_descendants"].label = _("The subpages too")
    kinds = RedirectsReportFilterSet.base_filters["is_permanent"]
    kinds.label = _("Type")
    kinds.extra["empty_label"] = _("All")
    kinds.extra["choices"] = [(True, _("Permanent")), (False, _("Temporary"))]
