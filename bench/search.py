"""Measures our search beside Wagtail's own: `python -m bench.search 10000`.

On SQLite, and on PostgreSQL where TEST_POSTGRES_URL names a server, in databases of its own.
Ours searches pages, a third in each language; Wagtail's a plain model with the same texts.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.parse import urlsplit

SYLLABLES = ["ka", "lo", "mi", "nu", "ser", "tol", "van", "wes", "bra", "den", "fil"]
VOCABULARY = 3_000
WORDS_A_TEXT, WORDS_A_TITLE = 30, 6
# In how many of a hundred texts of the default language; of all texts, a third of that.
COMMON, COMMON_SHARE = "travailleurs", 10
RARE, RARE_SHARE = "coopérative", 0.3
BEGINNING = "travail"
BATCH = 500
REPETITIONS = 20
SLOW = 4  # What takes longer, in seconds, is measured once.
DATABASE = "bench_search"


def made_up_text(rng):
    words = []
    for number in rng.choices(range(1, VOCABULARY), k=WORDS_A_TEXT):
        letters = ""
        while number:
            number, index = divmod(number, len(SYLLABLES))
            letters += SYLLABLES[index]
        words.append(letters)
    return words


def text(rng, is_default):
    words = made_up_text(rng)
    for word, share in ((COMMON, COMMON_SHARE), (RARE, RARE_SHARE)):
        if is_default and rng.random() < share / 100:
            words.insert(5, word)
    return words


def texts(size):
    """Yield the language and the words of each document, the same in every run."""
    from core.languages import content_languages, default_language

    rng = random.Random(1)
    codes = content_languages()
    for number in range(size):
        language = codes[number % len(codes)]
        yield language, text(rng, language == default_language())


def fill(size):
    """Make `size` pages below the home page, in few statements."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Locale

    from core.models import SitePage
    from home.models import HomePage

    home = HomePage.objects.get()
    shared = {
        "content_type": ContentType.objects.get_for_model(SitePage),
        "locale": Locale.objects.get(),
        "depth": home.depth + 1,
        "live": True,
        "last_published_at": timezone.now(),
    }
    pages = (
        made_up_page(home, number, language, words, shared)
        for number, (language, words) in enumerate(texts(size), 1)
    )
    SitePage.objects.bulk_create(pages, batch_size=BATCH)


def made_up_page(home, number, language, words, shared):
    from core.languages import column, columns
    from core.models import SitePage

    path = SitePage._get_path(home.path, home.depth + 1, number)
    page = SitePage(**shared, path=path, title=f"p{number}", slug=f"p{number}")
    for name in columns("url_path"):
        setattr(page, name, f"{home.url_path}p{number}/")
    setattr(page, column("title", language), " ".join(words[:WORDS_A_TITLE]))
    setattr(page, column("search_description", language), " ".join(words))
    setattr(page, column("is_offered", language), True)
    return page


def index_ours():
    from django.db import transaction

    from core.models import SitePage
    from search.documents import documents
    from search.indexing import generations, write
    from search.spelling import remember_words

    (generation,) = generations()
    pages = SitePage.objects.filter(depth__gt=2).iterator(chunk_size=BATCH)
    found = [document for page in pages for document in documents(page)]
    for start in range(0, len(found), BATCH):
        with transaction.atomic():
            write(found[start : start + BATCH], generation)
            remember_words(found[start : start + BATCH], [generation])


def stock_model():
    """Return a model as Wagtail's documentation has them."""
    from django.db import models
    from wagtail.search import index
    from wagtail.search.queryset import SearchableQuerySetMixin

    class Found(SearchableQuerySetMixin, models.QuerySet):
        pass

    class StockDocument(index.Indexed, models.Model):
        language = models.CharField(max_length=12)
        title, text = models.TextField(), models.TextField()
        objects = Found.as_manager()
        search_fields = [
            index.SearchField("title", boost=2),
            index.SearchField("text"),
            index.AutocompleteField("title"),
            index.FilterField("language"),
        ]

        class Meta:
            app_label = "search"

        def __str__(self):
            return self.title

    return StockDocument


