"""Measures our search beside Wagtail's own: `python -m bench.search 10000`.

Fills a database of its own (DATABASE_URL, or an SQLite file that is deleted afterwards)
with pages of made-up texts, a third of them in each language, and prints how long both
take for a common and for a rare word. Both search the same pages in the same run.
"""

import os
import random
import statistics
import sys
import tempfile
import time

SYLLABLES = ["ka", "lo", "mi", "nu", "ser", "tol", "van", "wes", "bra", "den", "fil"]
VOCABULARY = 3_000
WORDS_A_TEXT = 30
# In how many of a hundred texts of the default language; of all texts, a third of that.
COMMON, COMMON_SHARE = "travailleurs", 10
RARE, RARE_SHARE = "coopérative", 0.3
BATCH = 500
REPETITIONS = 20
# What takes longer is measured once.
SLOW = 4


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
    return " ".join(words)


def fill(size):
    """Make `size` pages below the home page, in few statements."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Locale

    from core.models import SitePage
    from home.models import HomePage

    rng = random.Random(1)
    home = HomePage.objects.get()
    shared = {
        "content_type": ContentType.objects.get_for_model(SitePage),
        "locale": Locale.objects.get(),
        "depth": home.depth + 1,
        "live": True,
        "last_published_at": timezone.now(),
    }
    pages = [made_up_page(rng, home, number, shared) for number in range(1, size + 1)]
    SitePage.objects.bulk_create(pages, batch_size=BATCH)


def made_up_page(rng, home, number, shared):
    from core.languages import column, columns, content_languages, default_language
    from core.models import SitePage

    language = content_languages()[number % len(content_languages())]
    words = text(rng, language == default_language())
    path = SitePage._get_path(home.path, home.depth + 1, number)
    page = SitePage(**shared, path=path, title=f"p{number}", slug=f"p{number}")
    for name in columns("url_path"):
        setattr(page, name, f"{home.url_path}p{number}/")
    setattr(page, column("title", language), words[:60])
    # Stock reads the titles, ours the description too.
    setattr(page, column("headline", language), words[:255])
    setattr(page, column("search_description", language), words)
    setattr(page, column("is_offered", language), True)
    return page


def index_ours():
    from django.db import transaction

    from core.models import SitePage
    from search.documents import documents
    from search.indexing import generations, write

    (generation,) = generations()
    pages = SitePage.objects.filter(depth__gt=2).iterator(chunk_size=BATCH)
    found = [document for page in pages for document in documents(page)]
    for start in range(0, len(found), BATCH):
        with transaction.atomic():
            write(found[start : start + BATCH], generation)


def index_stock():
    from wagtail.search.backends import get_search_backend

    from core.models import SitePage

    pages = list(SitePage.objects.filter(depth__gt=2))
    index = get_search_backend().get_index_for_model(SitePage)
    for start in range(0, len(pages), BATCH):
        index.add_items(SitePage, pages[start : start + BATCH])


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
    print(f"{name}: {time.perf_counter() - begun:.1f} s")


def compare(word):
    from core.languages import default_language
    from core.models import SitePage
    from search.engine import current_generation, find
    from search.matching import matches
    from search.queries import read

    def ours():
        (match,) = matches([read(word, default_language())], current_generation())
        return match.keys(20)

    # Without private pages left out: stock search cannot read our condition for it.
    def stock():
        return list(SitePage.objects.live().search(word)[:20])

    def stock_counted():
        found = SitePage.objects.live().search(word)
        return list(found[:20]), found.count()

    count = find(word, default_language()).count
    print(f"{word}, in {count} pages; stock finds {stock_counted()[1]}")
    tell("first 20", ours, stock)
    tell(
        "first 20 with counts; ours also by kind, with the other languages, quotations "
        "and addresses",
        lambda: find(word, default_language()),
        stock_counted,
    )


def tell(name, ours, stock):
    first, other = measure(ours), measure(stock)
    times = other / first
    print(f"  {name}: ours {first:.2f} ms, stock {other:.1f} ms: {times:.1f} times")


def main(size):
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    timed("pages made", lambda: fill(size))
    timed("index of ours", index_ours)
    timed("stock index", index_stock)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    load = os.getloadavg()[0]
    print(f"{connection.vendor}, {size} pages, a load of {load:.1f}")
    compare(COMMON)
    compare(RARE)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "wiego_site.settings.test"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/search.sqlite3")
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
