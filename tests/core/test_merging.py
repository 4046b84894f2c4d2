import pytest

from core.merging import Keep, Note, changed_columns, merge_column, merge_order


@pytest.mark.parametrize(
    ("shown", "stored", "posted", "keep"),
    [
        ("a", "a", "a", Keep.STORED),
        ("a", "a", "b", Keep.POSTED),
        ("a", "b", "a", Keep.STORED),
        ("a", "b", "b", Keep.STORED),
        ("a", "b", "c", Keep.NEITHER),
        (None, "b", "c", Keep.POSTED),
        ("a", None, "c", Keep.POSTED),
    ],
)
def test_a_column_is_kept_from_the_side_that_changed_it(shown, stored, posted, keep):
    assert merge_column(shown, stored, posted) is keep


def test_columns_that_one_side_does_not_know_are_no_change():
    assert changed_columns({"a": "1", "b": "2"}, {"a": "9", "c": "3"}) == ["a"]


@pytest.mark.parametrize(
    ("shown", "stored", "posted", "order"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "bca", "abc", "bca"),
        ("abc", "bca", "cab", "cab"),
        ("abc", "abxc", "cab", "cabx"),
        ("abc", "xabc", "abcn", "xabcn"),
        ("abc", "abcx", "anbc", "anbcx"),
        ("abc", "ac", "abc", "abc"),
        ("", "", "ab", "ab"),
        ("abc", "abc", "", "abc"),
    ],
)
def test_rows_moved_on_one_side_move_and_rows_of_both_stay(
    shown, stored, posted, order
):
    assert merge_order(list(shown), list(stored), list(posted)) == list(order)


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", "3", '{"columns": 3, "rows": {"items": 5}}']
)
def test_a_note_that_cannot_be_read_is_empty(text):
    note = Note.read(text)

    assert (note.columns, note.rows.get("items", {}), note.removed) == (None, {}, {})


def test_a_note_survives_the_browser():
    note = Note({"title_fr": "a"}, {"items": {"key": {"question_fr": "b"}}}, {})

    assert Note.read(note.write()) == note
