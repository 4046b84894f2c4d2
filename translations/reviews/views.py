"""The page on which a language is handed in, read, approved or given back."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from core.languages import name_in_sentence
from translations.drafts import latest_draft
from translations.language_pages import LanguagePage
from translations.models import ReleaseGate, ReviewStatus
from translations.releases.waits import UNFINISHED, left_in
from translations.reviews.approvals import approval_of, fingerprint_of
from translations.reviews.deciding import decide, hand_in, withdraw
from translations.reviews.reading import texts_to_read
from translations.reviews.records import CannotReview, open_review
from translations.reviews.rights import may_decide, may_hand_in, may_withdraw

SAID = {
    "hand-in": gettext_lazy(
        "%(language)s is handed in. Whoever reads it was told by mail; you can go on writing."
    ),
    "withdraw": gettext_lazy("%(language)s is taken back."),
    "approve": gettext_lazy("%(language)s is approved."),
    "return": gettext_lazy("%(language)s is sent back with your comment."),
}


class ReviewView(LanguagePage):
    """Shows what is to be read in one language, and takes in what is said of it."""

    template_name = "translations/review.html"
    page_title = gettext_lazy("Review of one language")
    header_icon = "glasses"

    @cached_property
    def draft(self):
        return latest_draft(self.instance)

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action")
        if action not in SAID:
            messages.error(
                request, _("Nothing was done: choose one of the buttons below.")
            )
            return self.get(request, *args, **kwargs)
        waited = self.waits_for_release()
        try:
            self.act(action)
        except PermissionDenied as error:
            if not str(error):
                raise
            messages.error(request, str(error))
            return self.get(request, *args, **kwargs)
        name = name_in_sentence(self.version.language)
        messages.success(request, SAID[action] % {"language": name})
        if waited and not self.waits_for_release():
            messages.success(
                request,
                _("Nothing is left to wait for: “%(title)s” is published.")
                % {"title": self.instance},
            )
        return redirect(request.path)

    def waits_for_release(self) -> bool:
        """Tell whether something of the page is to be published as soon as all is approved."""
        gates = ReleaseGate.objects.filter(page_id=self.version.page_id)
        return gates.filter(asked_at__isnull=False).exists()

    @property
    def comment(self) -> str:
        """Return what was written; PostgreSQL takes no NUL in a text."""
        return self.request.POST.get("comment", "").replace("\x00", "").strip()

    def act(self, action):
        user, review = self.request.user, open_review(self.version)
        if action == "hand-in":
            hand_in(self.version, user)
        elif review is None:
            raise CannotReview(
                _("Nobody has handed this language in, or it is decided.")
            )
        elif action == "withdraw":
            withdraw(review, user)
        else:
            status = {
                "approve": ReviewStatus.APPROVED,
                "return": ReviewStatus.RETURNED,
            }
            shown = self.request.POST.get("shown", "")
            decide(review, user, status[action], self.comment, shown)

    def get_context_data(self, **kwargs):
        user, review = self.request.user, open_review(self.version)
        return {
            **super().get_context_data(**kwargs),
            "review": review,
            "last": self.version.reviews.exclude(status=ReviewStatus.OPEN).first(),
            "approval": approval_of(self.version, self.draft),
            "texts": texts_to_read(self.version, self.draft),
            "left": left_in(self.version, UNFINISHED),
            "shown": fingerprint_of(self.version, self.draft),
            "comment": self.comment,
            "may_decide": review and may_decide(user, review),
            "may_withdraw": review and may_withdraw(user, review),
            "may_hand_in": not review and may_hand_in(user, self.version),
        }
