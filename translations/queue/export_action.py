"""Leads from rows of the queue to the form that puts them into a file."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from translations.queue.work_action import WorkAction


class ExportAction(WorkAction):
    """Leads to the form that puts rows into a file; changes nothing."""

    display_name = _("Export")
    aria_label = _("Export the selected translations to a file")
    action_type = "export"
    action_priority = 50

    def dispatch(self, request, *args, **kwargs):
        if not self.is_offered(request.user):
            raise PermissionDenied
        if "all" in request.GET.getlist("id"):
            # What is listed is looked up again: an address can be only so long.
            asked = request.GET.copy()
            for name in ("id", "next", "childOf"):
                asked.pop(name, None)
            query = {"queue": asked.urlencode() or "all"}
        else:
            query = {"version": [version.pk for version in self.asked]}
        return redirect(f"{reverse('translation_export')}?{urlencode(query, True)}")
