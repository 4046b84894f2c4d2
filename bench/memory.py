"""Measures the translators' memory with so many texts: `python -m bench.memory 35000`.

Each text counts as one entry and one for each of its sentences: 35,000 are 100,000.

Fills a database of its own (DATABASE_URL, or an SQLite file that is deleted afterwards)
with texts of the field, and prints how long suggestions, a concordance and remembering take.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace

SUBJECTS = [
    "waste pickers",
    "street vendors",
    "domestic workers",
    "home-based workers",
    "garment workers",
    "market traders",
    "organizers",
    "members",
    "cooperatives",
    "trade unions",
]
VERBS = [
    "organize",
    "demand",
    "negotiate",
    "win",
    "defend",
    "describe",
    "measure",
    "publish",
    "support",
    "join",
    "visit",
    "build",
]
OBJECTS = [
    "social protection",
    "childcare",
    "public space",
    "fair prices",
    "legal recognition",
    "health insurance",
    "decent work",
    "storage space",
    "a seat at the table",
    "data",
]
PLACES = [
    "Accra",
    "Ahmedabad",
    "Bangkok",
    "Belo Horizonte",
    "Bogotá",
    "Dakar",
    "Delhi",
    "Durban",
    "Johannesburg",
    "Kumasi",
    "Lima",
    "Lomé",
    "Mexico City",
    "Nairobi",
    "Pune",
    "Tirupur",
]
SYLLABLES = ["ka", "lo", "mi", "nu", "ser", "tol", "van", "wes", "bra", "den", "fil"]
VOCABULARY = 20_000


def word(rng):
    """Return a made-up word: a few are frequent, most are rare, as in a language."""
    number = min(int(rng.paretovariate(0.5)), VOCABULARY)
    letters = []
    while number:
        number, index = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[index])
    return "".join(letters)


def sentence(rng):
    words = f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} in {rng.choice(PLACES)}"
    more = " ".join(word(rng) for _number in range(rng.randint(0, 8)))
    return f"{words} {more} since {rng.randint(1972, 2026)}.".capitalize()


def text(rng):
    count = rng.choice([1, 1, 1, 2, 3, 6])
    return "".join(f"<p>{sentence(rng)}</p>" for _number in range(count))


def units(rng, size):
    from translations.units import Kind, Unit

    for number in range(size):
        source = text(rng)
        yield Unit(
            key=f"page:{number}:es",
            label="Text",
            kind=Kind.RICH,
            source_language="en",
            target_language="es",
            source=source,
            target=source.replace("workers", "trabajadoras"),
        )


def measure(name, calls):
    """Print how long `calls` take by the clock, and of that in this process."""
    by_clock, in_process = [], []
    for call in calls:
        begun, begun_process = time.perf_counter(), time.process_time()
        call()
        in_process.append((time.process_time() - begun_process) * 1000)
        by_clock.append((time.perf_counter() - begun) * 1000)
    print(f"{name}: {figures(by_clock)}; in this process {figures(in_process)}")


def figures(times):
    times = sorted(times)
    most = times[int(len(times) * 0.95)]
    return f"median {statistics.median(times):.0f} ms, 95 % below {most:.0f} ms"


def main(size):
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    fill_and_measure(size)
    print(f"database: {connection.vendor}")


def changed(unit):
    """Return another text, which differs in its third word."""
    words = unit.source.split(" ")
    words[2] = "quite"
    return replace(unit, key=f"changed:{unit.key}", source=" ".join(words))


def is_found(unit):
    from translations.memory import suggestions

    wanted = unit.source.split(" ")[3:]
    return any(
        found.source_text.endswith(" ".join(wanted).rpartition("<p>")[2][:-4])
        for found in suggestions(unit).for_text
    )


def fill_and_measure(size):
    from django.db import connection

    from translations.memory import concordance, suggestions
    from translations.models import MemoryEntry, MemoryWord
    from translations.remembering import remember, remember_many

    rng = random.Random(1)
    begun = time.perf_counter()
    remember_many(units(rng, size))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    print(
        f"filled with {MemoryEntry.objects.count()} entries and "
        f"{MemoryWord.objects.count()} words in {time.perf_counter() - begun:.0f} s"
    )
    asked = [changed(unit) for unit in units(random.Random(1), 100)]
    measure("suggestions", [lambda unit=unit: suggestions(unit) for unit in asked])
    found = sum(is_found(unit) for unit in asked)
    print(f"texts of which one word changed, found by it: {found} of {len(asked)}")
    words = ["social protection", "kaden", "Accra waste pickers", "workers"]
    measure("concordance", [lambda w=w: concordance(w, "en", "es") for w in words * 5])
    measure("remember", [lambda unit=unit: remember(unit) for unit in asked[:30]])


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/memory.sqlite3")
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 35_000)
