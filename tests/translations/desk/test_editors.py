"""Rich texts at the desk: an editor for each, once somebody wants it."""

import pytest

from tests.admin.browser import HOST, admin_window
from tests.admin.people import make_translator
from tests.factories import make_content_page
from tests.translations.desk.desks import desk_url
from tests.translations.desk.test_browser import text, wait_for_state
from tests.translations.test_states import body, latest
from translations.models import GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

NUMBER = 40


def test_editors_start_when_somebody_comes_near_and_no_key_is_lost():
    page = make_content_page(
        body_fr=body(*(f"Texte {number} ?" for number in range(NUMBER))),
        body_es=body(*(f"Texto {number}" for number in range(NUMBER))),
    )
    last, before = f"body/block-{NUMBER - 1}", f"body/block-{NUMBER - 2}"
    url = HOST + desk_url(page)

    with admin_window(make_translator("es")) as window:
        sent = []
        window.on("request", lambda r: "/texts/" in r.url and sent.append(r.url))
        window.goto(url)
        window.locator("[contenteditable=true]").first.wait_for()
        waiting = window.locator("[data-unstarted]").count()
        text(window, last).locator("[data-unstarted]").focus()
        window.keyboard.type(" Sí.")
        wait_for_state(window, last, "unreviewed")
        window.keyboard.press("Alt+ArrowUp")
        window.wait_for_timeout(2000)
        passed_by = len(sent)
        window.keyboard.type(" No.")
        wait_for_state(window, before, "unreviewed")

    assert waiting > NUMBER / 2
    assert passed_by == 1
    assert str(latest(page).body_es[-1].value).count("Texto 39 Sí.") == 1
    assert str(latest(page).body_es[-2].value).count("Texto 38 No.") == 1


def test_copying_a_source_takes_its_words_with_common_spaces_and_nothing_else():
    GlossaryTerm.objects.create(term_fr="syndicat", term_es="sindicato")
    page = make_content_page(lead_fr="Quel syndicat ? Ici.")
    url = HOST + desk_url(page)

    with admin_window(make_translator("es")) as window:
        window.goto(url)
        shown = text(window, "lead").locator(".desk-text__words").inner_text()
        copied = window.evaluate(
            """() => {
                const words = document.querySelector("[data-desk-text=lead] .desk-text__words");
                getSelection().selectAllChildren(words);
                const clipboardData = new DataTransfer();
                const copy = new ClipboardEvent("copy", {clipboardData, bubbles: true});
                words.dispatchEvent(copy);
                return [clipboardData.getData("text/plain"), clipboardData.getData("text/html")];
            }"""
        )

    assert "\u202f?" in shown
    assert copied == ["Quel syndicat ? Ici.", "Quel syndicat ? Ici."]
