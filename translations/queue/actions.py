"""What a person may do with many rows of the queue at once."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateInput

from core.languages import name_in_sentence
from core.permissions import languages_for_user
from translations.queue import assigning
from translations.queue.access import may_assign, visible_to, writers_of
from translations.queue.confirm_action import ConfirmAction
from translations.queue.export_action import ExportAction
from translations.queue.work_action import StaffAction, WorkAction


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
        names = ", ".join(map(name_in_sentence, languages))
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


ACTIONS = [
    AssignAction,
    DueAction,
    TakeAction,
    ReleaseAction,
    ConfirmAction,
    ExportAction,
]


def actions_for(user) -> list[type[WorkAction]]:
    """Return what `user` may do with rows of the queue."""
    return [action for action in ACTIONS if action.is_offered(user)]
