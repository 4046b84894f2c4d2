"""What every action on many rows of the queue has in common."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.functional import cached_property
from wagtail.admin.views.bulk_action import BulkAction

from translations.asked import is_key
from translations.models import LanguageVersion
from translations.queue.access import may_assign, visible_to, works_on_translations
from translations.queue.filters import by_urgency, listed


class WorkAction(BulkAction):
    """Does something with the rows that a person sees and may do it to; leaves alone all others."""

    models = [LanguageVersion]
    # The list names the class; a template would make one of it.
    do_not_call_in_templates = True
    template_name = "translations/queue/confirm.html"
    # What the page says above the rows, and on its button.
    question = button = ""

    @classmethod
    def is_offered(cls, user) -> bool:
        """Tell whether `user` may do this at all."""
        return works_on_translations(user)

    def dispatch(self, request, *args, **kwargs):
        if not self.is_offered(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_actionable_objects(self):
        return self.chosen, {"items_with_no_access": self.refused}

    @cached_property
    def asked(self) -> list[LanguageVersion]:
        """Return the rows asked for; one that this person does not see is not there for them."""
        visible = visible_to(self.request.user).select_related("assignee")
        keys = self.request.GET.getlist("id")
        if "all" in keys:
            rows = listed(visible, self.request.GET, self.request)
        else:
            rows = visible.filter(pk__in=list(filter(is_key, keys)))
        found = list(by_urgency(rows))
        if not found:
            raise Http404
        return found

    @cached_property
    def chosen(self) -> list[LanguageVersion]:
        return [version for version in self.asked if self.check_perm(version)]

    @cached_property
    def refused(self) -> list[LanguageVersion]:
        return [version for version in self.asked if not self.check_perm(version)]

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**kwargs),
            "action": self,
            "versions": self.chosen,
        }

    def get_execution_context(self):
        return {"user": self.request.user, **self.cleaned_form.cleaned_data}


class StaffAction(WorkAction):
    """Something that only those do who give work to others."""

    @classmethod
    def is_offered(cls, user):
        return super().is_offered(user) and may_assign(user)
