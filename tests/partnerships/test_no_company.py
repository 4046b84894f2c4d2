import pytest
from django.db import IntegrityError, models, transaction

from partnerships.checks import check_no_company_can_be_a_funder
from partnerships.models import Funder, FunderListPage
from tests.factories import funder, make_funder_list_page

pytestmark = pytest.mark.django_db


def test_the_kinds_are_those_the_board_allows():
    assert check_no_company_can_be_a_funder(None) == []


def test_a_new_kind_is_reported_with_the_reason(monkeypatch):
    class Kind(models.TextChoices):
        FOUNDATION = "foundation", "Foundations"
        COMPANY = "company", "Companies"

    monkeypatch.setattr(Funder, "Kind", Kind)

    (error,) = check_no_company_can_be_a_funder(None)

    assert error.id == "partnerships.E001"
    assert "“company”" in error.msg
    assert "Board" in error.hint


def test_the_form_offers_no_kind_for_companies():
    form_class = FunderListPage.get_edit_handler().get_form_class()
    field = form_class.formsets["funders"].form.base_fields["kind"]

    assert {value for value, _label in field.choices if value} == set(
        Funder.Kind.values
    )


def test_the_database_takes_no_company():
    make_funder_list_page(funders=[funder()])

    with pytest.raises(IntegrityError), transaction.atomic():
        Funder.objects.update(kind="company")
