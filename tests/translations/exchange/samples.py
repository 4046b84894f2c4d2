"""Texts on their way to translators: of one language, of all kinds, and any that a person could type."""

from hypothesis import strategies as st

from translations.units import Kind, Unit

TWO_PARAGRAPHS = (
    '<p>Nous <b>travaillons</b> avec <a id="3" linktype="page">les récupératrices</a>.</p>'
    "<ul><li>une <i>ligne</i></li><li>deux<br/>lignes</li></ul>"
)


def make_unit(key="home.homepage.1.lead.es", source="Une phrase.", **fields) -> Unit:
    values = {
        "label": "Chapeau",
        "kind": Kind.PLAIN,
        "source_language": "fr",
        "target_language": "es",
        "source_fingerprint": "aaaa11112222",
        "target_fingerprint": "bbbb33334444" if fields.get("target") else "",
    }
    return Unit(key=key, source=source, **(values | fields))


def make_rich_unit(source=TWO_PARAGRAPHS, **fields) -> Unit:
    return make_unit(source=source, kind=Kind.RICH, **fields)


def by_key(*units: Unit) -> dict[str, Unit]:
    return {unit.key: unit for unit in units}


# Surrogates are no characters, and no database holds them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
hostile_words = st.one_of(
    words,
    st.sampled_from(
        [
            "=1+1",
            "'=x",
            ";-1",
            "\"a\" 'b'",
            "a\r\nb",
            " x ",
            "\\n",
            "<b>",
            "&amp;",
            "]]>",
        ]
    ),
)


def element(name, attributes=""):
    return lambda content: f"<{name}{attributes}>{content}</{name}>"


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def joined(parts):
    return st.lists(parts, min_size=1, max_size=4).map("".join)


links = st.sampled_from(
    [
        ' id="3" linktype="page"',
        ' id="3" linktype="page" query="kind=government&amp;x=1"',
        ' href="https://example.org/?a=1&amp;b=%22"',
        ' href="mailto:a@example.org"',
        ' id="9" linktype="document"',
    ]
)
inline_leaf = st.one_of(words.map(escaped), st.just("<br/>"))
inline = st.recursive(
    inline_leaf,
    lambda inner: st.one_of(
        joined(inner).map(element("b")),
        joined(inner).map(element("i")),
        st.tuples(links, inner).map(lambda pair: element("a", pair[0])(pair[1])),
    ),
    max_leaves=6,
)
items = joined(joined(inline).map(element("li")))
blocks = st.one_of(
    joined(inline).map(element("p")),
    joined(inline).map(element("p", ' data-block-key="k3y9a"')),
    joined(inline).map(element("h2")),
    items.map(element("ul")),
    items.map(element("ol")),
    st.just("<hr/>"),
    st.just('<embed alt="Une place" embedtype="image" format="left" id="4"/>'),
)
rich_texts = joined(blocks)
