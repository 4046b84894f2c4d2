"""Sends the form of a contact page as a visitor's browser does."""

from contact import forms


def write(client, page, seconds=60, **values):
    """Return the response to a message that took `seconds` to write."""
    return client.post(f"/fr/_contact/{page.pk}/", letter(seconds, **values))


def letter(seconds=60, **values) -> dict:
    values.setdefault("name", "Awa Ndiaye")
    values.setdefault("email", "awa@example.org")
    values.setdefault("text", "Où trouver vos statistiques ?")
    values.setdefault("language", "fr")
    values.setdefault("stamp", stamp_made(seconds))
    return values


def stamp_made(seconds: float) -> str:
    """Return what a form carries that was opened `seconds` ago."""
    made_at = forms.time.time() - seconds
    return forms.signing.dumps(made_at, salt=forms.SALT)
