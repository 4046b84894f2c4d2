import csv
import io
import json
import re

import pytest
from django.utils import translation

from partnerships.models import Funder
from tests.factories import funder, make_funder_list_page, make_partnership_page

pytestmark = pytest.mark.django_db

FORD = {
    "anchor": "ford",
    "name_fr": "Fondation Ford",
    "name_en": "Ford Foundation",
    "country": "US",
    "website": "https://www.fordfoundation.org",
}
CANADA = {
    "anchor": "idrc",
    "name_fr": "Centre de recherches",
    "name_en": "Research Centre",
    "kind": "government",
    "country": "CA",
}


def make_list(*funders, **fields):
    return make_funder_list_page(
        make_partnership_page(), funders=[funder(**fields) for fields in funders]
    )


def address(page, language="fr"):
    with translation.override(language):
        return page.get_url()


def get(client, page, query="", language="fr"):
    return client.get(address(page, language) + query)


def names(groups):
    return [str(entry.name) for group in groups for entry in group.entries]


def test_funders_are_grouped_by_kind(client):
    response = get(client, make_list(FORD, CANADA))

    groups = response.context["funder_list"].groups
    assert [group.kind for group in groups] == ["foundation", "government"]
    assert names(groups) == ["Fondation Ford", "Centre de recherches"]


def test_a_visitor_filters_by_kind_and_country(client):
    page = make_list(FORD, CANADA)

    funder_list = get(client, page, "?kind=government").context["funder_list"]

    assert names(funder_list.groups) == ["Centre de recherches"]
    kind, country = funder_list.facets
    assert [(t.label, t.count) for t in country.ticks] == [("Canada", 1)]
    assert [t.count for t in kind.ticks] == [1, 1]


def test_several_kinds_and_countries_are_ticked_at_once(client):
    page = make_list(FORD, CANADA)

    both = get(client, page, "?kind=government&kind=foundation&country=CA&country=US")

    funder_list = both.context["funder_list"]
    assert names(funder_list.groups) == ["Fondation Ford", "Centre de recherches"]
    assert [chip.label for chip in funder_list.chips] == ["Type"] * 2 + ["Pays"] * 2
    assert funder_list.chips[0].url.endswith("?kind=government&country=CA&country=US")


@pytest.mark.parametrize(
    "query",
    [
        "?kind=company",
        "?country=ZZ",
        "?country=DE",
        "?kind=%00",
        "?kind=" + "x" * 3000,
        "?kind=<script>",
    ],
)
def test_an_unknown_filter_is_left_out_and_told(client, query):
    response = get(client, make_list(FORD), query)

    assert response.status_code == 200
    assert names(response.context["funder_list"].groups) == ["Fondation Ford"]
    assert len(response.context["funder_list"].problems) == 1
    assert "<script>" not in response.text.replace('<script type="app', "")


def test_filters_that_leave_nothing_show_the_way_back(client):
    page = make_list(FORD, CANADA)

    response = get(client, page, "?kind=government&country=US")

    assert response.context["funder_list"].count == 0
    assert f'href="{address(page)}"' in response.text


def test_countries_are_named_in_the_language_of_the_visitor(client):
    page = make_list(FORD)

    assert "États-Unis" in get(client, page).text
    assert "United States" in get(client, page, language="en").text
    assert "Estados Unidos" in get(client, page, language="es").text


def test_funders_are_sorted_by_their_sort_name(client):
    page = make_list(
        {"anchor": "a", "name_fr": "Fondation Zola"},
        {"anchor": "b", "name_fr": "L’Échelle", "sort_name_fr": "Échelle"},
        {"anchor": "c", "name_fr": "Fondation Ford", "sort_name_fr": "Ford"},
        {"anchor": "d", "name_fr": "Œuvre commune"},
    )

    response = get(client, page)

    assert names(response.context["funder_list"].groups) == [
        "L’Échelle",
        "Fondation Zola",
        "Fondation Ford",
        "Œuvre commune",
    ]


def test_a_name_shown_in_its_own_language_is_not_sorted_by_another(client):
    page = make_list(
        {"anchor": "a", "name_fr": "A", "name_en": "Zebra", "sort_name_fr": "A"},
        {"anchor": "b", "name_fr": "B", "name_en": "Baobab"},
    )

    response = get(client, page, language="en")

    assert names(response.context["funder_list"].groups) == ["Baobab", "Zebra"]


