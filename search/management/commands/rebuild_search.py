"""Makes the index of the search anew."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search.rebuilding import RebuildOvertaken, rebuild


class Command(BaseCommand):
    """Reads all public pages into a new index; visitors search the old one until it is whole."""

    help = (
        "Make the index of the search anew. Needed once after an update that changes how "
        "words are read; publishing keeps it up otherwise. Visitors can search meanwhile."
    )

    def handle(self, *args, **options):
        try:
            count = rebuild(self.tell)
        except RebuildOvertaken:
            raise CommandError(
                _("Stopped: another rebuild began meanwhile. Let that one finish.")
            ) from None
        self.stdout.write(_("The search knows %(count)s entries.") % {"count": count})

    def tell(self, done, total):
        self.stdout.write(
            _("%(done)s of %(total)s pages read") % {"done": done, "total": total}
        )
