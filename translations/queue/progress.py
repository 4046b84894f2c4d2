"""How far each language is, and what a person has to do next."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from core.languages import content_languages, direction, native_name
from core.permissions import languages_for_user
from translations.models import LanguageVersion, ReviewStatus
from translations.queue.access import may_assign, visible_to, writable_by
from translations.queue.filters import by_urgency

MOST_ROWS = 5


@dataclass(frozen=True)
class LanguageProgress:
    """How far one language is, over all that a person sees."""

    code: str
    is_own: bool
    done: int = 0
    total: int = 0
    words_todo: int = 0
    unfinished: int = 0

    @property
    def name(self) -> str:
        return native_name(self.code)

    @property
    def direction(self) -> str:
        return direction(self.code)

    @property
    def percent(self) -> int:
        """Return how much is done, 0 to 100; never 100 while anything is left."""
        return self.done * 100 // self.total if self.total else 100


def progress_by_language(user) -> list[LanguageProgress]:
    """Return how far each language is that is translated to, those that `user` owns first."""
    own = [] if may_assign(user) else languages_for_user(user)
    translated = visible_to(user).exclude(source_language="").order_by()
    counted = translated.values("language").annotate(
        finished=Sum("done"),
        left=Sum("todo") + Sum("waiting"),
        words=Sum("words_todo"),
        unfinished=Count("pk", filter=Q(todo__gt=0)),
    )
    found = [
        LanguageProgress(
            code=row["language"],
            is_own=row["language"] in own,
            done=row["finished"],
            total=row["finished"] + row["left"],
            words_todo=row["words"],
            unfinished=row["unfinished"],
        )
        for row in counted
    ]
    order = content_languages()
    return sorted(found, key=lambda one: (not one.is_own, order.index(one.code)))


@dataclass(frozen=True)
class Work:
    """What a person has on their desk: the most urgent of it, and how much there is."""

    rows: list[LanguageVersion]
    count: int
    overdue: int


def work_of(user) -> Work:
    """Return what was assigned to `user`, or what they took, and is not finished."""
    own = visible_to(user).unfinished().filter(assignee=user)
    numbers = own.aggregate(
        count=Count("pk"),
        overdue=Count("pk", filter=Q(due_on__lt=timezone.localdate())),
    )
    rows = _shown(own) if numbers["count"] else []
    return Work(rows, **numbers)


def next_for(user, work: Work) -> LanguageVersion | None:
    """Return what `user` does best next: the most urgent of their own, or else what nobody has."""
    if work.rows:
        return work.rows[0]
    if may_assign(user):
        return None
    free = visible_to(user).unfinished().filter(assignee=None)
    return next(iter(_shown(free.filter(language__in=languages_for_user(user)))), None)


def in_review(user) -> int:
    """Return how many versions in the languages of `user` wait to be read."""
    return writable_by(user).filter(review=ReviewStatus.OPEN).count()


def _shown(versions: QuerySet) -> list[LanguageVersion]:
    return list(by_urgency(versions.select_related("content_type"))[:MOST_ROWS])
