"""The step of a workflow in which a group reads one language of a page."""

from django import forms
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from core.languages import content_languages, native_name
from core.permissions import translate


def language_choices():
    """Return the languages of the site, which the settings may change."""
    return [(code, native_name(code)) for code in content_languages()]


class LanguageReviewTask(Task):
    """Lets a group read one language of a page, while everybody goes on working.

    It gives no right to write: whoever approves must be allowed to write the language
    anyway, and may correct its texts for that reason alone.
    """

    language = models.CharField(
        _("language"),
        max_length=12,
        choices=language_choices,
        help_text=_("Only what is written in this language is read and approved."),
    )
    groups = models.ManyToManyField(
        Group,
        verbose_name=_("groups"),
        limit_choices_to={"permissions__codename__startswith": "translate_"},
        help_text=_(
            "Those of their members may approve who may write texts in the language."
        ),
    )

    admin_form_fields = [*Task.admin_form_fields, "language", "groups"]
    admin_form_readonly_on_edit_fields = [
        *Task.admin_form_readonly_on_edit_fields,
        "language",
    ]
    admin_form_widgets = {"groups": forms.CheckboxSelectMultiple}

    class Meta:
        verbose_name = _("language review")
        verbose_name_plural = _("language reviews")

    @classmethod
    def get_description(cls):
        return _(
            "Members of the chosen groups read one language, correct it if need be, and approve it"
        )

    def has_reviewer(self, user) -> bool:
        """Tell whether `user` is one of those who read this language."""
        if not user.has_perm(translate(self.language)):
            return False
        return user.is_superuser or self.groups.filter(user=user).exists()

    # What Wagtail asks of a task

    def start(self, workflow_state, user=None):
        return _steps().begin(self, super().start(workflow_state, user), user)

    def user_can_lock(self, obj, user):
        return "lock" in obj.permissions_for_user(user).permissions

    def user_can_unlock(self, obj, user):
        return "unlock" in obj.permissions_for_user(user).permissions

    def get_actions(self, obj, user):
        if not _steps().may_end(self, user, obj):
            return []
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not self.has_reviewer(user):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)

    def on_action(self, task_state, user, action_name, comment="", shown="", **kwargs):
        with _steps().ending(self, task_state, user, action_name, comment, shown):
            return super().on_action(task_state, user, action_name, comment=comment)


def _steps():
    # Imported late: texts are compared by Wagtail's editor, which wants all models loaded.
    from translations.reviews import steps

    return steps
