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
RARE = [
    f"{a}{b}{c}"
    for a in ("ka", "lo", "mi", "nu", "ser", "tol", "van", "wes")
    for b in ("bra", "den", "fil", "gor", "hap", "jun")
    for c in ("ta", "ren", "mos", "lik", "dor")
]


def sentence(rng):
    words = f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(OBJECTS)} in {rng.choice(PLACES)}"
    extra = rng.sample(RARE, rng.randint(0, 4))
    return (
        f"{words} with {' '.join(extra)} since {rng.randint(1972, 2026)}.".capitalize()
    )


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
    asked = list(units(random.Random(2), 100))
    measure("suggestions", [lambda unit=unit: suggestions(unit) for unit in asked])
    found = sum(bool(suggestions(unit).for_text) for unit in asked)
    print(f"texts with a suggestion for the whole: {found} of {len(asked)}")
    words = ["social protection", "kabrata", "Accra waste pickers", "workers"]
    measure("concordance", [lambda w=w: concordance(w, "en", "es") for w in words * 5])
    measure("remember", [lambda unit=unit: remember(unit) for unit in asked[:30]])


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/memory.sqlite3")
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 35_000)
