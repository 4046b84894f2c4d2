"""Gets a site on one's own machine ready and serves it: `python -m wiego_site.serve`.

With `--reload` it runs Django's development server, which takes up each change of code.
"""

import hashlib
import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connections
from django.utils.translation import get_language_info


def main():
    reload = "--reload" in sys.argv[1:]
    settings_name = "dev" if reload else "local"
    os.environ["DJANGO_SETTINGS_MODULE"] = f"wiego_site.settings.{settings_name}"
    os.environ["PORT"] = str(port_from(os.environ.get("PORT") or "8000"))
    stop_if_taken(*address())
    try:
        prepare(collect=not reload)
    except Exception as error:
        stop_on_known_mistake(error)
        raise
    print_welcome()
    serve(reload)


def port_from(value: str) -> int:
    """Return the port that `value` names, or stop with a sentence that says what to do."""
    if not (value.isascii() and value.isdecimal() and 0 < int(value) < 65536):
        sys.exit(
            f"PORT is “{value}”, which is no port. Set it to a number from 1 to 65535, "
            "such as PORT=8000."
        )
    return int(value)


def address() -> tuple[str, int]:
    """Return the host and port to listen on: this machine alone, unless HOST says more."""
    return os.environ.get("HOST") or "127.0.0.1", int(os.environ["PORT"])


def stop_if_taken(host: str, port: int) -> None:
    """Stop before any work where another program already listens on the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            sys.exit(
                f"Cannot listen on {host}:{port}: {error.strerror}. Stop the program "
                f"that uses it, or choose another port: PORT={port + 1} make run"
            )


def stop_on_known_mistake(error: Exception) -> None:
    """Stop with one sentence where the settings, and not the code, are at fault."""
    if isinstance(error, ImproperlyConfigured):
        sys.exit(str(error))
    if isinstance(error, OperationalError):
        reason = str(error).strip().splitlines()[0]
        sys.exit(
            f"The database cannot be used: {reason}\nCheck that it runs, and that "
            "DATABASE_URL is right."
        )


def prepare(collect: bool) -> None:
    """Bring the database, translations and static files up to date; keep what is there."""
    django.setup()

    say("Bringing the database up to date …")
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("compilemessages", stdout=sys.stderr)
    set_local_address()
    if is_new_site():
        say("Loading the demonstration content …")
        call_command("load_content", stdout=io.StringIO())
        call_command("load_glossary", stdout=io.StringIO())
    if collect:
        collect_static()


def set_local_address() -> None:
    """Let full addresses name this port, where the site still has the migration's host."""
    sites = apps.get_model("wagtailcore", "Site").objects
    sites.filter(hostname="localhost").update(port=int(os.environ["PORT"]))


def is_new_site() -> bool:
    """Tell whether nobody ever added a page or changed one."""
    pages = apps.get_model(settings.WAGTAIL_PAGE_MODEL).objects
    changes = apps.get_model("wagtailcore", "PageLogEntry").objects
    # The migrations make the tree's root and the home page.
    return pages.count() <= 2 and not changes.exists()


def collect_static() -> None:
    """Collect and compress the static files, unless none changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    fingerprint = static_fingerprint()
    if not (stamp.exists() and stamp.read_text() == fingerprint):
        say("Compressing the static files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(fingerprint)


def static_fingerprint() -> str:
    """Return a short text that changes when a static file does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = os.stat(storage.path(path))
            digest.update(f"{path} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return digest.hexdigest()


def print_welcome() -> None:
    """Print where the site is, and how to sign in to its admin."""
    root = f"http://localhost:{os.environ['PORT']}"
    say("\nThe site opens at:")
    for code, _label in settings.LANGUAGES:
        say(f"  {get_language_info(code)['name_local']:<10} {root}/{code}/")
    say(f"  {'Admin':<10} {root}/admin/")
    say("\nSign in to the admin with an e-mail address and password of this list.")
    say("The passwords are new at each start:\n")
    call_command("demo_accounts")
    say("\nPress Ctrl-C to stop.\n")


def serve(reload: bool) -> None:
    """Become the server, in the foreground, so that Ctrl-C reaches it and nothing else."""
    connections.close_all()
    start_what_falls_due()
    bind = "{}:{}".format(*address())
    if reload:
        arguments = ["manage.py", "runserver", bind]
    else:
        arguments = ["-m", "gunicorn", "--config", "wiego_site/gunicorn.py"]
        arguments += ["--bind", bind, "wiego_site.wsgi:application"]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *arguments])


def start_what_falls_due() -> None:
    """Run what falls due every minute beside the server, and end with it."""
    # Its mails go to its output here, which is for nobody who watches the server.
    with (Path(settings.VAR_DIR) / "due.log").open("w") as log:
        subprocess.Popen(
            [sys.executable, "manage.py", "run_due", "--every", "60", "--with-parent"],
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
