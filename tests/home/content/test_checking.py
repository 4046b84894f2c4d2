import pytest

from core.models import SitePage
from tests.home.content.content_files import SAMPLE, SMALL_SITE, faults_of, load

pytestmark = pytest.mark.django_db

MEMBERS = """tree: [{key: members, parent: home, type: MembersIndexPage, slug: {fr: m}, title: {fr: M}}]
members:
"""

HOME = "- {key: home, parent: null, type: HomePage, title: {fr: Accueil}}\n"


def tree(*entries):
    return "tree:\n" + HOME + "".join(f"- {entry}\n" for entry in entries)


def page(key, parent="home", type="ContentPage", slug=None, title="{fr: T}"):
    slug = slug or f"{{fr: {key}}}"
    return (
        f"{{key: {key}, parent: {parent}, type: {type}, slug: {slug}, title: {title}}}"
    )


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("pagse: {}\n", 1, "Did you mean “pages”?"),
        ("pages:\n  hom: {}\n", 2, "Did you mean “home”?"),
        ("pages:\n  home:\n    led: {fr: x}\n", 3, "Did you mean “lead”?"),
        ("pages:\n  home:\n    lead: {de: x}\n", 3, "“de” is no language"),
        ("pages:\n  home:\n    lead: {en: x}\n", 3, "missing in “fr”"),
        ("pages:\n  home:\n    lead: x\n", 3, "by language"),
        ("pages:\n  home:\n    lead: {fr: 12}\n", 3, "Put “12” in quotes"),
        ("pages:\n  home:\n    lead: {fr: }\n", 3, "Nothing is given"),
        ("pages:\n  home:\n    lead: {fr: [x]}\n", 3, "A text is wanted"),
        (
            "pages:\n  home:\n    kicker: {fr: " + 81 * "x" + "}\n",
            3,
            "at most 80 characters",
        ),
        (
            "pages:\n  home:\n    threads_body: {fr: ['[x](page:nowhere)']}\n",
            3,
            "No page has the key “nowhere”",
        ),
        (
            "pages:\n  home:\n    threads_body: {fr: ['[x](list:nothing)']}\n",
            3,
            "“nothing” is no list",
        ),
        (
            "pages:\n  home:\n    threads_body: {fr: ['[x](https://nowhere)']}\n",
            3,
            "no valid address",
        ),
        (
            "pages:\n  home:\n    threads_body: {fr: ['[x](javascript:y)']}\n",
            3,
            "leads nowhere",
        ),
        ("pages:\n  home:\n    body: [{haeding: {fr: x}}]\n", 3, "heading"),
        ("pages:\n  home:\n    body: [{heading: {fr: x, en: y}}, {text: {fr: [z]}}]\n", 3, "missing in “en”"),
        ("pages:\n  home:\n    body: [{call_to_action: {label: {fr: x}}}]\n", 3, "Choose a page"),
        ("pages:\n  home:\n    body: [{image: Marché}]\n", 3, "Upload it first"),
        ("pages:\n  home:\n    body: {fr: x}\n", 3, "list of blocks"),
        ("faq: []\n", 1, "No page has the key “faq”"),
        ("redirects: [{from: old, to: home, language: fr}]\n", 1, "no path"),
        ("redirects: [{from: /old, to: nowhere}]\n", 1, "“nowhere”"),
        ("redirects: [{from: /old, to: home, language: de}]\n", 1, "no language"),
        ("redirects: [{from: /old, url: 'javascript:x'}]\n", 1, "leads nowhere"),
        ("site:\n  main_menu: [home, abuot]\n", 2, "“abuot”"),
        ("site:\n  social_links: [{name: X, url: nowhere}]\n", 2, "URL"),
        (MEMBERS + "- {name: x}\n", 3, "needs a “id”"),
        (MEMBERS + "- {id: x, name: X, kind: firm}\n", 3, "firm"),
        (MEMBERS + "- {id: x, name: X, kind: allied_organisation, sector: nobody}\n", 3, "“nobody” is not known here"),
        (MEMBERS + "- {id: x, name: X, kind: allied_organisation, founded: long ago}\n", 3, "no whole number"),
        ("site:\n  main_menu: [[home]]\n", 2, "No page has the key"),
        ("pages:\n  home:\n    body: [{table: {caption: {fr: x}, columns: [{heading: {fr: n}, type: [x]}], rows: []}}]\n", 3, "not known here"),
        ("pages:\n  home:\n    body: [{table: {caption: {fr: x}, columns: [{heading: {fr: n}, type: number}], rows: [[{fr: four}]]}}]\n", 3, "“four” is no number"),
        ("pages:\n  home:\n    lead: {fr: \"a\\0b\"}\n", 3, "cannot be shown"),
    ],
)  # fmt: skip
def test_each_fault_is_named_with_its_line(content, line, words):
    faults = faults_of(content)

    assert len(faults) == 1, faults
    assert f"content.yaml, line {line}" in faults[0]
    assert words in faults[0]


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([page("a", parent="nowhere")], "No page has the key “nowhere”"),
        ([page("a", parent="b"), page("b", parent="a")], "below itself: a → b → a"),
        ([page("a", parent="null")], "needs a “parent”"),
        ([page("a"), page("a")], "“a” is already the key of line 3"),
        ([page("a", type="ContentPgae")], "Did you mean “ContentPage”?"),
        ([page("a", type="HomePage")], "cannot stand below"),
        ([page("a", slug="{fr: À_b}")], "is no slug"),
        ([page("a", slug="{fr: ''}")], "needs a slug"),
        ([page("a", slug="{en: a}")], "missing in “fr”"),
        ([page("a", title="{en: A}")], "missing in “fr”"),
        ([page("a", slug="{fr: x}"), page("b", slug="{fr: x}")], "slug of “a”"),
        ([page("a", slug="{fr: x}"), page("b", slug="{fr: y, es: x}")], "slug of “a”"),
        ([page("A b")], "is no key"),
        ([page("a", type="PartnershipPage")], "missing in “fr”"),
        (["{key: a, parent: home, type: ContentPage, colour: red}"], "“colour”"),
    ],
)
def test_each_fault_of_the_tree_is_named(entries, words):
    faults = faults_of(tree(*entries))

    assert any(words in fault for fault in faults), faults
    assert all("content.yaml, line" in fault for fault in faults)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("kind: foundation", "kind: bakery"), "bakery"),
        (("kind: foundation", "kind: company"), "the Board decided"),
        (("is_company: false", "is_company: true"), "the Board decided"),
        (("status: grant_evidenced", "status: sure"), "sure"),
        (("country: US", "country: NO"), "A text is wanted"),
        (("country: US", "country: USA"), "USA"),
        (("audience: students", "audience: martians"), "martians"),
        (("id: internships", "id: no anchor"), "no anchor"),
        (("id: media", "id: internships"), "already the id of line"),
        (("answer: {fr: [Pas pour le moment.]", "answer: {fr: []"), "missing in “fr”"),
        (("question: {fr: 'Des stages ?', en", "question: {en"), "missing in “fr”"),
    ],
)
def test_each_fault_of_a_row_is_named(change, words):
    faults = faults_of(SMALL_SITE.replace(*change))

    assert any(words in fault for fault in faults), faults


