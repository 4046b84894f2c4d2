"""A page in each state that it can be in, made for the tests that look at all of them."""

from dataclasses import dataclass, field

from django.utils import timezone

from core.languages import content_languages, default_language
from core.models import SitePage
from home.models import ContentPage
from tests.factories import faq_item, home_page, make_content_page, make_faq_page

LANGUAGES = content_languages()
OTHERS = [code for code in LANGUAGES if code != default_language()]


@dataclass
class State:
    """A page in one state: in which languages it has texts, and whether anybody may read it."""

    page: SitePage
    offered: list[str]
    titled: list[str] = field(default_factory=list)
    is_readable: bool = True

    def source(self, language):
        return language if language in self.offered else default_language()

    def title_language(self, language):
        return language if language in self.titled else default_language()


def texts(name, words, languages):
    return {f"{name}_{code}": f"{words} {code}" for code in languages}


def page(titled, **fields):
    return make_content_page(
        **texts("title", "Titre", titled),
        **{f"slug_{code}": f"page-{code}" for code in LANGUAGES},
        **fields,
    )


def translated():
    everything = texts("lead", "Texte", LANGUAGES) | texts(
        "search_description", "Résumé", LANGUAGES
    )
    return State(page(LANGUAGES, **everything), LANGUAGES, LANGUAGES)


def partly_translated():
    french = texts("lead", "Texte", ["fr"]) | texts(
        "search_description", "Résumé", ["fr"]
    )
    return State(page(LANGUAGES, **french), LANGUAGES, LANGUAGES)


def translated_but_for_its_title():
    leads = texts("lead", "Texte", LANGUAGES)
    return State(page(["fr"], **leads), LANGUAGES, ["fr"])


def wholly_untranslated():
    french = texts("lead", "Texte", ["fr"]) | texts(
        "search_description", "Résumé", ["fr"]
    )
    return State(page(["fr"], **french), ["fr"], ["fr"])


def translated_in_one_row_only():
    item = faq_item(**texts("question", "Question", LANGUAGES))
    faq = make_faq_page(
        items=[item],
        title_fr="Titre fr",
        title_en=None,
        **{f"slug_{code}": f"page-{code}" for code in LANGUAGES},
    )
    return State(faq, LANGUAGES, ["fr"])


def with_a_draft_translation():
    state = wholly_untranslated()
    state.page.title_en = "Brouillon en"
    state.page.save_revision()
    return state


def whose_translation_was_taken_back():
    state = translated()
    first = wholly_untranslated_revision(state.page)
    first.publish()
    return State(state.page, ["fr"], ["fr"])


def wholly_untranslated_revision(page):
    for name in ("title", "lead", "search_description"):
        for code in OTHERS:
            setattr(page, f"{name}_{code}", "")
    return page.save_revision()


def draft():
    state = translated()
    state.page.unpublish()
    state.is_readable = False
    return state


def never_published():
    parent = home_page()
    fields = texts("title", "Titre", LANGUAGES) | {
        f"slug_{code}": f"page-{code}" for code in LANGUAGES
    }
    child = parent.add_child(instance=ContentPage(live=False, **fields))
    return State(child, LANGUAGES, LANGUAGES, is_readable=False)


def expired():
    state = translated()
    state.page.expire_at = timezone.now()
    state.page.unpublish(set_expired=True)
    state.is_readable = False
    return state


def private():
    state = translated()
    state.page.view_restrictions.create(restriction_type="login")
    state.is_readable = False
    return state


def below_a_private_page():
    section = make_content_page(title_fr="Section", slug_fr="section")
    section.view_restrictions.create(restriction_type="login")
    state = translated()
    state.page.move(section, "last-child")
    state.is_readable = False
    return state


STATES = [
    translated,
    partly_translated,
    translated_but_for_its_title,
    wholly_untranslated,
    translated_in_one_row_only,
    with_a_draft_translation,
    whose_translation_was_taken_back,
    draft,
    never_published,
    expired,
    private,
    below_a_private_page,
]
