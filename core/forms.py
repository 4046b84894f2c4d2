"""The page form that merges two people's edits."""

from wagtail.admin.forms import WagtailAdminPageForm


class MergingPageForm(WagtailAdminPageForm):
    """Keeps what another person saved meanwhile."""