def test_a_date_must_be_one():
    load(SMALL_SITE)

    faults = faults_of("faq: [{id: media, reviewed_on: tomorrow}]\n")

    assert "“tomorrow” is no date" in faults[0]


def test_one_report_names_every_fault_and_nothing_is_written():
    faults = faults_of(
        tree(page("a"), page("b", slug="{fr: B!}"))
        + "pages:\n  a:\n    lead: {xx: y}\n  c: {}\nfaq: []\n"
    )

    assert len(faults) == 4
    assert not SitePage.objects.filter(content_key="a").exists()


def test_a_page_of_the_site_that_keeps_the_slug_is_named():
    load(SMALL_SITE)

    faults = faults_of(
        "tree: [{key: b, parent: home, type: ContentPage, "
        "slug: {fr: b, en: about}, title: {fr: B}}]"
    )

    assert "“about” (en) is already the slug of “about”" in faults[0]


def test_a_page_cannot_become_of_another_type():
    load(SMALL_SITE)

    faults = faults_of(SMALL_SITE.replace("type: FaqPage", "type: FundersPage"))

    assert any("its type cannot be changed" in fault for fault in faults)


def test_two_files_that_differ_are_told_apart(tmp_path):
    from home.content.combining import combine
    from home.content.faults import Faults
    from home.content.source import parse

    faults = Faults()
    first = parse("pages: {home: {lead: {fr: Un}}}", "a.yaml", faults)
    second = parse("pages: {home: {lead: {fr: Deux, en: Two}}}", "b.yaml", faults)
    combined = combine([first, second], faults)

    assert combined.get("pages").get("home").get("lead").get("en").value == "Two"
    assert [str(fault) for fault in faults] == [
        "b.yaml, line 1, pages.home.lead.fr: a.yaml, line 1 gives another value. "
        "Keep one of the two."
    ]


def test_the_sample_is_in_order():
    assert "in order" in load(SAMPLE, check=True)
    assert not SitePage.objects.filter(content_key="about").exists()
