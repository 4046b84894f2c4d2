import pytest

from resources.models import Sector
from tests.factories import make_resource_index_page


@pytest.fixture
def index_page():
    return make_resource_index_page()


@pytest.fixture
def sectors():
    return {
        key: Sector.objects.create(key=key, label_fr=key.title(), label_en=key)
        for key in ("waste", "street")
    }
