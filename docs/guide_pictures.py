"""Makes the pictures of the translators' guides: `python -m docs.guide_pictures`.

Each guide shows the admin in its own language. The admin is walked as the translator whose
work the pictures show: into English for the English guide, into Spanish for the others.
"""

import json
import shutil
import tempfile
from pathlib import Path

import polib
from playwright.sync_api import sync_playwright

from docs.screenshots import SIGN_IN, Person
from tests.programs import ServedSite, manage

# By guide: the language of the admin, and that of the translator.
GUIDES = {"en": "en", "fr": "es", "es": "es"}
SIZE = {"width": 1080, "height": 760}
COLOURS = 48
# By language: the words that its translator writes differently.
EDITS = {
    "en": ("Across the world", "All over the world"),
    "es": ("En el mundo", "En todo el mundo"),
}
# Lets an editor change French texts, and a translator write one that is to be reviewed.
PREPARE = """
import json
from core.languages import content_languages, default_language
from core.models import SitePage, User
from translations.models import LanguageVersion
from translations.saving import save_texts
from translations.states import pairs_of
source = default_language()
page = SitePage.objects.get(content_key="partnerships").specific
editor = User.objects.filter(is_superuser=True).first()
found = {"page": page.pk, "versions": {}}
draft = page.get_latest_revision_as_object()
title = f"{draft.title} "
setattr(draft, f"headline_{source}", "Faire équipe avec nous dès cette année")
setattr(draft, f"lead_{source}", "Nous cherchons des alliées et des alliés.")
draft.save_revision(user=editor).publish()
for version in LanguageVersion.objects.of(page).filter(language__in=edits):
    draft = page.__class__.objects.get(pk=page.pk).get_latest_revision_as_object()
    pair = [p for p in pairs_of(version, draft) if p.kind == "rich"][0]
    text = pair.target.replace(*edits[version.language], 1)
    save_texts(version, editor, {pair.place: text}, {pair.place: pair.target_fingerprint})
    found["versions"][version.language] = version.pk
print(json.dumps(found))
"""
SPEAK = """
from core.models import User
from wagtail.users.models import UserProfile
profile = UserProfile.get_for_user(User.objects.get(email={email!r}))
profile.preferred_language = {language!r}
profile.save()
"""


def main():
    with (
        tempfile.TemporaryDirectory() as folder,
        ServedSite(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        work = json.loads(shell(f"edits = {EDITS}\n{PREPARE}", folder))
        accounts = {
            role.split()[-1]: (email, password)
            for role, email, password in SIGN_IN.findall(site.output())
        }
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for guide, language in GUIDES.items():
            version = work["versions"][language]
            for account, pictures in (
                (language, picture_guide),
                ("staff", picture_staff),
            ):
                email, password = accounts[account]
                shell(SPEAK.format(email=email, language=guide), folder)
                person = Person(browser, site, SIZE)
                person.sign_in(email, password)
                pictures(person, guide, language, version)
                person.leave()
        browser.close()


def shell(code: str, folder: str) -> str:
    return manage("shell", "--verbosity=0", "-c", code, VAR_DIR=folder)


def picture_staff(staff, guide, language, version) -> None:
    """Take the picture of what only staff do."""
    staff.go(f"/admin/translations/language/{version}/publish/")
    staff.picture(f"translator-publish-{guide}", colours=COLOURS)


def picture_guide(translator, guide, language, version) -> None:
    """Take the pictures of one guide as its translator."""
    confirm = f"/admin/bulk/translations/languageversion/confirm/?id={version}"
    for name, path in {
        "home": "/admin/",
        "queue": "/admin/translations/?state=all",
        "desk": f"/admin/translations/{version}/?show=todo",
        "confirm": f"{confirm}&next=/admin/translations/",
        "review": f"/admin/translations/language/{version}/review/",
        "history": f"/admin/translations/language/{version}/history/",
    }.items():
        translator.go(path)
        translator.picture(f"translator-{name}-{guide}", colours=COLOURS)
    picture_plan(translator, guide, language, version)


def picture_plan(translator, guide, language, version) -> None:
    """Let texts out, translate some, and take a picture of what would become of them."""
    query = f"version={version}&language={language}&format=po&unfinished=on"
    export = f"{translator.root}/admin/translations/export/?{query}"
    po = polib.pofile(translator.page.request.get(export).text())
    for entry in po:
        entry.flags = []
    translator.go("/admin/translations/import/")
    before, after = EDITS[language]
    content = str(po).replace(after, before).encode()
    translator.page.set_input_files(
        "input[type=file]",
        {"name": f"wiego-{language}.po", "mimeType": "text/x-po", "buffer": content},
    )
    translator.page.click("main button[type=submit]")
    translator.page.wait_for_url("**/import/*/")
    translator.page.wait_for_load_state("networkidle")
    translator.picture(f"translator-plan-{guide}", colours=COLOURS)


if __name__ == "__main__":
    main()
