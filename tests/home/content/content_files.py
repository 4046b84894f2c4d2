"""Plain functions that load, refuse and dump the content that a test writes."""

import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

SAMPLE = Path(settings.BASE_DIR) / "content" / "sample_content.yaml"

# A small site: enough for a page, questions, funders and links between them.
SMALL_SITE = """
tree:
- {key: home, parent: null, type: HomePage, title: {fr: Accueil, en: Home}}
- {key: about, parent: home, type: ContentPage, slug: {fr: a-propos, en: about}, title: {fr: À propos, en: About}}
- {key: faq, parent: about, type: FaqPage, slug: {fr: questions}, title: {fr: Questions}}
- {key: funders, parent: about, type: FundersPage, slug: {fr: bailleurs}, title: {fr: Qui nous finance}}
pages:
  about:
    title: {fr: Qui nous sommes, en: Who we are}
    lead: {fr: Un réseau., en: A network.}
    body:
    - heading: {fr: Le réseau, en: The network}
    - text: {fr: ['Voir les [questions](page:faq).'], en: ['See the [questions](page:faq).']}
faq:
- id: internships
  audience: students
  question: {fr: 'Des stages ?', en: 'Internships?'}
  answer: {fr: [Pas pour le moment.], en: [Not at present.]}
- id: media
  audience: [media]
  question: {fr: Je suis journaliste.}
  answer: {fr: ['[Écrivez](page:about).']}
funders:
- {id: ford, name: Ford Foundation, kind: foundation, country: US, status: grant_evidenced, is_company: false}
"""


def load(content, **options) -> str:
    """Load `content`, a path or the text of a file, and return what the command said."""
    out = StringIO()
    with TemporaryDirectory() as folder:
        path = content
        if not isinstance(content, Path):
            path = Path(folder) / "content.yaml"
            path.write_text(dedent(content), encoding="utf-8")
        call_command("load_content", str(path), stdout=out, **options)
    return out.getvalue()


def faults_of(content) -> list[str]:
    """Return the faults for which `content` is refused, one a line, without the folder."""
    with pytest.raises(CommandError) as refused:
        load(content)
    lines = str(refused.value).splitlines()[1:]
    return [
        re.sub(r"\S*/content\.yaml", "content.yaml", line.strip()) for line in lines
    ]


def dump() -> str:
    out = StringIO()
    call_command("dump_content", stdout=out, stderr=StringIO())
    return out.getvalue()
