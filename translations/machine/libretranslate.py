"""LibreTranslate, a free service that one can run oneself: https://docs.libretranslate.com/."""

from dataclasses import dataclass

from translations.machine.batches import translate_in_batches
from translations.machine.protocol import UnusableAnswer
from translations.machine.transport import Client

# Servers may set lower ones; then they refuse, and say so.
MOST_TEXTS = 25
MOST_BYTES = 60_000


@dataclass(frozen=True)
class LibreTranslate:
    """Translates with a LibreTranslate server."""

    client: Client
    key: str = ""

    name = "LibreTranslate"

    @classmethod
    def at(cls, url: str, key: str = "", **options) -> "LibreTranslate":
        """Return the service at `url`, with the key that some servers ask for."""
        return cls(Client(f"{url.rstrip('/')}/translate", **options), key)

    def translate(
        self, texts: list[str], source: str, target: str, is_html: bool
    ) -> list[str]:
        """Return the translation of each of `texts`, in their order."""
        settings = {
            "source": source.lower(),
            "target": target.lower(),
            "format": "html" if is_html else "text",
        }
        if self.key:
            settings["api_key"] = self.key

        def ask(some):
            answer = self.client.post({"q": some, **settings}).get("translatedText")
            if not isinstance(answer, list):
                raise UnusableAnswer("“translatedText” is no list")
            return answer

        return translate_in_batches(texts, ask, MOST_TEXTS, MOST_BYTES)
