import html
import re

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString, mark_safe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail import blocks
from wagtail.rich_text import RichText

from core.texts import Text, text
from core.typography import RULES, TAG, typeset
from tests.factories import make_content_page, make_partnership_page


def french(words: str) -> str:
    """Return what a French reader gets, with `_` for U+202F and `~` for U+00A0."""
    shown = typeset(mark_safe(words), "fr")
    return shown.replace("\u202f", "_").replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Vraiment ?", "Vraiment_?"),
        ("Vraiment?", "Vraiment_?"),
        ("Vraiment\u00a0?", "Vraiment_?"),
        ("Vraiment&nbsp;?", "Vraiment_?"),
        ("Quoi?! Non ; si !", "Quoi_?! Non_; si_!"),
        ("(vraiment?)", "(vraiment_?)"),
        ("Attention : ici", "Attention~: ici"),
        ("Elle dit «oui» et « non ».", "Elle dit «_oui_» et «_non_»."),
        ("« Vraiment ? »", "«_Vraiment_?_»"),
        ("l'économie, d'1 million", "l’économie, d’1~million"),
        ("l&#x27;économie", "l’économie"),
        ("50 % ou 50%", "50_% ou 50_%"),
        ("12 600 membres, 1 234 567", "12_600 membres, 1_234_567"),
        ("25 € ou 25€ ou 30 $", "25~€ ou 25~€ ou 30~$"),
        ("à 10 h 30, 5 km, 3 millions", "à 10~h~30, 5~km, 3~millions"),
        ("la convention n° 177", "la convention n°~177"),
        ("M. Diallo et Mme Étienne", "M.~Diallo et Mme~Étienne"),
    ],
)
def test_french_gets_its_spaces_and_apostrophes(typed, shown):
    assert french(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "à 10:30",
        "un ratio de 3:1",
        "https://example.org/?q=l'or;b!",
        "www.example.org/l'or?a=1",
        "example.org/l'or",
        "mailto:nous@example.org",
        "o'brien@example.org",
        "&amp; &quot;oui&quot; &lt;",
        "en 2010 500 personnes",
        "a != b",
        "The Informal Economy: A Statistical Picture",
        "¿Qué hora es? ¡Ya!",
        "(?)",
        'Elle dit "oui"',
        "'oui'",
        "12600 membres",
        "%20",
    ],
)
def test_french_leaves_alone_what_is_no_french_sentence(typed):
    assert french(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>Attention</b> !", "<b>Attention</b>_!"),
        ("<b>Attention</b>!", "<b>Attention</b>_!"),
        ("<b>Attention</b> <i>!</i>", "<b>Attention</b>_<i>!</i>"),
        ("l'<b>économie</b>", "l’<b>économie</b>"),
        ("<b>L</b>'économie", "<b>L</b>’économie"),
        ('<a title="Qui ? l\'or" href="/?a=1;">Qui ?</a>', None),
        ("<code>a ? b : c</code> non ?", "<code>a ? b : c</code> non_?"),
        ("<pre>l'<b>x</b> !</pre>", "<pre>l'<b>x</b> !</pre>"),
        ("<!-- l'or ? --> oui ?", "<!-- l'or ? --> oui_?"),
        ("<script>a ? b : 'c'</script>", "<script>a ? b : 'c'</script>"),
    ],
)
def test_tags_are_seen_through_and_never_changed(typed, shown):
    if shown is None:
        shown = typed.replace("Qui ?</a>", "Qui_?</a>")

    assert french(typed) == shown


def test_words_in_another_language_keep_their_own_rules():
    title = '<div lang="en"><div>Economy: A Picture</div> Why?</div>'

    assert french(f"{title}<p>Pourquoi?</p>") == f"{title}<p>Pourquoi_?</p>"


def test_an_image_with_a_language_does_not_swallow_the_text_after_it():
    assert french('<img lang="en" alt=""> Oui ?') == '<img lang="en" alt=""> Oui_?'


def test_unsafe_strings_are_escaped_and_safe_ones_stay_safe():
    assert typeset("<b>l'or</b>", "fr") == "&lt;b&gt;l’or&lt;/b&gt;"
    assert typeset(mark_safe("<b>l'or</b>"), "fr") == "<b>l’or</b>"
    assert isinstance(typeset("Oui ?", "fr"), SafeString)
    assert isinstance(typeset("Oui ?", "xx"), SafeString)


def test_english_gets_apostrophes_and_no_french_spaces():
    assert typeset("Don't stop! Why? 50 %: «x»", "en") == "Don’t stop! Why? 50 %: «x»"


