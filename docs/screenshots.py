"""Makes the pictures of the documentation: `make screenshots`.

Starts the site with its demonstration content in a folder of its own, walks it in Chromium as a
visitor, an editor and a translator, and writes the pictures to docs/images/.
"""

import io
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.programs import ROOT, ServedSite, manage

IMAGES = ROOT / "docs" / "images"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
VISITED = {
    "desktop": (DESKTOP, ["home", "partnerships", "faq"]),
    "phone": (PHONE, ["home", "partnerships"]),
}
EDITED = "partnerships"

SIGN_IN = re.compile(r"^  (\S.*?)\s{2,}(\S+@\S+)\s+(\S+)$", re.MULTILINE)
PAGES = """
import json
from core.languages import content_languages
from core.models import SitePage
from django.utils import translation
pages = {}
for page in SitePage.objects.exclude(content_key=None):
    addresses = {}
    for language in content_languages():
        with translation.override(language):
            addresses[language] = page.get_url()
    pages[page.content_key] = {
        "id": page.pk, "type": page.content_type_id, "addresses": addresses
    }
print(json.dumps(pages))
"""


def main():
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        ServedSite(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        pages = json.loads(
            manage("shell", "--verbosity=0", "-c", PAGES, VAR_DIR=folder)
        )
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        picture_site(browser, site, pages)
        browser.close()


def picture_site(browser, site, pages) -> None:
    """Take every picture, as each kind of person."""
    for language in pages["home"]["addresses"]:
        for name, (size, keys) in VISITED.items():
            visitor = Person(browser, site, size)
            for key in keys:
                visitor.go(pages[key]["addresses"][language])
                visitor.picture(f"visitor-{key}-{language}-{name}", whole=True)
            visitor.leave()
    edit = f"/admin/pages/{pages[EDITED]['id']}/edit/"
    for role, email, password in SIGN_IN.findall(site.output()):
        person = Person(browser, site, DESKTOP)
        person.sign_in(email, password)
        person.go(edit)
        person.picture(f"admin-edit-{role.lower().replace(' ', '-')}")
        person.leave()


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, browser, site, size):
        self.context = browser.new_context(viewport=size)
        self.page = self.context.new_page()
        self.root = f"http://127.0.0.1:{site.port}"

    def go(self, path: str) -> None:
        path = re.sub(r"^https?://[^/]+", "", path)
        response = self.page.goto(self.root + path)
        if response is not None and response.status >= 400:
            sys.exit(f"{path} answered {response.status}: no picture of that.")
        self.page.wait_for_load_state("networkidle")

    def sign_in(self, email: str, password: str) -> None:
        self.go("/admin/login/")
        self.page.fill("input[name=username]", email)
        self.page.fill("input[name=password]", password)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def picture(self, name: str, whole: bool = False, colours: int = 256) -> None:
        path = IMAGES / f"{name}.png"
        picture = Image.open(io.BytesIO(self.page.screenshot(full_page=whole)))
        # The site has few colours: a palette makes the file a third as large.
        picture.convert("RGB").quantize(colours).save(path, optimize=True)
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")

    def leave(self) -> None:
        self.context.close()


if __name__ == "__main__":
    main()
