"""The names that terms have in the index: those of a generation and a language are apart.

So a search reads no further than its own language, and needs no other condition.
"""

from dataclasses import dataclass

# No term holds it, and to every database it is a letter like others.
MARK = "\u00b7"
# Between texts, so that no phrase reaches from one into the next.
BREAK = "\ue000"


@dataclass(frozen=True)
class Names:
    """Gives the terms of one generation and language their names."""

    generation: int
    language: str

    def name(self, term: str) -> str:
        return f"{self.generation}{self.language.replace('-', MARK)}{MARK}{term}"

    def kind(self, kind: str) -> str:
        """Return the name of the term that all entries of `kind` have."""
        return self.name(f"{MARK}{kind.replace('.', MARK).replace('_', MARK)}")
