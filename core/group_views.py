"""The admin's views of groups, in which ours have names in the reader's language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.users.forms import GroupForm
from wagtail.users.views.groups import GroupViewSet, IndexView

from core.group_names import NamedPermissions, own_group_names


class NamedGroupForm(GroupForm):
    """Keeps the stored name of our groups, as the next migrate would make a second one of the old name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["permissions"].queryset._iterable_class = NamedPermissions
        shown = own_group_names().get(self.instance.name)
        if shown:
            self.fields["name"].disabled = True
            self.fields["name"].help_text = _(
                "People read “%(name)s”, each in their language. The site knows the group "
                "by the name above, so that stays."
            ) % {"name": shown}


class NamedGroupsView(IndexView):
    """Lists the groups by the names that people read."""

    columns = [
        TitleColumn(
            "name",
            label=_("Name"),
            accessor=str,
            sort_key="name",
            url_name="wagtailusers_groups:edit",
        ),
    ]


class NamedGroupViewSet(GroupViewSet):
    """Edits groups under their own and their translated names."""

    index_view_class = NamedGroupsView

    def get_form_class(self, for_update=False):
        return NamedGroupForm
