import pytest

from core.registration import fields_of_names
from tests.factories import funder, make_content_page, make_funder_list_page
from translations.checks import Code, check
from translations.checks.context import site_context
from translations.units import Kind, Unit

pytestmark = pytest.mark.django_db


def unit(source="<p>Oui</p>", target="<p>Yes</p>") -> Unit:
    return Unit("body", "Body", Kind.RICH, "fr", "en", source, target)


def link_to(page_id) -> Unit:
    html = f'<p><a linktype="page" id="{page_id}">Plan</a></p>'
    return unit(html, html)


def codes_of(one_unit) -> list[Code]:
    return [fault.code for fault in check(one_unit, site_context([one_unit]))]


def test_a_link_to_a_page_offered_in_the_language_is_no_fault():
    page = make_content_page(title_fr="Plan", title_en="Plan")

    assert Code.DEAD_LINK not in codes_of(link_to(page.pk))


def test_a_link_to_a_page_without_the_language_is_found():
    page = make_content_page(title_fr="Plan", title_en="")

    assert Code.DEAD_LINK in codes_of(link_to(page.pk))


def test_a_link_to_a_draft_or_to_no_page_is_found():
    draft = make_content_page(title_fr="Plan", title_en="Plan")
    draft.unpublish()

    assert Code.DEAD_LINK in codes_of(link_to(draft.pk))
    assert Code.DEAD_LINK in codes_of(link_to(10**17))


def test_a_page_that_nobody_looked_up_is_not_judged():
    assert site_context([]).is_live(1, "fr") is None


def test_the_name_of_a_funder_must_stay():
    make_funder_list_page(
        funders=[funder(name_fr="Fondation Ford", name_en="Ford Foundation")]
    )
    source = "<p>La Fondation Ford nous soutient.</p>"

    lost = unit(source, "<p>A foundation supports us.</p>")
    kept = unit(source, "<p>The Ford Foundation supports us.</p>")

    assert codes_of(lost) == [Code.NAMES]
    assert codes_of(kept) == []


def test_the_context_of_many_units_takes_a_query_for_each_list_of_names_and_two(
    django_assert_max_num_queries,
):
    pages = [
        make_content_page(title_fr=f"Plan {number}", slug_fr=f"plan-{number}")
        for number in range(4)
    ]
    make_funder_list_page(
        funders=[
            funder(name_fr=f"F {number}", anchor=f"f-{number}") for number in range(5)
        ]
    )
    units = [link_to(page.pk) for page in pages]

    with django_assert_max_num_queries(len(fields_of_names()) + 2):
        context = site_context(units)

    assert context.is_live(pages[3].pk, "fr")
    assert len(context.names) >= 5
