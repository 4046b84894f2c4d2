"""A page at the desk, and somebody who works there."""

from django.urls import reverse

from tests.admin.forms import read_form
from tests.admin.people import make_translator, signed_in
from tests.factories import faq_item, make_faq_page
from tests.translations.test_states import latest, save, version


def desk_url(page, language="es", name="translations_desk"):
    return reverse(name, args=[version(page, language).pk])


def make_desk_page(number=3, **fields):
    """Return a page with a missing, an outdated and a done text among its questions."""
    items = [
        faq_item(
            anchor=f"q{i}",
            question_fr=f"Question {i} ?",
            answer_fr=f"<p>Réponse {i}.</p>",
            sort_order=i,
        )
        for i in range(number)
    ]
    page = make_faq_page(items=items, **fields, headline_fr="Bonjour à tout le monde")
    save(page, headline_es="Hola a todo el mundo", title_es="Preguntas frecuentes")
    save(page, headline_fr="Bonjour à toutes et à tous")
    return page


def question(page, number=0):
    """Return the place of a question."""
    return f"items:{latest(page).items.all()[number].row_key}/question"


def answer(page, number=0):
    return question(page, number).replace("/question", "/answer")


class Sitting:
    """Somebody at the desk, with the form as the browser got it."""

    def __init__(self, page, user=None, language="es"):
        self.page, self.language = page, language
        self.client = signed_in(user or make_translator(language))
        self.open()

    def open(self, **query):
        self.response = self.client.get(desk_url(self.page, self.language), query)
        self.html = self.response.content.decode()
        self.fields = read_form(self.response.content)
        return self

    def sent(self, texts, **decisions):
        fields = {}
        for place, text in texts.items():
            fields[f"text:{place}"] = text
            for name in ("shown", "source"):
                fields[f"{name}:{place}"] = self.fields.get(f"{name}:{place}", "")
        return {**fields, **decisions}

    def autosave(self, texts, **decisions):
        """Send `texts` as the script does, and return the answer."""
        url = desk_url(self.page, self.language, "translations_save")
        answer = self.client.post(url, self.sent(texts, **decisions)).json()
        for place, text in answer["texts"].items():
            if text["result"] == "saved":
                self.fields[f"shown:{place}"] = text["shown"]
        return answer

    def submit(self, texts=(), **decisions):
        """Send the whole form as a browser without scripts does."""
        typed = {f"text:{place}": text for place, text in dict(texts).items()}
        data = {**self.fields, **typed, **decisions}
        return self.client.post(desk_url(self.page, self.language), data)
