"""The history of one language in the admin: who changed which texts, what differs, and the way back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from core.languages import name_in_sentence
from translations.asked import is_key
from translations.drafts import latest_draft
from translations.language_history import (
    REVISIONS_A_PAGE,
    history,
    restore_language,
    revisions_of,
)
from translations.language_pages import LanguagePage
from translations.unpublished import text_changes


class HistoryView(LanguagePage):
    """Lists the revisions in which the texts of one language changed."""

    template_name = "translations/history.html"
    page_title = gettext_lazy("History of one language")
    header_icon = "history"

    def get_context_data(self, **kwargs):
        asked = self.request.GET.get("start", "0")
        start = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
        entries, has_more = history(self.instance, self.version.language, start)
        return {
            **super().get_context_data(**kwargs),
            "entries": entries,
            "older": start + REVISIONS_A_PAGE if has_more else None,
        }


class LanguageRevisionView(LanguagePage):
    """Shows one language of a revision beside another, and restores it on confirmation.

    `with` names the other revision; without it, it is the latest draft.
    """

    template_name = "translations/revision.html"
    page_title = gettext_lazy("An older version of one language")
    header_icon = "history"

    @cached_property
    def revision(self):
        return self.revision_of(self.kwargs["revision_id"])

    @cached_property
    def other(self):
        asked = self.request.GET.get("with", "")
        if not asked:
            return None
        if not is_key(asked):
            raise Http404
        return self.revision_of(asked)

    def revision_of(self, pk):
        return get_object_or_404(revisions_of(self.instance), pk=pk)

    def post(self, request, *args, **kwargs):
        revision = self.revision
        try:
            changes = restore_language(self.version, request.user, revision)
        except PermissionDenied as error:
            if not str(error):
                raise
            messages.error(request, str(error))
            return redirect("translation_history", self.version.pk)
        count = len(changes)
        message = ngettext(
            "%(count)d text in %(language)s is as it was then, in the draft. The other languages are as they were.",
            "%(count)d texts in %(language)s are as they were then, in the draft. The other languages are as they were.",
            count,
        )
        names = {"count": count, "language": name_in_sentence(self.version.language)}
        if count:
            messages.success(request, message % names)
        else:
            messages.warning(request, _("The draft says the same already."))
        return redirect("translation_history", self.version.pk)

    def get_context_data(self, **kwargs):
        older = self.revision.as_object()
        other = self.other.as_object() if self.other else latest_draft(self.instance)
        return {
            **super().get_context_data(**kwargs),
            "revision": self.revision,
            "other": self.other,
            "revisions": revisions_of(self.instance)[: 5 * REVISIONS_A_PAGE],
            "changes": text_changes(older, other, self.version.language),
            "may_restore": self.may_translate,
        }
