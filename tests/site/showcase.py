"""A body with one block of each kind, for the tests that look at pages."""

import json
from uuid import uuid4

TEXTS = {
    "fr": {
        "heading": "Une personne, une voix",
        "second": "Ce que décide le Conseil",
        "words": "Le réseau appartient à ses membres : ce sont les organisations qui le dirigent.",
        "quote": "Nous demandons des droits, et un siège à la table.",
        "source": "Une vendeuse de rue",
        "label": "Nous écrire",
        "table": "Qui siège au Conseil",
    },
    "en": {
        "heading": "One person, one vote",
        "second": "What the Board decides",
        "words": "The network belongs to its members: it is the organizations that lead it.",
        "quote": "We ask for rights, and a seat at the table.",
        "source": "A street vendor",
        "label": "Write to us",
        "table": "Who sits on the Board",
    },
    "es": {
        "heading": "Una persona, un voto",
        "second": "Qué decide la Junta",
        "words": "La red pertenece a sus integrantes: son las organizaciones quienes la dirigen.",
        "quote": "Pedimos derechos y un lugar en la mesa.",
        "source": "Una vendedora ambulante",
        "label": "Escríbanos",
        "table": "Quién integra la Junta",
    },
}


def showcase_body(image: int | None, language: str) -> str:
    """Return the body as a StreamField stores it; without an image where there is none."""
    texts = TEXTS.get(language, TEXTS["en"])
    words = f"<p>{texts['words']}</p>"
    link = f'{words}<p><a href="https://example.org/">{texts["label"]}</a></p>'
    blocks = [
        (
            "text",
            f"{link}<ul><li>{texts['heading']}</li><li>{texts['second']}</li></ul>",
        ),
        ("heading", {"text": texts["heading"], "anchor": "vote"}),
        ("quote", {"text": texts["quote"], "source": texts["source"]}),
        ("heading", {"text": texts["second"], "anchor": "conseil"}),
        ("list", [_entry(texts["heading"], words), _entry(texts["second"], words)]),
        ("table", {"caption": texts["table"], "table": _table(texts)}),
        ("people", [_person("Awa Ndiaye", texts), _person("Lakshmi Rao", texts)]),
        (
            "call_to_action",
            {"text": texts["words"], "label": texts["label"], "page": None}
            | {"url": "https://example.org/"},
        ),
    ]
    if image:
        blocks.append(("image", {"image": image, "caption": texts["heading"]}))
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def _entry(title, text):
    return _item({"title": title, "text": text})


def _person(name, texts):
    person = {"name": name, "role": texts["source"], "text": "", "photo": None}
    return _item(person)


def _item(value):
    # Without an id Wagtail takes the whole for the value, and shows nothing of it.
    return {"type": "item", "value": value, "id": str(uuid4())}


def _table(texts):
    rows = [[texts["heading"], 4], [texts["second"], 2]]
    return {
        "columns": [
            {"type": "text", "heading": texts["source"]},
            {"type": "number", "heading": texts["table"]},
        ],
        "rows": [{"values": row} for row in rows],
        "caption": "",
    }
