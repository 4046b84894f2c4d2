"""Runs the project's own programs, as a person at a terminal does."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What a developer or a CI machine may have set must not decide what a test sees.
OURS = {
    "DJANGO_SETTINGS_MODULE",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "SITE_URL",
    "PORT",
    "HOST",
    "VAR_DIR",
}

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "wiego_site.settings.production",
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-ABCDEFG",
    "ALLOWED_HOSTS": "www.example.org",
    "SITE_URL": "https://www.example.org",
    "DATABASE_URL": "postgres://wiego:secret@database.example.org:5432/wiego",
}


def environment(**variables: str) -> dict[str, str]:
    """Return this machine's environment with only the given settings of ours."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return {**kept, **variables}


def run(*arguments: str, cwd: Path = ROOT, **variables: str):
    """Run Python with `arguments`, and return the ended process with its output."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=240,
    )


def manage(*arguments: str, cwd: Path = ROOT, **variables: str) -> str:
    """Run a management command, and return what it printed; a failure fails the test."""
    process = run("manage.py", *arguments, cwd=cwd, **variables)
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout


def copy_of_project(target: Path) -> Path:
    """Copy what belongs to the project to the folder `target`, and return it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for name in names:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class ServedSite:
    """The site as `make run` serves it, on a port and in a folder of its own."""

    def __init__(self, var_dir: Path):
        self.var_dir = var_dir
        self.port = free_port()

    def __enter__(self):
        self.log = (self.var_dir / f"log-{self.port}").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wiego_site.serve"],
            cwd=ROOT,
            env=environment(
                PORT=str(self.port), VAR_DIR=str(self.var_dir), WEB_CONCURRENCY="1"
            ),
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self._wait_until_it_answers()
        return self

    def __exit__(self, *_error):
        if self.process.poll() is None:
            self.interrupt()
        self.log.close()

    def interrupt(self) -> int:
        """Press Ctrl-C, and return the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)

    def output(self) -> str:
        self.log.flush()
        return Path(self.log.name).read_text()

    def get(self, path: str, **headers: str):
        """Return the response to `path`, an error's too, without following redirects."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )
        try:
            return urllib.request.build_opener(KeepRedirects).open(request, timeout=30)
        except urllib.error.HTTPError as error:
            return error

    def _wait_until_it_answers(self):
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError(f"The site did not start:\n{self.output()}")


class KeepRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None
