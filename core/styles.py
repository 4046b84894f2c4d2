"""One stylesheet a page, made of the source files of the components that the page uses."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

# Every page needs these; the rest is one file a component, named like its class.
FOUNDATION = ("tokens.css", "elements.css", "layout.css")
COMPONENTS = "components"

CLASS_ATTRIBUTE = re.compile(r'class="([^"]*)"')
# Strings must survive as they are; comments go.
STRING_OR_COMMENT = re.compile(r'("[^"]*"|/\*.*?\*/)', re.DOTALL)
STATIC_URL = re.compile(r'url\("\.\./([^"]+)"\)')


def stylesheet_for(html: str) -> str:
    """Return the CSS of every component with a class in `html`, ready to stand in the page."""
    used = set(" ".join(CLASS_ATTRIBUTE.findall(html)).split())
    return stylesheet(frozenset(used & _component_names()))


def stylesheet(names: frozenset[str]) -> str:
    """Return the foundation and the named components, minified; read again on each call under DEBUG."""
    assemble = _assemble.__wrapped__ if settings.DEBUG else _assemble
    return assemble(names)


def minify(css: str) -> str:
    """Return `css` without comments and needless space; strings keep theirs."""
    parts = STRING_OR_COMMENT.split(css)
    return "".join(
        part if part.startswith('"') else _squeeze(part)
        for part in parts
        if not part.startswith("/*")
    ).strip()


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")


def _folder() -> Path:
    return Path(finders.find("css"))


def _component_names() -> frozenset[str]:
    names = _list_components.__wrapped__ if settings.DEBUG else _list_components
    return names()


@lru_cache(maxsize=1)
def _list_components() -> frozenset[str]:
    return frozenset(path.stem for path in (_folder() / COMPONENTS).glob("*.css"))


@lru_cache(maxsize=256)
def _assemble(names: frozenset[str]) -> str:
    files = [_folder() / name for name in FOUNDATION]
    files += [_folder() / COMPONENTS / f"{name}.css" for name in sorted(names)]
    css = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return minify(STATIC_URL.sub(lambda match: f'url("{static(match[1])}")', css))
