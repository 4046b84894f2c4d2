from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("search")

    def ready(self):
        # Imported here because these read models, which are not loaded before.
        from core.due import due
        from core.word_search import asked_for_words
        from search import checks, recording  # noqa: F401
        from search.fruitless import forget_old_searches
        from search.indexing import begin_index_on_post_migrate
        from search.narrowing import pages_with_words

        post_migrate.connect(begin_index_on_post_migrate, sender=self)
        recording.connect()
        asked_for_words.connect(pages_with_words)
        due.connect(forget_old_searches, dispatch_uid="search.fruitless")
