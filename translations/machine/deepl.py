"""DeepL, a paid service: https://developers.deepl.com/docs."""

from dataclasses import dataclass

from translations.machine.batches import translate_in_batches
from translations.machine.protocol import UnusableAnswer
from translations.machine.transport import Client

# A request holds at most 50 texts and 128 KiB, all its parts included.
MOST_TEXTS = 50
MOST_BYTES = 120_000

PAID_URL = "https://api.deepl.com"
FREE_URL = "https://api-free.deepl.com"
# Keys of the free service end so.
FREE_KEY = ":fx"

# Languages of which DeepL writes several kinds, and ours where nothing more is said.
TARGETS = {"EN": "EN-GB", "PT": "PT-PT", "ZH": "ZH-HANS"}

FORMALITIES = ("prefer_more", "prefer_less", "default")


@dataclass(frozen=True)
class DeepL:
    """Translates with DeepL; politely, unless told otherwise."""

    client: Client
    formality: str = FORMALITIES[0]

    name = "DeepL"

    @classmethod
    def at(cls, url: str, key: str, formality: str = "", **options) -> "DeepL":
        """Return the service for `key`, at `url` or where keys like it are good."""
        url = url or (FREE_URL if key.endswith(FREE_KEY) else PAID_URL)
        headers = {"Authorization": f"DeepL-Auth-Key {key}"}
        client = Client(f"{url.rstrip('/')}/v2/translate", headers, **options)
        return cls(client, formality or FORMALITIES[0])

    def translate(
        self, texts: list[str], source: str, target: str, is_html: bool
    ) -> list[str]:
        """Return the translation of each of `texts`, in their order."""
        settings = {
            # It knows no kinds of a source language.
            "source_lang": source.split("-")[0].upper(),
            "target_lang": TARGETS.get(target.upper(), target.upper()),
            "formality": self.formality,
        }
        if is_html:
            settings["tag_handling"] = "html"

        def ask(some):
            answer = self.client.post({"text": some, **settings})
            found = answer.get("translations")
            if not isinstance(found, list):
                raise UnusableAnswer("“translations” is no list")
            return [isinstance(item, dict) and item.get("text") for item in found]

        return translate_in_batches(texts, ask, MOST_TEXTS, MOST_BYTES)
