import json
import re

import pytest
from django.core.exceptions import ValidationError

from core.languages import content_languages
from organisations.listing import KIND_LABELS
from organisations.models import Organisation
from organisations.world import POINTS
from tests.factories import make_organisation_list_page, organisation
from tests.organisations.visits import address, get
from wiego_site.compression import compressed

pytestmark = pytest.mark.django_db


def shown(response):
    return [entry.anchor for entry in response.context["directory"].entries]


def test_organizations_are_grouped_by_kind(client, directory):
    groups = get(client, directory).context["directory"].groups

    assert [(group.key, group.entries[0].anchor) for group in groups] == [
        ("network_global", "streetnet"),
        ("member_institutional", "ihvag"),
    ]


def test_a_filter_is_folded_until_it_is_set(client, directory):
    address = directory.get_url()
    folded = "<details>"

    everything = client.get(address).text
    chosen = client.get(f"{address}?kind=network_global").text

    assert everything.count(folded) == 3
    assert chosen.count("<details open>") == 1


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?kind=network_global", ["streetnet"]),
        ("?region=africa", ["ihvag"]),
        ("?sector=street", ["ihvag", "streetnet"]),
        ("?sector=waste", ["ihvag"]),
        ("?kind=network_global&sector=waste", []),
        ("?kind=network_global&region=africa&view=map", []),
        ("?kind=network_global&kind=member_institutional", ["ihvag", "streetnet"]),
        ("?sector=street&sector=waste&region=africa", ["ihvag"]),
    ],
)
def test_filters_by_kind_region_and_sector_combine(client, directory, query, left):
    assert shown(get(client, directory, query)) == left


def test_filters_count_for_the_others_and_keep_the_view(client, directory):
    query = "?kind=member_institutional&sector=street&sector=waste&view=map"
    text = (response := get(client, directory, query)).text

    found = response.context["directory"]
    kind, _region, sector = found.facets
    counts = {tick.value: tick.count for tick in sector.ticks}
    assert counts == {"street": 1, "waste": 1}
    assert {tick.value: tick.count for tick in kind.ticks} == {
        "network_global": 1,
        "member_institutional": 1,
    }
    assert found.chips[1].url == (
        f"{address(directory)}?kind=member_institutional&sector=street&view=map"
    )
    assert '<input type="hidden" name="view" value="map">' in text
    assert text.count(" checked>") == 3


@pytest.mark.parametrize(
    "query", ["?kind=company", "?region=mars", "?sector=%00", "?kind=" + "x" * 3000]
)
def test_an_unknown_filter_is_left_out_and_told(client, directory, query):
    response = get(client, directory, query)

    assert len(shown(response)) == 2
    assert "n’est pas dans cette liste" in response.text


def test_filters_that_leave_nothing_show_the_way_back(client, directory):
    response = get(client, directory, "?kind=network_global&region=africa")

    assert f'<a href="{address(directory)}">' in response.text


def test_regions_and_sectors_are_named_in_the_language_of_the_visitor(
    client, directory
):
    text = get(client, directory, language="en").text

    assert "Africa" in text
    assert "Street vendors" in text
    assert '<span lang="fr" dir="ltr">Récupération</span>' in text


def test_a_size_says_its_year_or_that_it_has_no_date(client, directory):
    text = get(client, directory).text

    assert "Des affiliées dans 45 pays</span> (2015)" in text
    assert "6 000 membres</span> (date inconnue)" in text.replace("\xa0", " ").replace(
        "\u202f", " "
    )


def test_an_organization_without_a_website_says_so(client, directory):
    text = get(client, directory, "?region=africa").text

    assert "Aucun site connu" in text


def test_links_lead_to_an_organization_by_its_anchor(client, directory):
    assert '<li id="ihvag">' in get(client, directory).text


def test_what_is_not_verified_is_nowhere_on_the_site(client, directory):
    directory.organisations.add(
        organisation(anchor="secret", name_fr="Pas vérifiée", evidence="unverified")
    )
    directory.save_revision().publish()

    for query in ["", "?view=map", "?format=csv", "?format=vcf"]:
        assert "Pas vérifiée" not in get(client, directory, query).text


