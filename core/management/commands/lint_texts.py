"""Lists what could be better in the typography of the texts, with links to edit them."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from wagtail.admin.admin_url_finder import AdminURLFinder

from core.languages import content_languages, current_language
from core.typography_remarks import reviews


class Command(BaseCommand):
    help = "Lists what could be better in the typography of the latest drafts."

    def add_arguments(self, parser):
        parser.add_argument(
            "--language",
            action="append",
            metavar="CODE",
            help="Read only the texts in this language; may be given several times.",
        )

    def handle(self, *args, language, **options):
        unknown = set(language or []) - set(content_languages())
        if unknown:
            raise CommandError(
                f"No texts are written in {', '.join(sorted(unknown))}. The languages of "
                f"this site are {', '.join(content_languages())}."
            )
        # Commands run without a language; names of fields need one.
        with translation.override(current_language()):
            count = sum(self._show(review) for review in reviews(language))
        self.stdout.write(self._summary(count))

    def _summary(self, count: int) -> str:
        if not count:
            return "Nothing to correct."
        places = "place" if count == 1 else "places"
        return f"{count} {places} could be better."

    def _show(self, review) -> int:
        url = AdminURLFinder().get_edit_url(review.instance) or ""
        self.stdout.write(f"{review.instance}  {settings.WAGTAILADMIN_BASE_URL}{url}")
        for remark in review.remarks:
            found = remark.finding
            self.stdout.write(f"  {remark.place.name}: {found.message}")
            self.stdout.write(f"    {found.before}[{found.wrong}]{found.after}")
            self.stdout.write(f"    {found.before}[{found.suggestion}]{found.after}")
        return len(review.remarks)
