"""Who may read what is said of a text, and who of them is named in a message."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from django.contrib.auth.models import Permission
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Trim
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.permissions import policy_registry

from core.languages import content_languages
from core.models import SitePage, User
from translations.opening import may_open
from translations.queue.access import writers_of

# What may not stand before an `@`: an address has letters there.
FREE = r"(?<![\w@.+-])"
# A name ends here, and is not the beginning of a longer one.
END = r"(?!\w|[.-]\w)"
ANYBODY = re.compile(rf"{FREE}@([\w.+-]*\w(?:@[\w.-]*\w)?)")
WORD_OF_NAME = re.compile(rf"{FREE}@(\w+)")
MOST_OFFERED = 8
LONGEST_TYPED = 100
CALLED = Concat(
    *(Value(" "), "first_name", Value(" "), "last_name", Value(" "), "email"),
    output_field=models.TextField(),
)
WHOLE_NAME = Trim(Concat("first_name", Value(" "), "last_name"))


def readers_of(instance: models.Model) -> QuerySet[User]:
    """Return the people who may open `instance` in the admin, by their names, in one query.

    Of what is no page, these are some more than may: see `colleagues`.
    """
    policy = policy_registry.get(instance)
    found = Q(pk__in=policy.users_with_permission_for_instance("change", instance))
    if not isinstance(instance, SitePage):
        # What many write is opened by rights that no query of the policy knows.
        for language in content_languages():
            found |= Q(pk__in=writers_of([language]).order_by().values("pk"))
    people = User.objects.filter(found, _has_admin(), is_active=True)
    return people.distinct().order_by("first_name", "last_name", "email")


def colleagues(instance: models.Model, people: QuerySet[User]) -> Iterator[User]:
    """Yield those of `people`, some of its readers, who may open `instance`."""
    for person in people:
        if isinstance(instance, SitePage) or may_open(person, instance):
            yield person


def people_named_in(text: str, people: QuerySet[User]) -> QuerySet[User]:
    """Return those of `people` whom `text` may name, and all who are called like them."""
    return _beginning_with(WORD_OF_NAME.findall(text), people)


def offered(instance: models.Model, typed: str) -> list[dict[str, str]]:
    """Return the first colleagues of whom a word begins with `typed`, each with what names nobody else."""
    people = readers_of(instance)
    typed = folded(typed.replace("\x00", ""))[:LONGEST_TYPED]
    found = _beginning_with([typed], people)
    found = found.annotate(is_one_of_many=Exists(_namesakes(people)))
    if isinstance(instance, SitePage):
        found = found[:MOST_OFFERED]
    return [
        {"name": str(person), "email": person.email, "insert": _best_name(person)}
        for person in islice(colleagues(instance, found), MOST_OFFERED)
    ]


def _beginning_with(words, people):
    wanted = Q(pk=None)
    for word in words:
        # SQLite knows the capital of no letter but those of ASCII.
        for written in {word, folded(word), word.title(), word.upper()}:
            wanted |= Q(called__icontains=f" {written}")
    return people.alias(called=CALLED).filter(wanted)


def _namesakes(people):
    others = people.order_by().alias(whole_name=WHOLE_NAME)
    whole = Trim(Concat(OuterRef("first_name"), Value(" "), OuterRef("last_name")))
    called_so = Q(whole_name__iexact=whole) | Q(first_name__iexact=whole)
    return others.filter(called_so).exclude(pk=OuterRef("pk"))


def _best_name(person):
    full = person.get_full_name()
    return full if full and not person.is_one_of_many else person.email


def _has_admin():
    right = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    return (
        Q(is_superuser=True)
        | Q(groups__permissions__in=right)
        | Q(user_permissions__in=right)
    )


class Names:
    """What a few people are called in messages: their address, and their name where one alone has it."""

    def __init__(self, people: Iterable[User]):
        self.people = list(people)

    @cached_property
    def by_name(self) -> dict[str, User]:
        called = [(folded(n), p) for p in self.people for n in names_of(p)]
        number = Counter(name for name, _person in called)
        return {name: person for name, person in called if number[name] == 1}

    @cached_property
    def pattern(self) -> re.Pattern:
        longest_first = sorted(self.by_name, key=len, reverse=True)
        names = "|".join(
            r"\s+".join(re.escape(word) for word in name.split())
            for name in longest_first
        )
        return re.compile(rf"{FREE}@({names or '(?!)'}){END}", re.IGNORECASE)

    def in_text(self, text: str) -> list[User]:
        """Return who is named in `text` behind an `@`, each once."""
        found = [self._person(match) for match in self.pattern.finditer(text)]
        return list(dict.fromkeys(filter(None, found)))

    def strange(self, text: str) -> list[str]:
        """Return what stands in `text` behind an `@` and is nobody's name, or several people's."""
        starts = {match.start() for match in self.pattern.finditer(text)}
        matches = ANYBODY.finditer(text)
        return [match[0] for match in matches if match.start() not in starts]

    def _person(self, match):
        return self.by_name.get(folded(match[1]))

    def marked(self, text: str) -> SafeString:
        """Return `text` as safe HTML in which the names stand out."""
        shown, behind = [], 0
        for match in self.pattern.finditer(text):
            shown.append(escape(text[behind : match.start()]))
            shown.append(
                format_html('<strong class="talk__name">{}</strong>', match[0])
            )
            behind = match.end()
        shown.append(escape(text[behind:]))
        return mark_safe("".join(shown))


def names_of(person: User) -> set[str]:
    """Return what `person` may be called: the address, the whole name, the first name."""
    names = {person.email, person.get_full_name(), person.first_name}
    return {name for name in names if name.strip()}


def folded(name: str) -> str:
    return " ".join(name.casefold().split())
