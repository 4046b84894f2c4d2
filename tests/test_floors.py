"""Imports go down only: the table of floors, and the test that holds the code to it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FLOORS = {
    "core": 0,
    "translations": 1,
    "partnerships": 2,
    "faq": 2,
    "resources": 2,
    "press": 2,
    "organisations": 2,
    "home": 3,
    "search": 3,
    "contact": 3,
    "moving_in": 3,
}
# Stands outside: settings and urls point at every app, and no app imports it.
OUTSIDE = "wiego_site"

# Imports inside a function, each with the reason why it cannot stand at the top.
LATE_IMPORTS = {
    ("core/models/served.py", "core.reading"): "the frame reads models of this package",
    ("core/panels.py", "core.forms"): "the form of a page imports its model",
    ("core/panels.py", "core.rows"): "models name panels before the editor is there",
    **dict.fromkeys(
        [
            ("translations/models/review_task.py", "translations.reviews"),
            ("translations/models/review_task.py", "translations.reviews.steps"),
        ],
        "texts are compared by the editor, which reads all models",
    ),
}


def test_apps_import_only_from_floors_below():
    upward = [
        f"{path} imports {module}"
        for path, module, _late in imports_of_apps()
        if not may_import(path.split("/")[0], module.split(".")[0])
    ]

    assert upward == []


def test_nobody_imports_the_project_package():
    guilty = [
        f"{path} imports {module}"
        for path, module, _late in imports_of_apps()
        if module.split(".")[0] == OUTSIDE
    ]

    assert guilty == []


def test_imports_inside_functions_are_listed_with_a_reason():
    late = {
        (path, module)
        for path, module, late in imports_of_apps()
        # Django asks for these in `ready`: models exist from there on.
        if late and module.split(".")[0] in FLOORS and not path.endswith("apps.py")
    }

    assert late <= set(LATE_IMPORTS), late - set(LATE_IMPORTS)


def test_every_app_of_ours_has_a_floor():
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}

    assert apps <= set(FLOORS)


def may_import(app: str, other: str) -> bool:
    if other not in FLOORS or other == app:
        return True
    return FLOORS[other] < FLOORS[app]


def imports_of_apps():
    """Yield the file, the imported module and whether the import is inside a function."""
    for app in FLOORS:
        for path in sorted((ROOT / app).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            for module, late in imports_of(ast.parse(path.read_text()), path):
                yield name, module, late


def imports_of(tree, path, inside_function=False):
    for node in ast.iter_child_nodes(tree):
        late = inside_function or isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
        )
        if isinstance(node, ast.Import):
            yield from ((alias.name, inside_function) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = absolute(node, path)
            yield module, inside_function
            # `from core import reading` names a module too.
            yield from (
                (f"{module}.{alias.name}", inside_function)
                for alias in node.names
                if (ROOT / f"{module}.{alias.name}".replace(".", "/"))
                .with_suffix(".py")
                .exists()
            )
        yield from imports_of(node, path, late)


def absolute(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = path.relative_to(ROOT).parent.parts
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *filter(None, [node.module])])
