"""What the translators' service stores."""

from translations.models.glossary import GlossaryTerm

__all__ = ["GlossaryTerm"]