def test_work_together_without_a_grant_stands_under_a_heading_of_its_own(client):
    page = make_list(FORD, {**CANADA, "evidence": "collaboration_evidenced"})

    funder_list = get(client, page).context["funder_list"]

    assert names(funder_list.groups) == ["Fondation Ford"]
    assert names(funder_list.collaborations) == ["Centre de recherches"]


def test_unverified_names_are_nowhere_on_the_site(client):
    page = make_list(FORD, {**CANADA, "evidence": "unverified"})

    for query in ["", "?kind=government", "?country=CA", "?format=csv"]:
        assert "Centre de recherches" not in get(client, page, query).text
    assert "Canada" not in get(client, page).text


def test_a_demonstration_labels_unverified_names_as_samples(client, settings):
    settings.SHOW_SAMPLE_DATA = True
    page = make_list(FORD, {**CANADA, "evidence": "unverified"})

    response = get(client, page)

    assert names(response.context["funder_list"].samples) == ["Centre de recherches"]
    assert "Données d’exemple" in response.text
    assert "Données d’exemple" in get(client, page, "?format=csv").text
    assert "Centre de recherches" not in str(response.context["json_ld"])


def read_csv(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_file_keeps_to_the_filters_and_the_language(client):
    page = make_list(FORD, CANADA)

    response = get(client, page, "?kind=foundation&format=csv", language="en")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        response.headers["Content-Disposition"]
        == 'attachment; filename="qui-nous-finance.csv"'
    )
    assert response.content.startswith(b"\xef\xbb\xbf")
    header, *rows = read_csv(response)
    assert header[0] == "Name"
    assert [row[0] for row in rows] == ["Ford Foundation"]
    assert rows[0][3] == "United States"


def test_the_link_to_the_file_keeps_the_filters(client):
    page = make_list(FORD, CANADA)

    url = get(client, page, "?kind=government").context["funder_list"].csv_url

    assert url == f"{address(page)}?kind=government&format=csv"
    assert [row[0] for row in read_csv(client.get(url))][1:] == ["Centre de recherches"]


def test_what_is_for_staff_is_in_neither_page_nor_file(client):
    page = make_list({**FORD, "evidence_note": "Secret note of staff"})

    for query in ["", "?format=csv"]:
        text = get(client, page, query).text
        assert "Secret note of staff" not in text
        assert "grant_evidenced" not in text


def test_no_cell_of_the_file_is_a_formula(client):
    page = make_list({**FORD, "name_fr": '=HYPERLINK("https://example.org")'})

    (name, *_rest) = read_csv(get(client, page, "?format=csv"))[1]

    assert name == '\'=HYPERLINK("https://example.org")'


def test_search_engines_read_who_funds_the_organisation(client):
    response = get(client, make_list(FORD, CANADA), language="en")

    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', response.text, re.S
    )
    told = [json.loads(script) for script in scripts]
    (data,) = [data for data in told if data["@type"] == "Organization"]
    assert data["funder"] == [
        {
            "@type": "Organization",
            "name": "Ford Foundation",
            "url": "https://www.fordfoundation.org",
        },
        {"@type": "GovernmentOrganization", "name": "Research Centre"},
    ]


def test_no_name_ends_the_script_that_holds_it(client):
    response = get(client, make_list({**FORD, "name_fr": "</script><b>Ford"}))

    assert "</script><b>" not in response.text
    assert "\\u003C/script\\u003E" in response.text


def test_a_draft_list_shows_nothing_in_any_form(client):
    page = make_list(FORD)
    page.unpublish()

    for query in ["", "?format=csv", "?kind=foundation"]:
        assert get(client, page, query).status_code == 404


def test_a_private_list_shows_nothing_in_any_form(client):
    page = make_list(FORD)
    page.view_restrictions.create(restriction_type="login")

    for query in ["", "?format=csv", "?kind=foundation"]:
        response = get(client, page, query)
        assert response.status_code == 302
        assert "Ford" not in response.text


@pytest.mark.parametrize("number", [1, 12])
def test_the_funders_of_a_page_take_one_query(rf, django_assert_num_queries, number):
    page = make_list(*({**FORD, "anchor": f"a{i}"} for i in range(number)))
    request = rf.get("/")

    with django_assert_num_queries(1):
        assert page.funder_list(request).count == number


def test_every_kind_has_a_label_and_none_is_a_company():
    assert set(Funder.Kind.values) == {
        "foundation",
        "government",
        "multilateral",
        "organisation",
    }
