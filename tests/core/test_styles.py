import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string

from core.styles import minify, parse, stylesheet_for

CSS = Path(settings.BASE_DIR) / "wiego_site" / "static" / "css"
COMPONENTS = sorted((CSS / "components").glob("*.css"))
TEMPLATES = Path(settings.BASE_DIR) / "templates"
PARTS = sorted((TEMPLATES / "components").glob("*.html"))
# Right to left would put these on the wrong side.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right|width|height)\s*:"
    r"|text-align:\s*(?:left|right)"
)


def names_in(css: str) -> set[str]:
    """Return the first class of each selector."""
    rules = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    selectors = re.findall(r"(?:^|\})\s*([^{}@]+)\{", rules, re.MULTILINE)
    return {re.search(r"\.([\w-]+)", selector)[1] for selector in selectors}


def test_page_carries_the_styles_of_the_components_it_uses_and_no_others():
    css = stylesheet_for('<ul class="cards woven"><li class="cards__title"></li></ul>')

    assert ".cards{" in css
    assert ".hero{" not in css


@pytest.mark.parametrize(
    ("selector", "html"),
    [
        (".prose ol", '<div class="prose"><ol></ol></div>'),
        (".hero--night", '<div class="hero hero--night"></div>'),
        (".filter__count::before", '<p class="filter__count"></p>'),
        (".hero--tall:not(.hero--bias)+.section", '<p class="hero--tall section">'),
        (".article:not(:has(>:only-child))", '<p class="article">'),
        ('[dir="rtl"] .weave', '<html dir="rtl"><svg class="weave">'),
        ("h1:dir(rtl)", '<h1 dir="rtl">'),
        ("h3", "<h3>Un</h3>"),
    ],
)
def test_page_carries_the_rules_that_it_can_match_and_no_others(selector, html):
    ends = re.compile(rf"(?:^|[{{}},]){re.escape(selector)}[{{,]")

    assert ends.search(stylesheet_for(html))
    assert not ends.search(stylesheet_for("<p>Bonjour</p>"))


def test_page_that_is_read_from_the_right_carries_the_rules_for_it():
    assert "h1:dir(rtl)" in render_to_string("404.html", {"direction": "rtl"})
    assert "h1:dir(rtl)" not in render_to_string("404.html", {"direction": "ltr"})


def test_condition_without_a_rule_for_the_page_is_left_out():
    (media,) = parse("@media print{.a{color:red}.b .c{color:red}}")

    assert media.for_page(frozenset({".b", ".c"})) == "@media print{.b .c{color:red}}"
    assert media.for_page(frozenset({".b"})) == ""


def test_rule_keeps_the_selectors_of_its_list_that_the_page_can_match():
    (rule,) = parse(".a:is(.x,.y),.b{color:red}")

    assert rule.for_page(frozenset({".a"})) == ".a:is(.x,.y){color:red}"


def test_open_brace_in_a_stylesheet_is_named():
    with pytest.raises(ValueError, match="leaves a brace open before “color:red"):
        parse(".a{color:red")


def test_every_page_carries_the_foundation():
    assert ":root{" in stylesheet_for("<p>Bonjour</p>")


def test_fonts_are_named_by_their_public_address():
    assert 'url("/static/fonts/bricolage-grotesque-800.woff2")' in stylesheet_for("")


def test_minified_styles_keep_strings_and_sums_as_they_are():
    css = '.a::after {\n  /* why */\n  content: " → {";\n  width: calc(1em + 2px);\n}\n'

    assert minify(css) == '.a::after{content:" → {";width:calc(1em + 2px)}'


def test_styled_page_has_its_styles_in_the_head_and_no_indentation():
    template = Template(
        "{% load style_tags %}{% styled %}<head>\n    {% stylesheet %}</head>"
        '\n    <p class="notice">Un</p>{% endstyled %}'
    )

    html = template.render(Context())

    assert html.startswith("<head>\n<style>")
    assert ".notice{" in html
    assert '</head>\n<p class="notice">' in html


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_component_styles_only_itself(path):
    own = {path.stem}
    found = {name.split("__")[0].split("--")[0] for name in names_in(path.read_text())}

    assert found <= own


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_component_has_a_template_that_uses_it(path):
    attribute = re.compile(rf'class="[^"]*\b{path.stem}\b')

    assert any(attribute.search(file.read_text()) for file in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("path", sorted(CSS.rglob("*.css")), ids=lambda path: path.stem)
def test_styles_know_no_left_and_right_and_force_nothing(path):
    css = path.read_text().replace("min-width", "").replace("max-width", "")

    assert PHYSICAL.findall(css) == []
    assert "!important" not in css
    assert not re.search(r"(?<![\w&{(:\"'-])#[a-z][\w-]*\s*\{", css)


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_component_opens_with_its_parameters(path):
    assert path.read_text().startswith('{% comment "text/markdown" %}')
