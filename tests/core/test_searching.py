import pytest

from core.models import SitePage
from tests.factories import make_content_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Gouvernance", "Governance", "Gobernanza", "Gober"])
def test_staff_find_a_page_by_its_title_in_any_language(words):
    page = make_content_page(title_en="Governance", title_es="Gobernanza")

    found = SitePage.objects.autocomplete(words)

    assert [result.pk for result in found] == [page.pk]
