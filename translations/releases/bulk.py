"""Publishes several pages at once, and says which of them wait for their languages."""

from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from core.models import SitePage
from translations.models import ReleaseGate
from translations.releases.holding import obstacle


class PublishUnlessHeld(PublishBulkAction):
    """Wagtail's action, which counts as published only what visitors get to read."""

    def prepare_action(self, objects, objects_without_access):
        self.chosen = objects
        return super().prepare_action(objects, objects_without_access)

    def get_success_message(self, num_parent_objects, num_child_objects):
        waiting = ReleaseGate.objects.filter(asked_at__isnull=False)
        held = list(waiting.filter(page__in=[page.pk for page in self.chosen]))
        below = self._below(waiting)
        for gate in [*held, *below]:
            self._warn(gate)
        published = num_parent_objects - len(held)
        published_below = num_child_objects - len(below)
        if published or published_below:
            return super().get_success_message(published, published_below)
        return None

    def _below(self, waiting):
        """Return the gates of the drafts below the chosen pages, if those were to be published too."""
        if not self.cleaned_form.cleaned_data["include_descendants"]:
            return []
        found = {}
        for page in self.chosen:
            drafts = SitePage.objects.descendant_of(page).not_live()
            found |= {gate.pk: gate for gate in waiting.filter(page__in=drafts)}
        return list(found.values())

    def _warn(self, gate):
        title = gate.page.specific.get_latest_revision_as_object()
        messages.warning(
            self.request,
            _("“%(title)s” is published by itself once approved: %(waits)s.")
            % {"title": title, "waits": obstacle(gate)},
        )
