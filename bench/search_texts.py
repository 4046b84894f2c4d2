"""The made-up pages that `bench.search` finds, the same in every run."""

import random
from itertools import islice

SYLLABLES = ["ka", "lo", "mi", "nu", "ser", "tol", "van", "wes", "bra", "den", "fil"]
VOCABULARY = 3_000
WORDS_A_TEXT, WORDS_A_TITLE = 30, 6
# In how many of a hundred texts of the default language; of all texts, a third of that.
COMMON, COMMON_SHARE = "travailleurs", 10
RARE, RARE_SHARE = "coopérative", 0.3
BATCH = 500


def made_up_word(number):
    letters = ""
    while number:
        number, index = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[index]
    return letters


# In one of a hundred texts of every language.
MIDDLE = made_up_word(VOCABULARY // 2)


def made_up_text(rng):
    numbers = rng.choices(range(1, VOCABULARY), k=WORDS_A_TEXT)
    return [made_up_word(number) for number in numbers]


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
    from core.models import SitePage
    from search.indexing import generations

    (generation,) = generations()
    pages = SitePage.objects.filter(depth__gt=2).iterator(chunk_size=BATCH)
    while batch := list(islice(pages, BATCH)):
        index(batch, generation)


def index(pages, generation):
    from django.db import transaction

    from search.documents import documents
    from search.indexing import write
    from search.spelling import remember_words

    found = [document for page in pages for document in documents(page)]
    with transaction.atomic():
        write(found, generation)
        remember_words(found, [generation])
