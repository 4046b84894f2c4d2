from translations.segments import SegmentPair, blocks, pair, sentences


def test_a_rich_text_is_taken_apart_by_block_and_sentence():
    html = "<h2>Who we are</h2><p>We <b>organize</b>. We&nbsp;win!</p><ul><li>Fees</li></ul>"

    assert blocks(html, is_html=True) == ["Who we are", "We organize. We win!", "Fees"]
    assert sentences(html, is_html=True) == [
        "Who we are",
        "We organize.",
        "We win!",
        "Fees",
    ]


def test_a_sentence_ends_behind_quotes_and_before_inverted_marks():
    text = "«Organizadas somos más.» ¿Cuántas? Unas 600 (en 2026). Más allá."

    assert sentences(text) == [
        "«Organizadas somos más.»",
        "¿Cuántas?",
        "Unas 600 (en 2026).",
        "Más allá.",
    ]


def test_no_sentence_ends_within_a_number_or_behind_an_initial():
    text = "About 1.5 million, says J. Chen. They stay."

    assert sentences(text) == ["About 1.5 million, says J. Chen.", "They stay."]


def test_sentences_are_paired_where_both_sides_have_as_many():
    source = "<p>We organize. We win.</p><p>One. Two.</p>"
    target = "<p>Organizamos. Ganamos.</p><p>Uno y dos.</p>"

    assert pair(source, target, is_html=True) == [
        SegmentPair("We organize.", "Organizamos."),
        SegmentPair("We win.", "Ganamos."),
        SegmentPair("One. Two.", "Uno y dos."),
    ]


def test_nothing_is_paired_where_a_translation_has_other_blocks():
    assert pair("<p>We organize.</p><p>We win.</p>", "<p>Todo.</p>", True) == []
