"""What an operator starts a server with. No image is built here: these are checks of the files."""

import json
import os
import re
import shutil
import subprocess
from importlib.resources import files

import pytest
import yaml
from jsonschema.validators import validator_for

from tests.programs import ROOT

SERVICES = {"web", "migrate", "due", "postgres", "redis", "proxy"}
HELD_VARIABLES = re.compile(r"\$\{(\w+)")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


@pytest.fixture(scope="module")
def faults():
    """Return what the schema of the Compose Specification finds wrong with a file."""
    # Its published copy (Apache License 2.0) comes with check-jsonschema.
    schemas = files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((schemas / "compose-spec.json").read_text())
    validator = validator_for(schema)(schema)

    def faults(compose):
        errors = validator.iter_errors(compose)
        return [f"{list(error.path)}: {error.message}" for error in errors]

    return faults


def test_compose_file_keeps_to_the_published_schema(compose, faults):
    assert faults(compose) == []


def test_schema_would_notice_a_mistake(compose, faults):
    web = {**compose["services"]["web"], "restarts": "always"}

    wrong = {**compose, "services": {"web": web}}

    assert len(faults(wrong)) == 1


def test_every_service_is_watched(compose):
    assert set(compose["services"]) == SERVICES
    for service in compose["services"].values():
        assert "healthcheck" in service


def test_web_server_waits_for_the_tables_it_reads(compose):
    services = compose["services"]

    assert services["web"]["depends_on"]["migrate"] == {
        "condition": "service_completed_successfully"
    }
    assert services["migrate"]["depends_on"]["postgres"] == {
        "condition": "service_healthy"
    }


def test_only_the_proxy_can_be_reached_from_outside(compose):
    reachable = [
        name for name, service in compose["services"].items() if "ports" in service
    ]

    assert reachable == ["proxy"]


def test_nothing_secret_stands_in_the_files():
    example = (ROOT / "production.env.example").read_text()

    assert re.search(r"^SECRET_KEY=$", example, re.MULTILINE)
    assert re.search(r"^POSTGRES_PASSWORD=$", example, re.MULTILINE)


def test_example_names_every_variable_that_compose_and_production_ask_for():
    example = (ROOT / "production.env.example").read_text()
    asked = set(HELD_VARIABLES.findall((ROOT / "docker-compose.yml").read_text()))
    asked |= {"SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"}

    assert asked <= set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_every_variable_that_the_settings_read_is_documented():
    read = re.compile(
        r'(?:environ\.get|environ\[|required|listed|switch|seconds|one_of)\(?\s*"([A-Z_]+)"'
    )
    sources = [*(ROOT / "wiego_site" / "settings").glob("*.py")]
    sources += [ROOT / "wiego_site" / name for name in ("gunicorn.py", "serve.py")]
    names = {name for path in sources for name in read.findall(path.read_text())}
    table = (ROOT / "docs" / "operators" / "settings.md").read_text()

    assert {"SECRET_KEY", "DATABASE_URL", "PORT"} <= names
    assert {name for name in names if f"`{name}`" not in table} == {
        "DJANGO_SETTINGS_MODULE"
    } & names


def test_image_runs_as_nobody_in_particular_and_holds_no_tests():
    recipe = (ROOT / "Dockerfile").read_text()
    ignored = (ROOT / ".dockerignore").read_text().split()

    assert re.search(r"^USER wiego$", recipe, re.MULTILINE)
    assert '"--forwarder-headers", ""' in recipe
    assert {".git", "tests", "var", "*.env"} <= set(ignored)


def test_proxy_understands_its_file():
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("needs Caddy: apt-get install caddy")

    process = subprocess.run(
        [caddy, "adapt", "--config", "Caddyfile", "--validate"],
        cwd=ROOT,
        env={**os.environ, "SITE_HOST": "www.example.org"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert process.returncode == 0, process.stderr
