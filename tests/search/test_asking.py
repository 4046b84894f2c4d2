"""The address of a search says what is looked for, whatever signs somebody typed."""

import pytest
from django.http import QueryDict

from search.asking import Asked


def read(**query):
    asked = QueryDict(mutable=True)
    asked.update(query)
    return Asked.read(asked)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\t", "\r\n"])
def test_words_stay_apart_whatever_space_is_between_them(space):
    assert read(q=f"«{space}commerce{space}de rue{space}»").q == "« commerce de rue »"


@pytest.mark.parametrize("sign", ["\x00", "\u200b", "\u00ad", "\ud800"])
def test_a_sign_that_nobody_sees_is_not_read(sign):
    assert read(q=f"com{sign}merce").q == "commerce"


@pytest.mark.parametrize("kind", ["pa\x00ge", "page\n", "x" * 101])
def test_what_can_be_no_kind_is_none(kind):
    assert read(kind=kind).kind == ""
