import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.content import source
from home.content.faults import Faults


def read(text):
    faults = Faults()
    content = source.parse(text, "x.yaml", faults)
    return content, [str(fault) for fault in faults]


def test_every_value_knows_its_line_and_its_field():
    content, _faults = read("pages:\n  about:\n    title:\n      fr: À propos\n")

    title = content.get("pages").get("about").get("title").get("fr")
    assert (title.place.line, title.place.field) == (4, "pages.about.title.fr")


def test_a_row_is_named_by_its_key():
    content, _faults = read("faq:\n- id: stages\n  audience: students\n")

    assert content.get("faq").value[0].place.field == "faq.stages"


def test_a_name_given_twice_is_a_fault_at_the_second_one():
    _content, faults = read("pages:\n  about: {}\n  about: {}\n")

    assert len(faults) == 1
    assert faults[0].startswith("x.yaml, line 3, pages:")
    assert "“about”" in faults[0]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\nb: *a\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        "a: &a {b: *a}\n",
        "a: !!python/object/apply:os.system ['true']\n",
        "a: !!python/name:os.system\n",
        "a: !!binary aGVsbG8=\n",
        "a: !mine x\n",
        "a: " + "[" * 200 + "]" * 200 + "\n",
        "a: {{}: 1}\n",
        "a: b: c\n",
        "a: [1\n",
        "--- a\n--- b\n",
        "just a sentence\n",
        "- a list\n",
        "a: 2026-99-99\n",
        "a: \x07\n",
        "\ta: 1\n",
    ],
)
def test_hostile_or_broken_yaml_is_a_fault_with_its_place(text):
    _content, faults = read(text)

    assert faults
    assert all(fault.startswith("x.yaml") for fault in faults)


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text):
    read(text)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    faults = Faults()

    assert source.read(path, faults) is None
    assert "10 MB" in str(next(iter(faults)))


def test_a_file_that_is_not_utf_8_is_a_fault(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: é".encode("latin-1"))
    faults = Faults()

    assert source.read(path, faults) is None
    assert "UTF-8" in str(next(iter(faults)))


def test_a_file_that_does_not_exist_is_a_fault(tmp_path):
    faults = Faults()

    assert source.read(tmp_path / "none.yaml", faults) is None
    assert len(faults) == 1


def test_an_empty_file_holds_nothing():
    content, faults = read("# nothing yet\n")

    assert (content.value, faults) == ({}, [])
