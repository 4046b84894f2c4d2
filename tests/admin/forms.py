"""Reads an edit form of the admin and posts it as a browser would, or as an attacker would."""

import json
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from core.models import SitePage
from tests.admin.streams import read_streams

BUTTONS = {"submit", "button", "reset", "image"}
CHECKABLE = {"checkbox", "radio"}


@dataclass
class EditForm:
    """A form as a browser holds it: the address it came from and what it would post."""

    client: Client
    url: str
    data: dict = field(default_factory=dict)

    def set(self, **fields) -> "EditForm":
        """Write in fields that the form shows; a field it does not show is a mistake of the test."""
        missing = set(fields) - set(self.data)
        assert not missing, f"The form has no {', '.join(sorted(missing))}."
        self.data |= fields
        return self

    def forge(self, fields=None, **more) -> "EditForm":
        """Write in fields whether the form shows them or not."""
        self.data |= {**(fields or {}), **more}
        return self

    def drop(self, *names) -> "EditForm":
        """Leave out of the post what the form shows."""
        for name in names:
            self.data.pop(name, None)
        return self

    def add_row(self, rows, **fields) -> "EditForm":
        """Press “Add” and fill the new row."""
        index = int(self.data[f"{rows}-TOTAL_FORMS"])
        self.data[f"{rows}-TOTAL_FORMS"] = str(index + 1)
        fields = {"id": "", "ORDER": str(index + 1), "DELETE": "", **fields}
        return self.forge({f"{rows}-{index}-{name}": fields[name] for name in fields})

    def save(self, action: str | None = None):
        """Press “Save draft”, or the button of `action`, such as `publish`."""
        data = dict(self.data)
        if action:
            data[f"action-{action}"] = "1"
        return self.client.post(self.url, data)

    def autosave(self):
        """Save as the open form does by itself."""
        return self.client.post(
            self.url, self.data, headers={"accept": "application/json"}
        )


def open_form(client: Client, url: str) -> EditForm:
    """Return the form at `url`, with what a browser would post if nothing were typed."""
    response = client.get(url)
    assert response.status_code == 200, f"{url} answers {response.status_code}"
    return EditForm(client, url, read_form(response.content))


def open_page(client: Client, page) -> EditForm:
    """Return the edit form of `page`."""
    return open_form(client, edit_url(page))


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def read_form(html: bytes) -> dict[str, str | list[str]]:
    """Return the names and values of the edit form in `html`."""
    soup = BeautifulSoup(html, "html.parser")
    form = soup.select_one("form[data-edit-form]") or max(
        soup.find_all("form"), key=lambda form: len(form.find_all("input"))
    )
    values = {}
    for control in _controls(form):
        name, value = _posted(control)
        # Boxes of one name are ticked together.
        several = control.get("type") == "checkbox" and name in values
        values[name] = [*_listed(values[name]), value] if several else value
    return values | read_streams(form)


def _listed(value):
    return value if isinstance(value, list) else [value]


def _controls(form):
    for control in form.find_all(["input", "textarea", "select"]):
        kind = control.get("type")
        unchecked = kind in CHECKABLE and not control.has_attr("checked")
        is_off = control.has_attr("disabled") or control.find_parent("template")
        if control.has_attr("multiple") and not control.find("option", selected=True):
            continue
        if control.get("name") and kind not in BUTTONS and not (unchecked or is_off):
            yield control


def _posted(control):
    if control.has_attr("multiple"):
        chosen = control.find_all("option", selected=True)
        return control["name"], [option["value"] for option in chosen]
    if control.name == "select":
        chosen = control.find("option", selected=True)
        return control["name"], chosen["value"] if chosen else ""
    if control.name == "textarea":
        return control["name"], control.text.removeprefix("\n")
    default = "on" if control.get("type") in CHECKABLE else ""
    return control["name"], control.get("value", default)


def draft_of(page) -> SitePage:
    """Return the latest revision of `page`, as its edit form shows it."""
    return SitePage.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


def rich_text(text: str) -> str:
    """Return what the rich text editor posts for one paragraph."""
    block = {
        "key": "aaaaa",
        "type": "unstyled",
        "depth": 0,
        "text": text,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [block], "entityMap": {}})
