"""The fields of the press room, as content files name them."""

from datetime import time

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from home.content.body import Body
from home.content.kinds import Day, Flag, Kind, Plain, Rich, Shared
from home.content.known import shortened
from home.content.list_kinds import Entry


class Moment(Kind):
    """A second in time, written 2026-01-15T09:00:00+00:00."""

    def checked(self, given, model, column_name, known):
        told = given.value
        moment = parse_datetime(told) if isinstance(told, str) else None
        if told == "" or (moment and moment.tzinfo):
            return told
        message = _("“%s” is no moment. Write it like 2026-01-15T09:00:00+00:00.")
        known.faults.add(given.place, message % shortened(given.plain()))
        return None

    def write(self, instance, column_name, told, names):
        setattr(instance, column_name, parse_datetime(told) if told else None)

    def tell(self, instance, column_name, names):
        value = getattr(instance, column_name)
        return value.isoformat() if value else ""


class Hour(Kind):
    """A time of day, written 09:00."""

    def checked(self, given, model, column_name, known):
        return super().checked(given, model, column_name, known) and given.value[:5]

    def tell(self, instance, column_name, names):
        value = getattr(instance, column_name)
        return f"{value:%H:%M}" if isinstance(value, time) else value or ""


ROOM = {
    "lead": Plain("lead"),
    "kicker": Plain("kicker"),
    "topics": Rich("topics"),
    "kit": Rich("kit"),
}

ITEM = {
    "kind": Shared("kind"),
    "date": Day("date"),
    "embargo_until": Moment("embargo_until"),
    "sector": Entry("sector"),
    "summary": Plain("summary"),
    "body": Body("body"),
    "is_sample": Flag("is_sample"),
}

CONTACT = {
    "role": Plain("role"),
    "language": Shared("language"),
    "email": Shared("email"),
    "phone": Shared("phone"),
    "time_zone": Shared("time_zone"),
    "opens_at": Hour("opens_at"),
    "closes_at": Hour("closes_at"),
}
