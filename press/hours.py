"""When somebody answers, in words that need no script: from now, there, and in universal time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location
from django.utils.timesince import timeuntil
from django.utils.translation import gettext as _

from core.languages import current_language
from core.texts import Text, text

SATURDAY = 5
# Friday's hours may be over: Monday opens within them.
DAYS_AHEAD = 4


@dataclass(frozen=True)
class ContactEntry:
    """A contact as a journalist reads it."""

    role: Text
    language: str
    email: str
    phone: str
    place: str
    offset: str
    opens_at: time
    closes_at: time
    # The same in universal time, where days may be other ones.
    days_in_utc: str
    opens_in_utc: time
    closes_in_utc: time
    time_there: time
    is_open: bool
    # How long somebody still answers, or how long until somebody does, in words.
    lasts: str


def contact_entry(contact, now: datetime) -> ContactEntry:
    """Return `contact` with its hours as they are in the week of `now`, summer time included."""
    there = now.astimezone(ZoneInfo(contact.time_zone))
    opens, closes = _hours(contact, there.date())
    is_open = there.weekday() < SATURDAY and opens <= there < closes
    opens_in_utc = opens.astimezone(UTC)
    return ContactEntry(
        role=text(contact, "role"),
        language=language_name(contact.language),
        email=contact.email,
        phone=contact.phone,
        place=place_name(contact.time_zone),
        offset=offset_name(opens.utcoffset()),
        opens_at=contact.opens_at,
        closes_at=contact.closes_at,
        days_in_utc=_days((opens_in_utc.date() - opens.date()).days),
        opens_in_utc=opens_in_utc.time(),
        closes_in_utc=closes.astimezone(UTC).time(),
        time_there=there.time(),
        is_open=is_open,
        lasts=_until(closes if is_open else _next_opening(contact, there), now),
    )


def _hours(contact, day):
    """Return when `contact` opens and closes on a day, by the clocks there."""
    zone = ZoneInfo(contact.time_zone)
    return [
        datetime.combine(day, hour, zone)
        for hour in (contact.opens_at, contact.closes_at)
    ]


def _next_opening(contact, there):
    days = (there.date() + timedelta(days=shift) for shift in range(DAYS_AHEAD))
    openings = (_hours(contact, day)[0] for day in days if day.weekday() < SATURDAY)
    return next(opens for opens in openings if opens > there)


def _until(moment, now):
    """Return how long it is to `moment`, whole minutes: one that has begun counts."""
    # In universal time: between two times of one place, clocks that change are not counted.
    left = moment.astimezone(UTC) - now.astimezone(UTC)
    minutes = timedelta(minutes=-(-left // timedelta(minutes=1)))
    return timeuntil(now + minutes, now)


def _days(shift):
    return {
        -1: _("Sunday to Thursday"),
        0: _("Monday to Friday"),
        1: _("Tuesday to Saturday"),
    }[shift]


def offset_name(offset: timedelta) -> str:
    """Return how far clocks are from universal time: `UTC+13`, `UTC−3:30`."""
    minutes = int(offset.total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def place_name(zone: str) -> str:
    """Return the city that names a time zone, as readers of this language write it."""
    return get_timezone_location(ZoneInfo(zone), locale=_locale(), return_city=True)


def language_name(code: str) -> str:
    """Return what readers of this language call the language `code`."""
    return _locale().languages.get(code, code)


def _locale():
    return Locale.parse(current_language(), sep="-")
