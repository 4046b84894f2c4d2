"""The rights this site adds to Wagtail's: who may write which language, addresses and shared fields."""

from core.languages import content_languages

EDIT_SHARED_FIELDS = "core.edit_shared_fields"


def translate(language: str) -> str:
    """Return the permission to write the texts of `language`."""
    return f"core.translate_{language}"


def edit_slug(language: str) -> str:
    """Return the permission to change addresses in `language`."""
    return f"core.edit_slug_{language}"


def languages_for_user(user) -> list[str]:
    """Return the languages whose texts `user` may write."""
    return [code for code in content_languages() if user.has_perm(translate(code))]
