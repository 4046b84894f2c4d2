"""Asks the server in this container whether it is well: `python -m wiego_site.ask_health`."""

import os
import sys
import urllib.request


def main():
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
    # An entry like `.example.org` allows each host below it.
    request = urllib.request.Request(
        "http://127.0.0.1:8000/healthz", headers={"Host": host.lstrip(".")}
    )
    try:
        urllib.request.urlopen(request, timeout=4)
    except OSError as error:
        sys.exit(f"The site does not answer: {error}")


if __name__ == "__main__":
    main()
