"""The terms of the organisation, and what to write for each of them in every language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from core.languages import column, columns, content_languages, default_language
from core.models.translated import TranslatedModel
from core.panels import (
    MergingEditHandler,
    MultiFieldPanel,
    SharedFieldPanel,
    TranslatedFieldPanel,
)
from core.registration import translated_field_names
from translations.phrases import same_term
from translations.terms import Glossary, Term


class GlossaryTermQuerySet(models.QuerySet):
    """Terms, as editors keep them."""

    def as_glossary(self) -> Glossary:
        """Return these terms ready to be looked for in texts."""
        return Glossary([term.as_term() for term in self])


class GlossaryTerm(RevisionMixin, TranslatedModel):
    """A word or a name that is to be written alike on every page."""

    term = models.CharField(
        _("term"),
        max_length=120,
        help_text=_(
            "In its basic form; it is found in the plural and in the other gender too. "
            "Where a language has two, write the feminine, a middle dot, and the "
            "ending of the masculine."
        ),
    )
    variants = models.TextField(
        _("also right"),
        blank=True,
        help_text=_("Other words that may be written for it, one a line."),
    )
    forbidden = models.TextField(
        _("not to be written"),
        blank=True,
        help_text=_("Words that must not stand for it, one a line."),
    )
    definition = models.TextField(
        _("definition"),
        blank=True,
        help_text=_("What it means, and when to write what, for translators."),
    )
    is_kept = models.BooleanField(
        _("not translated"),
        default=False,
        help_text=_(
            "A name that is written the same in every language. Fill in only the "
            "languages in which it has a name of its own."
        ),
    )

    changed_at = models.DateTimeField(auto_now=True, editable=False)

    objects = GlossaryTermQuerySet.as_manager()

    edit_handler = MergingEditHandler()
    panels = [
        MultiFieldPanel(
            [TranslatedFieldPanel("term"), SharedFieldPanel("is_kept")],
            heading=_("What to write"),
        ),
        TranslatedFieldPanel("variants"),
        TranslatedFieldPanel("forbidden"),
        TranslatedFieldPanel("definition"),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = [Lower("term")]

    def __str__(self):
        return self.term or ""

    def clean(self):
        super().clean()
        faults = {}
        for language in content_languages():
            for forbidden in self.forbidden_in(language):
                if clash := self._allowed_like(forbidden, language):
                    faults[column("forbidden", language)] = _(
                        "“%(forbidden)s” is a form of “%(term)s”, which is the term "
                        "itself. Take it out here, or change the term."
                    ) % {"forbidden": forbidden, "term": clash}
        if faults:
            raise ValidationError(faults)

    def _allowed_like(self, forbidden, language):
        allowed = self.forms_in(language)
        return next((f for f in allowed if same_term(f, forbidden, language)), None)

    def serializable_data(self):
        """Return the revision data; texts are named by language, so a change of default moves none."""
        data = super().serializable_data()
        for name in translated_field_names(type(self)):
            data.pop(name, None)
        return data

    def asks_for_translation(self, field_name: str) -> bool:
        """Tell whether a text of the term has a counterpart in every language."""
        if field_name == "term":
            return not self.is_kept
        return field_name == "definition"

    def names(self) -> set[str]:
        """Return the term in every language, in small letters."""
        texts = (getattr(self, name) for name in columns("term"))
        return {text.casefold() for text in texts if text}

    def forms_in(self, language: str) -> tuple[str, ...]:
        """Return what may be written in `language`, the best first."""
        return (*self._lines("term", language), *self._lines("variants", language))

    def forbidden_in(self, language: str) -> tuple[str, ...]:
        """Return what must not be written in `language`."""
        return self._lines("forbidden", language)

    def _lines(self, field_name, language):
        value = getattr(self, column(field_name, language)) or ""
        return tuple(line.strip() for line in value.splitlines() if line.strip())

    def as_term(self) -> Term:
        """Return this term as the finder of terms knows it."""
        # A name that stays is read in the default language first.
        languages = dict.fromkeys([default_language(), *content_languages()])
        definitions = {
            language: getattr(self, column("definition", language)) or ""
            for language in languages
        }
        return Term(
            key=str(self.pk),
            forms={language: self.forms_in(language) for language in languages},
            forbidden={language: self.forbidden_in(language) for language in languages},
            is_kept=self.is_kept,
            note={name: text for name, text in definitions.items() if text},
        )