def test_spanish_keeps_its_numbers_together_and_its_marks_as_typed():
    shown = typeset("¿Cuánto? ¡50 %! Convenio n.º 177", "es")

    assert shown == "¿Cuánto? ¡50\u00a0%! Convenio n.º\u00a0177"


@pytest.mark.parametrize("language", ["ar", "pt-br", "fr-ca"])
def test_a_language_without_rules_is_shown_as_written(language):
    words = mark_safe("C'est «ça» ? 50 % !")

    assert typeset(words, language) == words


# A busy machine is no reason to fail.
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    [
        *" \u00a0\u202f\n'’\"«»?!;:%€°.,…()·—¿¡&<>=/@#",
        *["&nbsp;", "&amp;", "&#x27;", "&quot;", "<b>", "</b>", "<p>", "</p>"],
        *['<a href="/?l\'x">', "</a>", "<code>", "</code>", '<i lang="en">', "</i>"],
        *["mot", "l", "h", "km", "n", "M.", "Mme", "12", "600", "3", "http://x.y/"],
        *["x.org/", "<!-- ? -->", "<img lang='en'>", "<br>"],
    ]
)
MARKUP = st.lists(PIECES, max_size=14).map("".join)


def words_alone(markup: str) -> str:
    """Return `markup` without what typesetting may change: spaces and apostrophes."""
    return re.sub(r"\s", "", html.unescape(markup)).replace("’", "'")


@pytest.mark.parametrize("language", RULES)
@patiently
@given(markup=MARKUP)
def test_setting_twice_is_setting_once(language, markup):
    once = typeset(mark_safe(markup), language)

    assert typeset(once, language) == once


@pytest.mark.parametrize("language", RULES)
@patiently
@given(markup=MARKUP)
def test_only_spaces_and_apostrophes_change(language, markup):
    assert words_alone(typeset(mark_safe(markup), language)) == words_alone(markup)


@pytest.mark.parametrize("language", RULES)
@patiently
@given(markup=MARKUP)
def test_tags_come_out_as_they_went_in(language, markup):
    shown = typeset(mark_safe(markup), language)

    assert re.findall(TAG, shown, re.DOTALL) == re.findall(TAG, markup, re.DOTALL)


@pytest.mark.parametrize("language", RULES)
@patiently
@given(words=st.text(alphabet="a<>&'\"?!;:«» \u00a0", max_size=20))
def test_no_tag_comes_out_of_plain_text(language, words):
    shown = typeset(words, language)

    assert "<" not in shown
    assert words_alone(shown) == words_alone(html.escape(words))


def test_a_french_text_on_a_spanish_page_gets_french_spaces():
    lead = Text("Et l'avenir ?", "fr", requested="es")

    shown = Template("{{ lead }}").render(Context({"lead": lead}))

    assert shown == "Et l’avenir\u202f?"


@pytest.mark.django_db
def test_what_is_stored_stays_as_typed():
    page = make_partnership_page(intro_fr="<p>Et l'avenir ?</p>")

    assert text(page, "intro").__html__() == "<p>Et l’avenir\u202f?</p>"
    page.refresh_from_db()
    assert page.intro_fr == "<p>Et l'avenir ?</p>"
    assert str(text(page, "intro")) == "<p>Et l'avenir ?</p>"


def test_blocks_are_set_in_the_language_that_they_are_in():
    stream = blocks.StreamBlock([("words", blocks.RichTextBlock())])
    body = Text(
        stream.to_python([{"type": "words", "value": "<p>Qui ?</p>"}]), "fr", "es"
    )

    source = "{% load core_tags wagtailcore_tags %}{% typeset body.language %}{% include_block body.value %}{% endtypeset %}"
    shown = Template(source).render(Context({"body": body}))

    assert "<p>Qui\u202f?</p>" in shown
    assert body.__html__() == shown


@pytest.mark.django_db
def test_a_spanish_page_shows_its_french_body_and_contents_with_french_spaces(client):
    page = make_content_page(title_es="Gobernanza", slug_es="gobernanza")
    page.body_fr = [
        ("heading", {"text": "Qui décide ?", "anchor": ""}),
        ("text", RichText("<p>L'assemblée !</p>")),
    ]
    page.save_revision().publish()

    shown = client.get("/es/gobernanza/").content.decode()

    assert shown.count("Qui décide\u202f?") == 2
    assert "L’assemblée\u202f!" in shown


def test_a_filter_sets_single_words():
    template = Template("{% load core_tags %}{{ words|typeset:language }}")

    shown = template.render(Context({"words": "l'or & toi ?", "language": "fr"}))

    assert shown == "l’or &amp; toi\u202f?"


def test_the_tag_asks_for_the_language():
    with pytest.raises(TemplateSyntaxError, match="body.language"):
        Template("{% load core_tags %}{% typeset %}x{% endtypeset %}")
