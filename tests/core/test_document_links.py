import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from wagtail.documents import get_document_model
from wagtail.rich_text import expand_db_html

pytestmark = pytest.mark.django_db


def linked(name, size):
    file = ContentFile(b"x" * size, name=name)
    document = get_document_model().objects.create(title="Kit", file=file)
    document.get_file_size()
    return expand_db_html(f'<a linktype="document" id="{document.pk}">kit</a>')


@pytest.mark.parametrize(
    ("language", "measures"),
    [("fr", "PDF, 2,0\xa0Kio"), ("en", "PDF, 2.0\xa0KB"), ("es", "PDF, 2,0\xa0KB")],
)
def test_a_link_to_a_document_says_its_format_and_size(language, measures):
    with translation.override(language):
        assert f'data-file="{measures}"' in linked("kit.pdf", 2048)


def test_a_link_to_a_document_that_is_gone_leads_nowhere():
    assert expand_db_html('<a linktype="document" id="9">kit</a>') == "<a>kit</a>"
