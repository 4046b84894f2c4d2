"""What our templates of the admin ask of Wagtail's tags, which fail in silence."""

import re
from pathlib import Path

from django.conf import settings

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
# Others have no icon of a size and no colour.
STATUSES = {"info", "warning", "critical"}


def found(pattern: str) -> set[tuple[str, str]]:
    """Return the file and the first group of each match of `pattern`."""
    return {
        (path.name, match)
        for path in TEMPLATES
        for match in re.findall(pattern, path.read_text())
    }


def test_blocks_of_help_have_a_status_that_wagtail_knows():
    statuses = found(r'{% help_block status="(\w+)"')

    assert statuses
    assert {each for each in statuses if each[1] not in STATUSES} == set()


def test_no_panel_is_named_by_a_number_alone():
    # The script that opens panels asks for `#1-content`, which is no selector.
    assert found(r"{% panel id=(forloop\.\w+)") == set()
