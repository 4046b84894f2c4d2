"""Measures the first paint of each type of page on a slow line and a slow processor.

    python bench/paint.py http://127.0.0.1:8000 [runs]

Needs a running site (`make run`), Chromium, and requirements-dev.txt.
"""

import os
import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

PATHS = [
    "/fr/",
    "/fr/faire-equipe/",
    "/fr/faire-equipe/foire-aux-questions/",
    "/fr/faire-equipe/bailleuses-et-bailleurs-de-fonds/",
    "/fr/a-propos/gouvernance/",
    "/en/partner-with-us/",
    "/es/colaborar/",
    "/fr/membres-et-reseaux/",
    "/fr/membres-et-reseaux/?view=map",
    "/fr/ressources/",
    "/en/press-room/",
    "/es/contacto/",
    "/fr/recherche/?q=travail",
]
KILOBITS, LATENCY, SLOWDOWN = 400, 400, 4
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
METRICS = """() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    load: performance.getEntriesByType('navigation')[0].loadEventEnd,
    shift: performance.getEntriesByType('layout-shift').reduce((sum, e) => sum + e.value, 0),
})"""


def main(root, runs=3):
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        print("first paint (lowest)      load   bytes requests  page")
        for page in PATHS:
            views = [view(chromium, root + page) for _ in range(int(runs))]
            median = {
                name: statistics.median(view[name] for view in views)
                for name in views[0]
            }
            # A busy machine only ever adds: the lowest tells what the page takes.
            lowest = min(view["paint"] for view in views)
            print(
                f"{median['paint']:8.0f} ms ({lowest:4.0f} ms) {median['load']:6.0f} ms"
                f" {median['bytes']:7.0f} {median['requests']:8.0f}  {page}"
            )


def view(chromium, url):
    """Return what a first view of `url` takes, with an empty cache."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True
    )
    window = context.new_page()
    session = context.new_cdp_session(window)
    sizes = []
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.append(event["encodedDataLength"]),
    )
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": KILOBITS * 125,
            "uploadThroughput": KILOBITS * 125,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    window.goto(url, wait_until="load", timeout=60_000)
    window.wait_for_timeout(1_000)
    result = window.evaluate(METRICS)
    context.close()
    return {**result, "bytes": sum(sizes), "requests": len(sizes)}


if __name__ == "__main__":
    main(*sys.argv[1:])
