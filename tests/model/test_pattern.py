"""A pattern that is compiled late is a pattern like any other."""

import re

import pytest

from argmap.model.pattern import pattern


def test_a_pattern_finds_what_it_would_have_found():
    late, early = pattern(r"(\w)a", re.IGNORECASE), re.compile(r"(\w)a", re.IGNORECASE)
    for text in ("banana", "BANANA", "", "xyz"):
        assert late.findall(text) == early.findall(text)
        assert late.sub("-", text) == early.sub("-", text)
        assert [m[1] for m in late.finditer(text)] == [m[1] for m in early.finditer(text)]
        assert bool(late.search(text)) == bool(early.search(text))
        assert bool(late.fullmatch(text)) == bool(late.fullmatch(text)) == bool(early.fullmatch(text))
    assert (late.pattern, late.flags, late.groups) == (early.pattern, early.flags, early.groups)
    assert pattern(rb"\d").split(b"a1b") == [b"a", b"b"]


def test_a_wrong_pattern_is_told_when_it_is_used():
    with pytest.raises(re.error):
        pattern("(").search("x")


def test_what_a_pattern_has_not_it_has_not():
    with pytest.raises(AttributeError):
        pattern("a").serach("x")  # type: ignore[attr-defined]
    assert not hasattr(pattern("a"), "__len__")
