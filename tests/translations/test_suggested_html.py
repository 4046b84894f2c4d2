from translations.suggested_html import Texts, fitted


def fit(source, earlier_source, earlier_target):
    return fitted(Texts(source, earlier_source, earlier_target), True, True)


def link(words, number):
    return f'<a linktype="page" id="{number}">{words}</a>'


def test_a_link_takes_the_address_at_its_place():
    fits = fit(
        f"<p>Read {link('one', 7)} and {link('two', 8)}.</p>",
        f"<p>Read {link('one', 1)} and {link('two', 2)}.</p>",
        f"<p>Lea {link('dos', 2)} y {link('uno', 1)}.</p>",
    )

    assert fits == f"<p>Lea {link('dos', 8)} y {link('uno', 7)}.</p>"


def test_a_link_without_a_place_keeps_its_words_alone():
    fits = fit(
        "<p>Read it.</p>",
        f"<p>Read {link('it', 1)}.</p>",
        f"<p><b>Lea {link('esto', 1)}</b>.</p>",
    )

    assert fits == "<p><b>Lea esto</b>.</p>"


def test_a_link_that_both_texts_have_stays():
    fits = fit(
        f"<p>{link('Read', 1)} it.</p>",
        f"<p>{link('Read', 1)} {link('it', 2)}.</p>",
        f"<p>{link('Lea', 1)} {link('esto', 2)}.</p>",
    )

    assert fits == f"<p>{link('Lea', 1)} esto.</p>"


def test_a_link_that_only_the_translation_had_is_dropped():
    fits = fit("<p>It.</p>", "<p>It.</p>", f"<p>{link('Eso', 9)}.</p>")

    assert fits == "<p>Eso.</p>"


def test_a_picture_of_another_text_is_dropped():
    picture = '<embed embedtype="image" id="3" format="left" alt=""/>'

    assert (
        fit("<p>It</p>", f"<p>It</p>{picture}", f"<p>Eso</p>{picture}") == "<p>Eso</p>"
    )
    assert picture in fit(f"<p>It</p>{picture}", "<p>It</p>", f"<p>Eso</p>{picture}")


def test_a_text_without_formats_gets_the_words_alone():
    texts = Texts("Read it", "<p>Read it</p>", "<p>Lea <b>esto</b> &amp; más</p>")

    assert fitted(texts, wants_html=False, earlier_is_html=True) == "Lea esto & más"


def test_a_rich_text_gets_paragraphs_of_a_plain_one():
    texts = Texts("<p>Read it</p>", "Read it", "Lea <esto>\ny más")

    fits = fitted(texts, wants_html=True, earlier_is_html=False)

    assert fits == "<p>Lea &lt;esto&gt;</p><p>y más</p>"
