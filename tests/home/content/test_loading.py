from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.models import Revision

from core.models import SitePage

pytestmark = pytest.mark.django_db

SAMPLE = Path(settings.BASE_DIR) / "content" / "sample_content.yaml"


def load(*files, **options) -> str:
    out = StringIO()
    call_command("load_content", *map(str, files), stdout=out, **options)
    return out.getvalue()


def test_the_sample_builds_the_whole_tree():
    load(SAMPLE)

    faq = SitePage.objects.get(content_key="faq")
    assert faq.live
    assert faq.url_path_en == "/accueil/partner-with-us/faq/"
    assert SitePage.objects.exclude(content_key=None).count() == 16


def test_loading_again_changes_nothing_and_makes_no_revision():
    load(SAMPLE)
    revisions = Revision.objects.count()

    load(SAMPLE)

    assert Revision.objects.count() == revisions


def test_the_tree_is_whole_after_loading():
    load(SAMPLE)

    assert SitePage.find_problems() == ([], [], [], [], [])
