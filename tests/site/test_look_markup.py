"""The HTML and CSS of every page, checked by the validator of the W3C."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.rendering import representatives

# The pages are rendered from the test database; what is sent does not hang on which it is.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

FOLDER = Path(__file__).parent / "node_modules" / "vnu-jar"


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks files, or a skip where it is not installed."""
    java = shutil.which("java")
    jar = FOLDER / "build" / "dist" / "vnu.jar"
    if not java or not jar.exists():
        pytest.skip("needs Java and the checker: run npm ci --prefix tests/site")
    return [java, "-jar", str(jar), "--format", "json", "--exit-zero-always"]


def test_the_validator_finds_nothing(checker, pages, tmp_path):
    for page in representatives(pages):
        name = page.path.strip("/").replace("/", "__")
        (tmp_path / f"{name}.html").write_text(page.html)

    result = subprocess.run(
        [*checker, "--skip-non-html", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=300,
    )

    found = {
        f"{Path(message['url']).name}: {message['message']}"
        for message in json.loads(result.stderr)["messages"]
    }
    assert found == set()
