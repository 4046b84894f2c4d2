"""Runs Lighthouse (as a phone) and pa11y (WCAG 2 AAA) over each type of page.

    PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix bench
    python bench/audits.py http://127.0.0.1:8000

Needs a running site (`make run`), Node and Chromium.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from paint import PATHS

TOOLS = Path(__file__).parent / "node_modules" / ".bin"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def main(root):
    for path in PATHS:
        scores, faults = lighthouse(root + path), pa11y(root + path)
        print(f"Lighthouse {scores}  pa11y {len(faults)}  {path}", flush=True)
        for fault in faults:
            print(f"    {fault['code']} {fault['selector']}: {fault['message']}")


def lighthouse(url) -> str:
    """Return the scores of the four categories, out of 100."""
    command = [TOOLS / "lighthouse", url, "--output=json", "--quiet"]
    result = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        capture_output=True,
        text=True,
        check=True,
    )
    categories = json.loads(result.stdout)["categories"].values()
    return " ".join(f"{category['score'] * 100:.0f}" for category in categories)


def pa11y(url) -> list[dict]:
    """Return the faults against WCAG 2 AAA."""
    configuration = {
        "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": FLAGS.split()},
        "standard": "WCAG2AAA",
        "runners": ["htmlcs", "axe"],
        "timeout": 120_000,
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(configuration, file)
        file.flush()
        command = [TOOLS / "pa11y", "--config", file.name, "--reporter", "json", url]
        result = subprocess.run(command, capture_output=True, text=True)
    # What axe cannot tell by itself, the tests measure: see `faintTexts` in tests/site/probes.js.
    return [
        fault
        for fault in json.loads(result.stdout)
        if not fault.get("runnerExtras", {}).get("needsFurtherReview")
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
