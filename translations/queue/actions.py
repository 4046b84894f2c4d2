"""What a person may do with many rows of the queue at once."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.widgets import AdminDateInput

from core.languages import native_name
from core.permissions import languages_for_user
from translations.models import LanguageVersion
from translations.queue import assigning
from translations.queue.access import (
    may_assign,
    visible_to,
    works_on_translations,
    writers_of,
)
from translations.queue.filters import QueueFilterSet, by_urgency

MOST_EXPORTED = 200


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
            rows = self.listed(visible)
        else:
            rows = visible.filter(pk__in=[key for key in keys if _is_key(key)])
        found = list(by_urgency(rows))
        if not found:
            raise Http404
        return found

    def listed(self, visible):
        """Return the rows of the whole list, as it was filtered and searched."""
        filters = QueueFilterSet(self.request.GET, request=self.request)
        if filters.is_valid():
            visible = filters.filter_queryset(visible)
        return visible.filter(title__icontains=self.request.GET.get("q", ""))

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


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


class StaffAction(WorkAction):
    """Something that only those do who give work to others."""

    @classmethod
    def is_offered(cls, user):
        return super().is_offered(user) and may_assign(user)


class AssignForm(forms.Form):
    """Asks who is to translate, among those who may write all that was chosen."""

    assignee = forms.ModelChoiceField(None, label=_("Assigned to"))
    due_on = forms.DateField(
        label=_("Due on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Left empty, the date stays as it is."),
    )

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        self.versions = versions
        languages = sorted({version.language for version in versions})
        self.fields["assignee"].queryset = writers_of(languages)
        names = ", ".join(map(native_name, languages))
        self.fields["assignee"].help_text = _(
            "People who may write these languages: %(languages)s"
        ) % {"languages": names}

    def clean_assignee(self):
        person = self.cleaned_data["assignee"]
        opened = set(visible_to(person).values_list("pk", flat=True))
        closed = [version for version in self.versions if version.pk not in opened]
        if closed:
            raise forms.ValidationError(
                _(
                    "%(person)s may not open “%(title)s”. Choose somebody else, or fewer rows."
                ),
                params={"person": person, "title": closed[0].title},
            )
        return person


class AssignAction(StaffAction):
    """Gives rows to a person."""

    display_name = _("Assign to…")
    aria_label = _("Assign the selected translations to a person")
    action_type = "assign"
    action_priority = 10
    form_class = AssignForm
    question = _("Who translates this?")
    button = _("Assign")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "versions": self.chosen}

    @classmethod
    def execute_action(cls, objects, *, user, assignee, due_on, **kwargs):
        if due_on:
            assigning.set_due(objects, due_on)
        return assigning.assign(objects, assignee, by=user), 0

    def get_success_message(self, changed, _children):
        return ngettext(
            "%(count)d translation was assigned to %(person)s.",
            "%(count)d translations were assigned to %(person)s.",
            changed,
        ) % {"count": changed, "person": self.cleaned_form.cleaned_data["assignee"]}


class DueForm(forms.Form):
    """Asks for a day."""

    due_on = forms.DateField(
        label=_("Due on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Left empty, they are due on no day."),
    )


class DueAction(StaffAction):
    """Says when rows are due."""

    display_name = _("Due on…")
    aria_label = _("Set the due date of the selected translations")
    action_type = "due"
    action_priority = 20
    form_class = DueForm
    question = _("When is this due?")
    button = _("Set the date")

    @classmethod
    def execute_action(cls, objects, *, due_on, **kwargs):
        return assigning.set_due(objects, due_on), 0

    def get_success_message(self, changed, _children):
        return ngettext(
            "The due date of %(count)d translation was set.",
            "The due date of %(count)d translations was set.",
            changed,
        ) % {"count": changed}


class TakeAction(WorkAction):
    """Lets a person have rows that are nobody's."""

    display_name = _("Take")
    aria_label = _("Take the selected translations for yourself")
    action_type = "take"
    action_priority = 30
    question = _("Do you translate this?")
    button = _("Take")

    def check_perm(self, version):
        own = languages_for_user(self.request.user)
        return version.language in own and version.assignee_id is None

    @classmethod
    def execute_action(cls, objects, *, user, **kwargs):
        return assigning.take(objects, user), 0

    def get_success_message(self, changed, _children):
        return ngettext(
            "%(count)d translation is yours now.",
            "%(count)d translations are yours now.",
            changed,
        ) % {"count": changed}


class ReleaseAction(WorkAction):
    """Gives rows back, so that anybody can take them."""

    display_name = _("Give back")
    aria_label = _("Give back the selected translations")
    action_type = "release"
    action_priority = 40
    question = _("May anybody take this?")
    button = _("Give back")

    def check_perm(self, version):
        user = self.request.user
        return version.assignee_id == user.pk or (
            version.assignee_id is not None and may_assign(user)
        )

    @classmethod
    def execute_action(cls, objects, **kwargs):
        return assigning.release(objects), 0

    def get_success_message(self, changed, _children):
        return ngettext(
            "%(count)d translation is free to be taken.",
            "%(count)d translations are free to be taken.",
            changed,
        ) % {"count": changed}


class ExportAction(WorkAction):
    """Leads to the form that puts rows into a file; changes nothing."""

    display_name = _("Export")
    aria_label = _("Export the selected translations to a file")
    action_type = "export"
    action_priority = 50

    def dispatch(self, request, *args, **kwargs):
        if not self.is_offered(request.user):
            raise PermissionDenied
        # An address can be only so long.
        query = {"version": [version.pk for version in self.asked[:MOST_EXPORTED]]}
        if len(self.asked) > MOST_EXPORTED:
            messages.warning(
                request,
                _(
                    "Only the first %(count)d rows are in the file. Export a section to have more."
                )
                % {"count": MOST_EXPORTED},
            )
        return redirect(f"{reverse('translation_export')}?{urlencode(query, True)}")


ACTIONS = [AssignAction, DueAction, TakeAction, ReleaseAction, ExportAction]


def actions_for(user) -> list[type[WorkAction]]:
    """Return what `user` may do with rows of the queue."""
    return [action for action in ACTIONS if action.is_offered(user)]
