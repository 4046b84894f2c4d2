"""Renders the demonstration site for the tests that look at pages and not at code."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.management import call_command
from django.http import Http404
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import translation
from django.views import defaults
from wagtail.images.tests.utils import get_test_image_file

from contact.models import ContactPage
from core.languages import content_languages, default_language
from core.models import SiteImage, SitePage
from organisations.models import OrganisationListPage
from resources.models import ResourceIndexPage
from tests.factories import make_content_page
from tests.site.showcase import showcase_body

ERRORS = {
    400: (defaults.bad_request, BadRequest()),
    403: (defaults.permission_denied, PermissionDenied()),
    404: (defaults.page_not_found, Http404()),
    500: (defaults.server_error, None),
}
# The types of which one page stands for all; the rest is rendered whole.
SHOWCASE = "showcase"
SEARCH = "search"
# Much is found, some words are, nothing is, nothing was asked.
SEARCHES = {"found": "wiego", "some": "wiego zzzz", "nothing": "wieggo", "begin": ""}

# What a page shows at its own address, for those who ask something of it.
VIEWS = {
    OrganisationListPage: {"map": {"view": "map"}},
    ResourceIndexPage: {"no-documents": {"q": "zzzz"}},
}


@dataclass(frozen=True)
class Rendered:
    """A page as the server sent it."""

    path: str
    language: str
    kind: str
    html: str
    headers: dict = field(hash=False, default_factory=dict)

    def __str__(self):
        return self.path


def render_all() -> dict[str, Rendered]:
    """Return every page of the demonstration by its path, and each error page."""
    with override_settings(SHOW_SAMPLE_DATA=True):
        # Only where samples are shown are they published.
        call_command("load_content", verbosity=0)
        make_showcase()
        make_untranslated()
        found = [
            render(page, language)
            for page in SitePage.objects.filter(depth__gt=1).specific()
            for language in content_languages()
        ]
        found += render_views()
    found += [
        render_search(name, words, language)
        for name, words in SEARCHES.items()
        for language in content_languages()
    ]
    found += [
        render_error(status, language)
        for status in ERRORS
        for language in content_languages()
    ]
    return {page.path: page for page in found}


def render(page, language) -> Rendered:
    with translation.override(language):
        path = page.get_url()
    response = Client().get(path)
    assert response.status_code == 200, f"{path} answered {response.status_code}"
    kind = page.content_key if page.content_key == SHOWCASE else type(page).__name__
    return Rendered(path, language, kind, response.text, dict(response.headers))


def render_views() -> list[Rendered]:
    """Return other views of pages, and the contact form with all that can be wrong, each under a path of its own."""
    found = [
        render_view(page, name, language, Client().get, asked)
        for model, views in VIEWS.items()
        for page in model.objects.all()
        for name, asked in views.items()
        for language in content_languages()
    ]
    return found + [
        render_view(page, "refused", language, Client().post, {"email": "nobody"})
        for page in ContactPage.objects.all()
        for language in content_languages()
    ]


def render_view(page, name, language, send, data) -> Rendered:
    with translation.override(language):
        path = page.get_url()
    response = send(path, data)
    return Rendered(
        f"{path}{name}/", language, name, response.text, dict(response.headers)
    )


def render_search(name, words, language) -> Rendered:
    """Return what a search for `words` shows, under a path without a query."""
    with translation.override(language):
        path = reverse("search")
    response = Client().get(path, {"q": words})
    assert response.status_code == 200
    return Rendered(
        f"{path}{name}/", language, SEARCH, response.text, dict(response.headers)
    )


def render_error(status, language) -> Rendered:
    """Return an error page as it is rendered where nothing but the language is known."""
    view, exception = ERRORS[status]
    request = RequestFactory().get(f"/{language}/nowhere/")
    arguments = [exception] if exception else []
    with translation.override(language):
        response = view(request, *arguments)
    path = f"/{language}/error-{status}/"
    return Rendered(path, language, str(status), response.text, dict(response.headers))


def make_showcase():
    """Add a page that holds every block, in every language."""
    image = SiteImage.objects.create(
        title="Marché",
        file=get_test_image_file(size=(640, 400)),
        alt_text_fr="Un étal",
        credit="A. Diop",
    )
    texts = {
        f"body_{language}": showcase_body(image.pk, language)
        for language in content_languages()
    }
    titles = {f"title_{language}": "Showcase" for language in content_languages()}
    make_content_page(
        content_key=SHOWCASE,
        slug_fr=SHOWCASE,
        kicker_fr="Des blocs",
        lead_fr="Chaque bloc une fois.",
        **titles,
        **texts,
    )


def make_untranslated():
    """Add a page that only the readers of the default language have in theirs."""
    code = default_language()
    make_content_page(
        **{f"title_{code}": "Pas encore traduite", f"slug_{code}": "pas-traduite"},
        **{f"body_{code}": showcase_body(None, code)},
    )


def representatives(pages: dict[str, Rendered]) -> list[Rendered]:
    """Return one page of each type in each language, the longest of its kind."""
    chosen = {}
    for page in sorted(pages.values(), key=lambda page: -len(page.html)):
        chosen.setdefault((page.kind, page.language), page)
    return sorted(chosen.values(), key=str)


class Elements(HTMLParser):
    """The tags of a page with their attributes, in order."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def named(self, *tags: str) -> list[dict]:
        return [attributes for tag, attributes in self.found if tag in tags]
