"""One stylesheet a page, made of the rules of the source files that the page uses."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

# Every page needs these; the rest is one file a component, named like its class.
FOUNDATION = ("tokens.css", "elements.css", "layout.css")
COMPONENTS = "components"

CLASS_ATTRIBUTE = re.compile(r'class="([^"]*)"')
TAG = re.compile(r"<([a-z][a-z0-9]*)")
# Strings must survive as they are; comments go.
STRING_OR_COMMENT = re.compile(r'("[^"]*"|/\*.*?\*/)', re.DOTALL)
STATIC_URL = re.compile(r'url\("\.\./([^"]+)"\)')
# What a selector asks of an element beside its tag and classes.
CONDITION = re.compile(r"\[[^]]*]|::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
NAME = re.compile(r"\.?[A-Za-z][\w-]*")
SELECTOR_END = re.compile(r",(?![^(]*\))")
# A page without a text from right to left needs no rule for it.
RIGHT_TO_LEFT = "rtl"
COMBINATOR = re.compile(r" ?([>+~]) ?")


@dataclass(frozen=True)
class Rule:
    """Selectors, with the names of tags and classes that each needs, and what they set."""

    selectors: tuple[tuple[str, frozenset[str]], ...]
    declarations: str

    def for_page(self, names: frozenset[str]) -> str:
        """Return the rule for the selectors that a page with `names` can match."""
        used = [text for text, needed in self.selectors if needed <= names]
        return f"{','.join(used)}{{{self.declarations}}}" if used else ""


@dataclass(frozen=True)
class Media:
    """Rules that hold under a condition."""

    condition: str
    rules: tuple[Rule, ...]

    def for_page(self, names: frozenset[str]) -> str:
        """Return the rules that a page with `names` uses, under their condition."""
        css = "".join(rule.for_page(names) for rule in self.rules)
        return f"{self.condition}{{{css}}}" if css else ""


def stylesheet_for(html: str) -> str:
    """Return the CSS for the tags and classes in `html`, ready to stand in the page."""
    classes = " ".join(CLASS_ATTRIBUTE.findall(html)).split()
    names = {f".{name}" for name in classes} | {"html", "body", *TAG.findall(html)}
    if f'dir="{RIGHT_TO_LEFT}"' in html:
        names.add(RIGHT_TO_LEFT)
    if settings.DEBUG:
        # The source files are being written.
        _read.cache_clear()
        _assemble.cache_clear()
    _rules, known = _read()
    return _assemble(frozenset(names & known))


def minify(css: str) -> str:
    """Return `css` without comments and needless space; strings keep theirs."""
    parts = STRING_OR_COMMENT.split(css)
    squeezed = "".join(
        part if part.startswith('"') else _squeeze(part)
        for part in parts
        if not part.startswith("/*")
    )
    return re.sub(r"(?<=[{};]) ", "", squeezed).strip()


def parse(css: str) -> tuple[Rule | Media, ...]:
    """Return the rules of minified `css`, whose strings hold no braces."""
    rules = []
    while css:
        head, _brace, css = css.partition("{")
        end = _closing_brace(css)
        body, css = css[:end], css[end + 1 :]
        is_media = head.startswith("@media")
        rules.append(Media(head, parse(body)) if is_media else _rule(head, body))
    return tuple(rules)


def _closing_brace(css: str) -> int:
    depth = 1
    for position, character in enumerate(css):
        depth += (character == "{") - (character == "}")
        if not depth:
            return position
    raise ValueError(f"A stylesheet leaves a brace open before “{css[:60]}”: close it.")


def _rule(head: str, body: str) -> Rule:
    if head.startswith("@"):
        return Rule(((head, frozenset()),), body)
    selectors = SELECTOR_END.split(COMBINATOR.sub(r"\1", head))
    return Rule(tuple((text, _names_in(text)) for text in selectors), body)


def _names_in(selector: str) -> frozenset[str]:
    names = NAME.findall(CONDITION.sub("", selector))
    return frozenset([*names, RIGHT_TO_LEFT] if RIGHT_TO_LEFT in selector else names)


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")


@lru_cache(maxsize=1)
def _read() -> tuple[tuple[Rule | Media, ...], frozenset[str]]:
    """Return the rules of all files, and every name that they ask for."""
    folder = Path(finders.find("css"))
    files = [folder / name for name in FOUNDATION]
    files += sorted((folder / COMPONENTS).glob("*.css"))
    css = minify("\n".join(path.read_text(encoding="utf-8") for path in files))
    rules = parse(STATIC_URL.sub(lambda match: f'url("{static(match[1])}")', css))
    return rules, frozenset().union(*_needed_names(rules))


def _needed_names(rules):
    for rule in rules:
        if isinstance(rule, Media):
            yield from _needed_names(rule.rules)
        else:
            yield from (needed for _text, needed in rule.selectors)


@lru_cache(maxsize=256)
def _assemble(names: frozenset[str]) -> str:
    rules, _known = _read()
    return "".join(rule.for_page(names) for rule in rules)
