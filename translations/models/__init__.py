"""What the translators' service stores."""

from translations.models.glossary import GlossaryTerm
from translations.models.memory import MemoryEntry, MemoryWord, MemoryWordCount

__all__ = ["GlossaryTerm", "MemoryEntry", "MemoryWord", "MemoryWordCount"]
