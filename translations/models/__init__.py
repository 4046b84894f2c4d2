"""What the translators' service stores."""

from translations.models.glossary import GlossaryTerm
from translations.models.imported_file import ImportedFile
from translations.models.mails import MailPreference, ToldWork
from translations.models.memory import MemoryEntry, MemoryWord, MemoryWordCount
from translations.models.threads import Message, Recipient, Thread
from translations.models.translated_text import Origin, State, TranslatedText
from translations.models.version import LanguageVersion

__all__ = [
    "GlossaryTerm",
    "ImportedFile",
    "LanguageVersion",
    "MailPreference",
    "MemoryEntry",
    "MemoryWord",
    "MemoryWordCount",
    "Message",
    "Origin",
    "Recipient",
    "State",
    "Thread",
    "ToldWork",
    "TranslatedText",
]
