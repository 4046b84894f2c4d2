"""The questions that the queue answers: whose work, of which kind, where, and until when."""

from datetime import timedelta

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.coreutils import get_content_type_label
from wagtail.models import get_page_models

from core.languages import column, content_languages, default_language, native_name
from core.models import SitePage
from core.permissions import languages_for_user
from core.registration import edited_models
from translations.models import LanguageVersion, ReviewStatus
from translations.queue.access import may_assign

ALL = "all"
MOST_SECTIONS = 200
SECTIONS_KEPT = 60

STATES = {
    "missing": _("Missing"),
    "outdated": _("Outdated"),
    "unreviewed": _("To review"),
    "waiting": _("Waiting for its source"),
    "open_comments": _("With open comments"),
    "open": _("In review"),
    "returned": _("Changes asked for"),
    "unpublished": _("Not published yet"),
    ALL: _("Everything, finished or not"),
}
ASSIGNEES = {"me": _("Me"), "nobody": _("Nobody")}
DUE = {
    "overdue": _("Overdue"),
    "week": _("Within a week"),
    "some": _("With a due date"),
}


class Choice(django_filters.ChoiceFilter):
    """One of a few answers, as buttons; what holds where none is chosen is named too."""

    def __init__(self, label, choices, unchosen, **options):
        options.setdefault("widget", forms.RadioSelect)
        super().__init__(
            label=label, choices=list(choices), empty_label=unchosen, **options
        )


class QueueFilterSet(WagtailFilterSet):
    """Filters the versions; unless asked otherwise, to what a person has to do."""

    assignee = Choice(
        _("Assigned to"), ASSIGNEES.items(), _("Anyone"), method="filter_assignee"
    )
    due = Choice(_("Due"), DUE.items(), _("Any time"), method="filter_due")

    class Meta:
        model = LanguageVersion
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        first = {
            "language": self.language_filter(),
            "state": Choice(
                _("State"), STATES.items(), _("To do"), method="filter_state"
            ),
        }
        last = {"kind": self.kind_filter(), "section": self.section_filter()}
        self.filters = type(self.filters)({**first, **self.filters, **last})
        for name, added in {**first, **last}.items():
            added.parent, added.field_name = self, name
            added.model = LanguageVersion

    def language_filter(self):
        names = [(code, native_name(code)) for code in content_languages()]
        everything = _("All languages")
        if self.is_for_translator:
            names = [(ALL, everything), *names]
        unchosen = _("Your languages") if self.is_for_translator else everything
        return Choice(_("Language"), names, unchosen, method="filter_language")

    @property
    def is_for_translator(self) -> bool:
        """Tell whether the person owns some languages only."""
        return not may_assign(self.request.user)

    def kind_filter(self):
        return Choice(
            _("Type"),
            kinds(),
            _("All types"),
            widget=forms.Select,
            method="filter_kind",
        )

    def section_filter(self):
        self.section_paths = {str(pk): path for pk, path, _name in sections()}
        names = [(pk, name) for pk, _path, name in sections()]
        return Choice(
            _("Section"),
            names,
            _("The whole site"),
            widget=forms.Select,
            method="filter_section",
        )

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Hold to what is chosen, and to the person's own work where nothing is."""
        chosen = self.form.cleaned_data
        if not chosen.get("language") and self.is_for_translator:
            own = languages_for_user(self.request.user)
            queryset = queryset.filter(language__in=own)
        if not chosen.get("state"):
            queryset = queryset.unfinished()
        return super().filter_queryset(queryset)

    def filter_language(self, queryset, name, value):
        return queryset if value == ALL else queryset.filter(language=value)

    def filter_state(self, queryset, name, value):
        if value == ALL:
            return queryset
        if value == "unpublished":
            return queryset.filter(is_unpublished=True)
        if value in ReviewStatus.values:
            return queryset.filter(review=value)
        return queryset.filter(**{f"{value}__gt": 0})

    def filter_kind(self, queryset, name, value):
        return queryset.filter(content_type=value)

    def filter_section(self, queryset, name, value):
        return queryset.filter(page__path__startswith=self.section_paths[value])

    def filter_assignee(self, queryset, name, value):
        if value == "me":
            return queryset.filter(assignee=self.request.user)
        return queryset.filter(assignee=None)

    def filter_due(self, queryset, name, value):
        today = timezone.localdate()
        if value == "overdue":
            return queryset.filter(due_on__lt=today, todo__gt=0)
        if value == "week":
            return queryset.filter(due_on__range=(today, today + timedelta(days=7)))
        return queryset.filter(due_on__isnull=False)


def kinds() -> list[tuple[int, str]]:
    """Return the types of what can be translated, as people call them."""
    pages = [model for model in get_page_models() if model is not SitePage]
    others = [model for model in edited_models() if model is not SitePage]
    found = ContentType.objects.get_for_models(*pages, *others).values()
    names = [(kind.pk, get_content_type_label(kind)) for kind in found]
    return sorted(names, key=lambda kind: str(kind[1]))


def sections() -> list[tuple[int, str, str]]:
    """Return the key, the path and the indented title of the pages that have pages below.

    They are looked up once in a while only: the queue is opened far more often.
    """
    return cache.get_or_set("translations.sections", _read_sections, SECTIONS_KEPT)


def _read_sections():
    pages = SitePage.objects.filter(depth__gt=2, numchild__gt=0).order_by("path")
    title = column("title", default_language())
    rows = pages.values_list("pk", "path", "depth", title)[:MOST_SECTIONS]
    return [(pk, path, "\u2003" * (depth - 3) + name) for pk, path, depth, name in rows]


def by_urgency(queryset: QuerySet) -> QuerySet:
    """Return what is due first, then where most is to do."""
    return queryset.order_by(F("due_on").asc(nulls_last=True), "-words_todo", "pk")


def listed(versions: QuerySet, query, request) -> QuerySet:
    """Return those of `versions` that the queue lists for what `query` asks; none if it makes no sense."""
    filters = QueueFilterSet(query, request=request)
    if not filters.is_valid():
        return versions.none()
    return filters.filter_queryset(versions).filter(
        title__icontains=query.get("q", "").replace("\x00", "")
    )
