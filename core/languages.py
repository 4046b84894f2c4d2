"""What the site knows about its languages, read from the settings and nowhere else."""

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from modeltranslation.utils import build_localized_fieldname, resolution_order


def content_languages() -> list[str]:
    """Return the codes of `LANGUAGES`, in the order of the settings."""
    return [code for code, _label in settings.LANGUAGES]


def default_language() -> str:
    """Return the language in which every text must exist."""
    return settings.MODELTRANSLATION_DEFAULT_LANGUAGE


def current_language() -> str:
    """Return the active language, or the default one where none of ours is active."""
    active = get_language()
    if active in content_languages():
        return active
    base = (active or "").split("-")[0]
    return base if base in content_languages() else default_language()


def fallback_chain(language: str) -> list[str]:
    """Return the languages to try for a reader of `language`, that one first."""
    chain = resolution_order(language)
    return [code for code in chain if code in content_languages()]


def column(field_name: str, language: str) -> str:
    """Return the name of the column that holds `field_name` in `language`."""
    return build_localized_fieldname(field_name, language)


def columns(field_name: str) -> list[str]:
    """Return the columns of `field_name`, one a language."""
    return [column(field_name, language) for language in content_languages()]


def direction(language: str) -> str:
    """Return `rtl` or `ltr`, the way `language` is written."""
    try:
        bidirectional = get_language_info(language)["bidi"]
    except KeyError:
        bidirectional = False
    return "rtl" if bidirectional else "ltr"


def native_name(language: str) -> str:
    """Return the name of `language` in that language, capitalised: `Español`."""
    try:
        name = get_language_info(language)["name_local"]
    except KeyError:
        name = language
    return name[:1].upper() + name[1:]


def name_in_sentence(language: str) -> str:
    """Return the name of `language` as a sentence in the active one has it: `espagnol`, `Spanish`.

    Whether such names have a capital shows in what a language calls itself: `français`.
    """
    try:
        name = str(get_language_info(language)["name_translated"])
        reader = get_language_info(get_language() or settings.LANGUAGE_CODE)
    except KeyError:
        return native_name(language)
    is_capital = reader["name_local"][:1].isupper()
    return name if is_capital else name[:1].lower() + name[1:]