def make_table(model):
    """Give `model` its table, and what Wagtail gives models when it starts."""
    from django.db import connection
    from modelsearch.abstract_models import TextIDGenericRelation
    from wagtail.search.models import IndexEntry

    with connection.schema_editor() as editor:
        editor.create_model(model)
    TextIDGenericRelation(IndexEntry).contribute_to_class(model, "index_entries")


def index_stock(model, size):
    from wagtail.search.backends import get_search_backend

    index = get_search_backend().get_index_for_model(model)
    rows = [
        model(
            language=language,
            title=" ".join(words[:WORDS_A_TITLE]),
            text=" ".join(words),
        )
        for language, words in texts(size)
    ]
    model.objects.bulk_create(rows, batch_size=BATCH)
    rows = list(model.objects.all())
    for start in range(0, len(rows), BATCH):
        index.add_items(model, rows[start : start + BATCH])


def measure(call):
    """Return the median time of `call` in ms."""
    times = []
    call()
    while len(times) < REPETITIONS:
        begun = time.perf_counter()
        call()
        times.append((time.perf_counter() - begun) * 1000)
        if times[0] > SLOW * 1000:
            break
    return statistics.median(times)


def timed(name, call):
    begun = time.perf_counter()
    call()
    print(f"{name}: {time.perf_counter() - begun:.1f} s", flush=True)


def compare(word, model):
    from core.languages import default_language
    from search.engine import current_generation, find
    from search.matching import matches
    from search.queries import read

    language = default_language()
    found = model.objects.search(word)
    print(f"{word}: {find(word, language).count} found; stock {found.count()}")
    tell(
        "the best 20: ours their ids, kinds and how many, Wagtail's its objects",
        lambda: matches([read(word, language)], current_generation()),
        lambda: list(model.objects.search(word)[:20]),
    )
    tell(
        "the best 20 and how many: ours in three languages, by kind, with titles, "
        "quotations, sections and addresses, private pages left out",
        lambda: find(word, language),
        lambda: (list(model.objects.search(word)[:20]), found.count()),
    )
    tell(
        "the same in one language",
        lambda: find(word, language, only=language),
        lambda: list(model.objects.filter(language=language).search(word)[:20]),
    )


def compare_suggestions(model):
    from core.languages import default_language
    from search.engine import suggest

    tell(
        f"suggestions for “{BEGINNING}”",
        lambda: suggest(BEGINNING, default_language()),
        lambda: list(model.objects.autocomplete(BEGINNING)[:8]),
    )


def tell(name, ours, stock):
    first, other = measure(ours), measure(stock)
    times = other / first
    print(
        f"  {name}:\n    ours {first:.2f} ms, stock {other:.1f} ms: {times:.1f} times",
        flush=True,
    )


def measure_one(size):
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    model = stock_model()
    make_table(model)
    timed("pages made", lambda: fill(size))
    timed("index of ours", index_ours)
    timed("objects made and stock index", lambda: index_stock(model, size))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    load = os.getloadavg()[0]
    print(f"{connection.vendor}, {size} documents, a load of {load:.1f}")
    compare(COMMON, model)
    compare(RARE, model)
    compare_suggestions(model)


def on_sqlite(size):
    with tempfile.TemporaryDirectory() as folder:
        run(f"sqlite:///{folder}/search.sqlite3", size)


def on_postgresql(server, size):
    """Measure in a database that is made for it on `server`, and dropped."""
    import psycopg2

    connection = psycopg2.connect(server)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    try:
        run(urlsplit(server)._replace(path=f"/{DATABASE}").geturl(), size)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {DATABASE}")
        connection.close()


def run(database, size):
    command = [sys.executable, "-m", "bench.search", str(size), "--one"]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": database}, check=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    if "--one" in sys.argv:
        measure_one(size)
    else:
        on_sqlite(size)
        server = os.environ.get("TEST_POSTGRES_URL")
        if server:
            on_postgresql(server, size)
        else:
            print("PostgreSQL was not measured: set TEST_POSTGRES_URL.")
