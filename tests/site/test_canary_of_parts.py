"""A word of a release, a document or a member that nobody may read is in no list, feed or file."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from core.languages import columns, content_languages
from core.models import SitePage
from organisations.models import OrganisationListPage
from press.models import PressItemPage, PressRoomPage
from resources.exports import FORMATS
from resources.models import (
    ResourceAuthor,
    ResourceIndexPage,
    ResourcePage,
    ResourceType,
)
from tests.factories import (
    home_page,
    make_organisation_list_page,
    make_press_item,
    make_press_room,
    make_resource_index_page,
    make_resource_page,
    organisation,
)
from tests.site.test_canary import public_addresses, words_of

pytestmark = pytest.mark.django_db

FILES = {
    PressRoomPage: ["atom"],
    ResourceIndexPage: ["atom"],
    ResourcePage: FORMATS,
    OrganisationListPage: ["csv", "vcf"],
}


@pytest.fixture(autouse=True)
def parts():
    """The parts of the site, with something in each that everybody may read."""
    make_press_item(make_press_room(), title_fr="Ouvert")
    make_resource_page(
        make_resource_index_page(), title_fr="Ouvert", original_title="Open"
    )
    make_organisation_list_page(organisations=[organisation()])


def canary(state) -> str:
    """Return a word that only what `state` makes says, to tell which of them is heard."""
    return "zqxk" + state.__name__.replace("_", "")


def names(word, field="title"):
    return dict.fromkeys(columns(field), f"Titre {word}")


def slugs(word):
    """Return addresses of which a page that is refused may say what was asked for."""
    return dict.fromkeys(columns("slug"), word[::-1])


def release(word, **fields):
    texts = {**names(word), **names(word, "summary"), **slugs(word)}
    return make_press_item(**texts, **fields)


def document(word, **fields):
    """Make a document that says `word` wherever documents say something."""
    return make_resource_page(
        **names(word),
        **names(word, "abstract"),
        **slugs(word),
        original_title=f"Title {word}",
        type=ResourceType.objects.create(key=word, **names(word, "label")),
        publisher=word,
        series=word,
        authors=[ResourceAuthor(family=word, given="A.")],
        **fields,
    )


def member(word):
    """Return the page of members with one more, not saved."""
    page = OrganisationListPage.objects.get()
    page.organisations.add(organisation(anchor=word, **names(word, "name")))
    return page


def release_under_embargo(word):
    # Documents have none.
    release(word, embargo_until=timezone.now() + timedelta(hours=1))


def release_taken_back(word):
    release(word).unpublish()


def release_rewritten(word):
    page = PressItemPage.objects.get(title_fr="Ouvert")
    page.summary_fr = page.title_en = word
    page.save_revision()


def document_taken_back(word):
    document(word).unpublish()


def document_rewritten(word):
    page = ResourcePage.objects.get(title_fr="Ouvert")
    page.abstract_fr = page.original_title = word
    page.authors = [ResourceAuthor(family=word, given="A.")]
    page.save_revision()


def translation_taken_back(word):
    source = ResourcePage.objects.get(title_fr="Ouvert")
    document(word, translation_of=source).unpublish()


def members_rewritten(word):
    member(word).save_revision()


STATES = [
    release_under_embargo,
    release_taken_back,
    release_rewritten,
    document_taken_back,
    document_rewritten,
    translation_taken_back,
    members_rewritten,
]


def addresses_and_files():
    """Return what everybody may ask for, and whatever there is of each page, published or not."""
    yield from public_addresses()
    root = home_page().url_path
    for page in SitePage.objects.child_of(home_page()).specific():
        for shown in [page, *page.get_children().specific()]:
            for code in content_languages():
                path = f"/{code}/{shown.url_path_in(code).removeprefix(root)}"
                yield path
                files = FILES.get(type(shown), [])
                yield from (f"{path}?format={name}" for name in files)


def heard(client, words):
    told = []
    for path in dict.fromkeys(addresses_and_files()):
        said = words_of(client.get(path))
        told += [(word, path) for word in words if word in said]
    return told


def test_what_nobody_may_read_is_in_no_list_feed_or_file(
    client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for state in STATES:
            state(canary(state))

    words = [canary(state) for state in STATES]
    assert heard(client, words) == []

    call_command("rebuild_search", verbosity=0)
    assert heard(client, words) == []


def test_what_is_below_a_password_is_in_no_list_feed_or_file(
    client, django_capture_on_commit_callbacks
):
    words = ["zqxkrelease", "zqxkdocument"]
    with django_capture_on_commit_callbacks(execute=True):
        for page in (release(words[0]), document(words[1])):
            page.get_parent().view_restrictions.create(
                restriction_type="password", password="s3same"
            )

    assert heard(client, words) == []


def test_each_list_feed_and_file_says_what_everybody_may_read(
    client, django_capture_on_commit_callbacks
):
    words = ["zqxkrelease", "zqxkdocument", "zqxkmember"]
    with django_capture_on_commit_callbacks(execute=True):
        release(words[0])
        document(words[1])
        member(words[2]).save_revision().publish()

    told = heard(client, words)

    # The home page shows the newest of what is read below it.
    assert {(words[0], "/fr/"), (words[1], "/fr/")} <= set(told)
    for model, files in FILES.items():
        for name in files:
            assert [path for _word, path in told if path.endswith(f"={name}")], model
