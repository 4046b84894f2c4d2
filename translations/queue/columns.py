"""How the queue shows each version."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from core.languages import direction, native_name
from translations.queue.access import edit_url


class WorkColumn(TitleColumn):
    """What is to be translated, with its kind and the way to it."""

    cell_template_name = "translations/queue/title_cell.html"

    def __init__(self, user):
        super().__init__(
            "title",
            label=_("Title"),
            sort_key="title",
            classname="work-title",
            get_url=lambda version: edit_url(version, user),
            get_title_id=lambda version: f"languageversion_{version.pk}_title",
        )


class LanguageColumn(Column):
    """The language, by its own name."""

    cell_template_name = "translations/queue/language_cell.html"

    def __init__(self):
        super().__init__("language", label=_("Language"), sort_key="language")

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "name": native_name(instance.language),
            "direction": direction(instance.language),
        }


class StateColumn(Column):
    """What is left, by state, in words and numbers."""

    cell_template_name = "translations/queue/state_cell.html"

    def __init__(self):
        super().__init__("todo", label=_("To do"), sort_key="words_todo")


class ProgressColumn(Column):
    """How much is done, as a bar and as a number."""

    cell_template_name = "translations/queue/progress_cell.html"

    def __init__(self):
        super().__init__("percent_done", label=_("Progress"), classname="work-progress")


class DueColumn(DateColumn):
    """When it is due; what is overdue says so in words."""

    cell_template_name = "translations/queue/due_cell.html"

    def __init__(self):
        super().__init__("due_on", label=_("Due"), sort_key="due_on")

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "is_overdue": is_overdue(instance)}


def is_overdue(version) -> bool:
    """Tell whether there is something left to do whose day is past."""
    due = version.due_on
    return bool(due and version.todo and due < timezone.localdate())