def test_a_demonstration_labels_what_is_not_verified(client, directory, settings):
    settings.SHOW_SAMPLE_DATA = True
    directory.organisations.add(
        organisation(anchor="secret", name_fr="Pas vérifiée", evidence="unverified")
    )
    directory.save_revision().publish()

    response = get(client, directory)

    assert "Données d’exemple" in response.text
    assert "Pas vérifiée" not in response.context["json_ld"]
    for query in ["?format=csv", "?format=vcf"]:
        assert "Données d’exemple" in get(client, directory, query).text


def test_notes_for_staff_are_in_no_form_of_the_list(client, directory):
    for query in ["", "?view=map", "?format=csv", "?format=vcf"]:
        assert "A note for staff" not in get(client, directory, query).text


def test_the_map_marks_countries_and_lists_them_in_words(client, directory):
    response = get(client, directory, "?view=map")

    found = response.context["directory"]
    assert [(mark.x, mark.y, mark.label) for mark in found.marks] == [
        (*POINTS["GH"], "Ghana (1)")
    ]
    assert [group.key for group in found.groups] == ["GH", ""]
    assert response.text.count("<circle") == 1
    assert '<a href="#kind-GH"><title>Ghana (1)</title>' in response.text
    assert '<h2 id="kind-GH">' in response.text
    assert 'href="' + address(directory) + '"' in response.text


def test_decimals_of_the_map_are_points_in_every_language(client, directory):
    for language in content_languages():
        text = get(client, directory, "?view=map", language).text
        assert re.findall(r' r="([^"]+)"', text) == ["3.2"]


def test_every_country_on_the_map_lies_on_it():
    assert all(-182 <= x <= 184 and -80 <= y <= 58 for x, y in POINTS.values())


def test_search_engines_read_who_belongs_to_the_network(client, directory):
    response = get(client, directory)

    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', response.text, re.S
    )
    (data,) = [d for d in map(json.loads, scripts) if d["@type"] == "Organization"]
    assert data["member"] == [
        {
            "@type": "Organization",
            "name": "Association des vendeuses",
            "alternateName": "IHVAG",
            "location": "Ghana",
        },
        {
            "@type": "Organization",
            "name": "StreetNet",
            "url": "https://streetnet.org.za",
        },
    ]


@pytest.mark.parametrize("query", ["", "?format=csv", "?format=vcf", "?view=map"])
def test_a_draft_directory_shows_nothing_in_any_form(client, directory, query):
    directory.unpublish()

    assert get(client, directory, query).status_code == 404


def test_a_sector_that_was_deleted_is_left_out(client, directory, waste):
    waste.delete()

    response = get(client, directory)

    assert shown(response) == ["ihvag", "streetnet"]
    assert "Récupération" not in response.text


def test_a_sector_that_does_not_exist_is_refused(directory):
    row = organisation(page=directory, sectors=[987654])

    with pytest.raises(ValidationError, match="987654"):
        row.full_clean()


@pytest.mark.parametrize("number", [1, 12])
def test_the_organizations_of_a_page_take_two_queries(
    rf, django_assert_num_queries, street, africa, number
):
    rows = [
        organisation(anchor=f"o-{index}", sectors=[street.pk], region=africa)
        for index in range(number)
    ]
    page = make_organisation_list_page(organisations=rows)

    with django_assert_num_queries(2):
        assert page.directory(rf.get("/")).count == number


def test_the_map_of_many_organizations_fits_the_first_flight(client, street):
    rows = [
        organisation(anchor=f"o-{code}", name_fr=f"Réseau {code}", country=code)
        for code in sorted(POINTS)[:60]
    ]
    page = make_organisation_list_page(organisations=rows)

    html = get(client, page, "?view=map").content

    # The budget of a first view, without its font and headers: see tests/site/test_look.py.
    assert len(compressed(html, "br")) < 9_000


def test_content_files_and_the_site_know_the_same_kinds():
    assert set(KIND_LABELS) == set(Organisation.Kind.values)
