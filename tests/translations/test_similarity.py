import pytest

from translations.similarity import Change, Piece, similarity, word_difference


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        ("Street vendors demand fair fees.", 100, 100),
        ("street vendors demand fair fees!", 99, 99),
        ("Street vendors demand fair prices.", 75, 90),
        ("Street vendor demands fair fees.", 70, 95),
        ("Market traders want childcare.", 0, 45),
    ],
)
def test_texts_are_as_alike_as_their_words_and_letters(other, least, most):
    assert least <= similarity("Street vendors demand fair fees.", other) <= most


def test_another_number_is_another_word():
    assert similarity("Founded in 1997", "Founded in 1998") < 90


def test_another_ending_weighs_less_than_another_word():
    source = "Domestic workers organize"

    inflected = similarity(source, "Domestic worker organize")

    assert inflected > similarity(source, "Domestic children organize")


def test_a_difference_is_told_in_words():
    assert word_difference("We met in Accra.", "We met again in Lima.") == [
        Piece(Change.SAME, "We met "),
        Piece(Change.ADDED, "again "),
        Piece(Change.SAME, "in "),
        Piece(Change.REMOVED, "Accra"),
        Piece(Change.ADDED, "Lima"),
        Piece(Change.SAME, "."),
    ]


def test_a_difference_holds_both_texts_whole():
    before, after = "Women, men and 1.5 others: l’économie", "1.5 others; l’art (so)"

    pieces = word_difference(before, after)

    added = [piece.text for piece in pieces if piece.change != Change.REMOVED]
    assert "".join(added) == after
