"""Alarms of the house style: sizes, names, and words that do not belong here."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
LONGEST_PAGE_TEMPLATE = 40
LONGEST_COMPONENT_CSS = 120

COMPONENT = re.compile(r"""\{%-?\s*include\s+["'](components/[^"']+)["'](.*?)%\}""")
OF_THE_PAGE = "stands in the page's own context"

# What may be longer than the house style says, each with the reason.
ALLOWED_LONGER: dict[str, str] = {}

FORBIDDEN_MODULE_NAMES = {"utils", "helpers", "common", "misc", "tools", "lib"}
# Written apart, so that this list does not find itself.
FOREIGN_WORDS = re.compile(
    "|".join(
        [
            r"\bclau" + "de\\b",
            r"\bchat" + "gpt\\b",
            r"\bll" + "m\\b",
            "/work/" + r"(?:wt|main|shared|venv)",
            r"\bshared/" + "design",
            r"\bsub" + "agents?\\b",
        ]
    ),
    re.IGNORECASE,
)


def tracked(*patterns: str) -> list[str]:
    """Return the files of the project, those of no interest to git left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--"]
    output = subprocess.run(
        [*command, *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in output.stdout.splitlines() if (ROOT / name).is_file()]


def lines_of(name: str) -> int:
    return len((ROOT / name).read_text().splitlines())


def code_files() -> list[str]:
    return [name for name in tracked("*.py") if "/migrations/" not in name]


def test_no_file_is_too_long():
    long = {name: lines_of(name) for name in code_files()}

    assert over(long, LONGEST_FILE) == {}


def test_no_function_is_too_long():
    long = {}
    for name in code_files():
        for node in ast.walk(ast.parse((ROOT / name).read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                long[f"{name}:{node.name}"] = node.end_lineno - node.lineno + 1

    assert over(long, LONGEST_FUNCTION) == {}


def test_no_page_template_is_too_long():
    long = {
        name: lines_of(name)
        for name in tracked("templates/*/*.html")
        if name.split("/")[1] not in ("components", "blocks")
    }

    assert over(long, LONGEST_PAGE_TEMPLATE) == {}


def test_components_take_only_what_they_are_given():
    # Those that say otherwise, such as the header, hold whatever page they stand on.
    leaking = [
        f"{name}: {component}"
        for name in tracked("templates/*.html")
        for component, rest in COMPONENT.findall((ROOT / name).read_text())
        if not rest.rstrip().endswith(" only")
        and OF_THE_PAGE not in (ROOT / "templates" / component).read_text()
    ]

    assert leaking == [], "end the include in `only`"


def test_no_component_style_is_too_long():
    long = {
        name: lines_of(name)
        for name in tracked("wiego_site/static/css/components/*.css")
    }

    assert over(long, LONGEST_COMPONENT_CSS) == {}


def test_the_longer_ones_allowed_still_exist():
    names = {name.split(":")[0] for name in ALLOWED_LONGER}

    assert names <= set(tracked("*"))


def test_no_module_is_a_drawer_for_anything():
    drawers = [
        name for name in code_files() if Path(name).stem in FORBIDDEN_MODULE_NAMES
    ]

    assert drawers == []


def test_the_project_speaks_of_itself_alone():
    found = []
    for name in tracked("*"):
        try:
            text = (ROOT / name).read_text()
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {match.group()}" for match in FOREIGN_WORDS.finditer(text)]

    assert found == []


@pytest.mark.parametrize("name", ["Makefile"])
def test_every_make_target_says_what_it_is_for(name):
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", (ROOT / name).read_text(), re.M)

    assert targets
    assert [target for target, rest in targets if "## " not in rest] == []


def over(sizes: dict[str, int], limit: int) -> dict[str, int]:
    return {
        name: size
        for name, size in sizes.items()
        if size > limit and name not in ALLOWED_LONGER
    }


def test_no_group_of_a_pattern_is_possessive():
    # Python before 3.11.5 matches them wrongly where something inside can be given back.
    found = {
        name
        for name in code_files()
        if re.search(r"\)[*+?]\+[^+=\s]", (ROOT / name).read_text())
    }

    assert found == set()
