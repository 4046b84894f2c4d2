"""Plain functions for tests in which several people edit one page."""

from django.test import Client

from core.anchors import make_anchor
from core.models import SitePage, User


def browser(name="aminata") -> Client:
    """Return a browser in which somebody with all rights has signed in."""
    user = User.objects.create_superuser(
        f"{name}@example.org", "a long password", first_name=name.capitalize()
    )
    client = Client()
    client.force_login(user)
    return client


def draft(page) -> SitePage:
    """Return the latest draft of `page`."""
    return SitePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def autosave(form, overwrite=None):
    """Save `form` as an open browser does, and take over what the server answers."""
    if overwrite:
        form.forge(overwrite_revision_id=str(overwrite))
    response = form.autosave()
    answer = response.json()
    if answer.get("success"):
        form.forge(answer["field_updates"])
    return answer


def rows(page, *names):
    """Return the values of `names` of each question in the draft of `page`."""
    return [
        tuple(getattr(row, name) for name in names) for row in draft(page).items.all()
    ]


def question(number, **fields):
    """Write in the question at `number` of an edit form."""
    return {f"items-{number}-{name}": value for name, value in fields.items()}


def stream_fields(name, *texts, anchor=make_anchor):
    """Return what the browser posts for a stream of headings."""
    fields = {f"{name}-count": str(len(texts))}
    for number, text in enumerate(texts):
        block = f"{name}-{number}"
        fields |= {
            f"{block}-deleted": "",
            f"{block}-order": str(number),
            f"{block}-type": "heading",
            f"{block}-id": "",
            f"{block}-value-text": text,
            f"{block}-value-anchor": anchor(text),
        }
    return fields
