"""What the translators' service stores."""

from translations.models.glossary import GlossaryTerm
from translations.models.imported_file import ImportedFile
from translations.models.mails import MailPreference, ToldWork
from translations.models.memory import MemoryEntry, MemoryWord, MemoryWordCount
from translations.models.release_gate import ReleaseGate
from translations.models.review import LanguageReview, ReviewStatus
from translations.models.review_task import LanguageReviewTask
from translations.models.threads import Message, Recipient, Thread
from translations.models.translated_text import Origin, State, TranslatedText
from translations.models.version import LanguageVersion

__all__ = [
    "GlossaryTerm",
    "ImportedFile",
    "LanguageReview",
    "LanguageReviewTask",
    "LanguageVersion",
    "MailPreference",
    "MemoryEntry",
    "MemoryWord",
    "MemoryWordCount",
    "Message",
    "Origin",
    "Recipient",
    "ReleaseGate",
    "ReviewStatus",
    "State",
    "Thread",
    "ToldWork",
    "TranslatedText",
]
