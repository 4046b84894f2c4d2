"""The admin's page by which texts leave in files, and what it has in common with those of their return."""

from collections.abc import Iterator
from itertools import chain

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from core.models import SitePage
from core.permissions import languages_for_user
from translations.archives import zipped
from translations.asked import is_key
from translations.exchange.deliveries import ExchangeError, Format
from translations.exchange_forms import ExportForm
from translations.exporting import export_files
from translations.models import LanguageVersion
from translations.opening import may_open
from translations.queue.access import visible_to
from translations.queue.filters import listed

# Databases take only so many values in one statement.
MOST_VERSIONS = 500
# How many pages are in memory at a time.
BATCH = 200


class ExchangeView(WagtailAdminTemplateMixin, TemplateView):
    """Opens to whoever writes a language."""

    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        if not languages_for_user(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": "", "label": self.get_page_title()},
        ]


class ExportView(ExchangeView):
    """Asks what to export, and answers with the file; changes nothing.

    `version`, as often as there are versions of the queue, `section`, a page, or `queue`,
    what a list of the queue was asked for, says what it is about. What does not fit into
    one file that can be imported again leaves as several, in an archive.
    """

    template_name = "translations/export.html"
    page_title = gettext_lazy("Export for translation")

    def get(self, request, *args, **kwargs):
        if "format" in request.GET and self.form.is_valid():
            try:
                return self.as_file()
            except ExchangeError as error:
                messages.error(request, str(error))
        return super().get(request, *args, **kwargs)

    @cached_property
    def form(self):
        posted = self.request.GET if "format" in self.request.GET else None
        languages = [version.language for version in self.chosen]
        if "queue" in self.request.GET:
            languages.append(self.queue().get("language", ""))
        languages += languages_for_user(self.request.user)[-1:]
        form = ExportForm(posted)
        known = [code for code, _name in form.fields["language"].choices]
        form.initial["language"] = next(code for code in languages if code in known)
        return form

    @cached_property
    def chosen(self) -> list[LanguageVersion]:
        """Return the versions that were asked for one by one."""
        asked = self.request.GET.getlist("version")
        ids = list(filter(is_key, asked))[:MOST_VERSIONS]
        found = visible_to(self.request.user).filter(pk__in=ids)
        return list(self.openable(found))

    def openable(self, versions: QuerySet) -> Iterator[LanguageVersion]:
        """Yield the versions whose texts the person may read, a batch in memory at a time."""
        keys = list(versions.order_by("page__path", "pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            batch = LanguageVersion.objects.prefetch_related("instance")
            found = batch.in_bulk(keys[start : start + BATCH])
            for version in filter(None, map(found.get, keys[start : start + BATCH])):
                # What is no page may be visible without its texts, such as an image.
                if version.instance and (
                    version.page_id or may_open(self.request.user, version.instance)
                ):
                    yield version

    @cached_property
    def section(self):
        asked = self.request.GET.get("section", "")
        if not asked:
            return None
        if not is_key(asked):
            raise Http404
        page = get_object_or_404(SitePage, pk=asked).specific
        if not may_open(self.request.user, page):
            raise PermissionDenied
        return page

    def queue(self, **changed) -> QueryDict:
        """Return what the list of the queue was asked for."""
        query = QueryDict(self.request.GET["queue"], mutable=True)
        for name, value in changed.items():
            query[name] = value
        return query

    def in_queue(self, **changed) -> QuerySet:
        """Return the versions that the list of the queue holds."""
        versions = visible_to(self.request.user)
        return listed(versions, self.queue(**changed), self.request)

    def versions(self, language) -> Iterator[LanguageVersion]:
        if self.section:
            below = visible_to(self.request.user).filter(
                language=language, page__path__startswith=self.section.path
            )
            return self.openable(below)
        if "queue" in self.request.GET:
            return self.openable(
                self.in_queue(language=language).filter(language=language)
            )
        return (version for version in self.chosen if version.language == language)

    def as_file(self):
        """Return the file, or where one cannot hold everything, an archive that is made while it leaves."""
        asked = self.form.cleaned_data
        language, format = asked["language"], Format(asked["format"])
        name = f"{self.section.slug if self.section else 'translations'}-{language}"
        files = export_files(
            self.versions(language), format, only_unfinished=asked["unfinished"]
        )
        first, second = next(files), next(files, None)
        if second is None:
            response = HttpResponse(first, content_type=format.content_type)
            return _download(response, f"{name}{format.extension}")
        named = (
            (f"{name}-{number}{format.extension}", content)
            for number, content in enumerate(chain([first, second], files), start=1)
        )
        response = StreamingHttpResponse(zipped(named), content_type="application/zip")
        return _download(response, f"{name}.zip")

    def get_context_data(self, **kwargs):
        is_queue = "queue" in self.request.GET and not self.section
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "section": self.section,
            "versions": self.chosen,
            "queue": self.request.GET.get("queue", "") if is_queue else "",
            "queue_count": self.in_queue().count() if is_queue else 0,
        }


def _download(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
