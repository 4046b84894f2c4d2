"""Three translators and an editor work on one page for a while, each at their own pace."""

import random
from uuid import UUID

import pytest

from core.languages import column, content_languages, default_language
from tests.admin.forms import open_page, read_form, rich_text
from tests.admin.people import make_staff, make_translator, signed_in
from tests.admin.two_people import autosave, draft, question
from tests.factories import faq_item, make_faq_page

SAVES = 50

pytestmark = pytest.mark.django_db


class Writer:
    """Somebody who types, saves, and sometimes opens the form anew."""

    def __init__(self, user, page, dice):
        self.client, self.page, self.dice = signed_in(user), page, dice
        self.revision = None
        # What this person typed last, by column and by the key of the row.
        self.columns, self.rows = {}, {}
        self.reopen()

    def reopen(self):
        self.form, self.revision = open_page(self.client, self.page), None

    def shown_rows(self):
        """Return the number of each row in the form by its key."""
        total = int(self.form.data["items-TOTAL_FORMS"])
        return {
            self.form.data[f"items-{number}-row_key"]: number
            for number in range(total)
            if not self.form.data.get(f"items-{number}-DELETE")
        }

    def save(self):
        """Save in the background or with the button; return whether it was saved."""
        if self.dice.random() < 0.6:
            answer = autosave(self.form, overwrite=self.revision)
            self.revision = answer.get("revision_id")
            return answer["success"]
        response = self.form.save()
        if response.status_code == 302:
            self.reopen()
            return True
        self.form.data = read_form(response.content)
        return False


class Translator(Writer):
    """Writes the texts of one language, those of the rows included."""

    def __init__(self, language, *args):
        self.language = language
        super().__init__(make_translator(language), *args)

    def write(self, number):
        text = f"{self.language} {number}"
        title = column("title", self.language)
        self.columns[title] = text
        self.form.set(**{title: text})
        rows = self.shown_rows()
        key = self.dice.choice(list(rows))
        name = column("question", self.language)
        self.form.set(**question(rows[key], **{name: text}))
        self.rows[key, name] = text


class Editor(Writer):
    """Adds, moves and deletes rows and writes what is the same in all languages."""

    deleted = set()

    def write(self, number):
        # An editor looks before changing the order of things.
        self.reopen()
        rows = self.shown_rows()
        key = self.dice.choice(list(rows))
        day = f"2026-01-{number % 28 + 1:02}"
        self.form.set(**question(rows[key], reviewed_on=day))
        self.rows[key, "reviewed_on"] = day
        deed = self.dice.choice(["add", "move", "delete", "nothing"])
        if deed == "add":
            self.add(number)
        elif deed == "move":
            self.move(rows)
        elif deed == "delete" and len(rows) > 3:
            self.form.set(**question(rows[key], DELETE="on"))
            self.deleted = {*self.deleted, key}

    def add(self, number):
        language = default_language()
        texts = {column("question", code): "" for code in content_languages()}
        texts |= {column("answer", code): "null" for code in content_languages()}
        texts[column("question", language)] = f"Ajoutée {number}"
        texts[column("answer", language)] = rich_text("Oui.")
        # A browser is given another one each time it opens a form.
        new_key = UUID(int=self.dice.getrandbits(128))
        self.form.add_row("items", row_key=str(new_key), anchor="", **texts)

    def move(self, rows):
        numbers = list(rows.values())
        self.dice.shuffle(numbers)
        for place, number in enumerate(numbers, start=1):
            self.form.set(**question(number, ORDER=str(place)))


def test_of_fifty_interleaved_saves_nothing_is_lost():
    dice = random.Random(8)
    page = make_faq_page(
        items=[
            faq_item(
                anchor=f"a{number}", question_fr=f"Q {number} ?", sort_order=number
            )
            for number in range(6)
        ]
    )
    translators = [Translator(language, page, dice) for language in content_languages()]
    editor = Editor(make_staff(), page, dice)
    saved = dict.fromkeys([*translators, editor], 0)

    while sum(saved.values()) < SAVES:
        writer = dice.choice(list(saved))
        writer.write(sum(saved.values()))
        saved[writer] += writer.save()

    assert all(saved.values())
    latest = draft(page)
    rows = {str(row.row_key): row for row in latest.items.all()}
    for writer in translators:
        for name, text in writer.columns.items():
            assert getattr(latest, name) == text
    for writer in saved:
        for (key, name), text in writer.rows.items():
            if key not in editor.deleted:
                assert str(getattr(rows[key], name)) == text
    assert not editor.deleted & set(rows)
