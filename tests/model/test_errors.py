"""What is raised when argmap is misused, and the nearest names it offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import errors
from argmap.model.errors import ArgmapError, UnknownIdError, UnknownNameError, nearest, shown


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("stalin-aproval", ["stalin-approval", "mao-offer"], "stalin-approval"),
        ("satlin", ["stalin", "statins"], "stalin"),  # two letters turned round are one fault
        ("same", ["same"], "same"),
        ("kim", ["stalin-approval"], None),
        ("anything", [], None),
        ("", ["a"], None),
        ("ab", ["ac", "ad"], None),
        ("aab", ["aac", "aad"], "aac"),  # of equals the first by name
        ("aab", ["aad", "aac"], "aac"),
    ],
)
def test_the_nearest_name_is_offered_where_one_is_near(name, known, found):
    assert nearest(name, known) == found


@given(st.text(max_size=6), st.lists(st.text(max_size=6), max_size=5))
def test_only_a_known_name_is_offered(name, known):
    assert nearest(name, known) in {None, *known}


def test_an_unknown_name_says_what_and_offers_the_nearest():
    error = UnknownNameError("rule", "unsuported", ["unsupported"])
    assert str(error) == "no rule 'unsuported'; did you mean 'unsupported'?"
    assert (error.name, error.nearest) == ("unsuported", "unsupported")
    assert str(UnknownIdError("claim", "x")) == "no claim 'x'"


def test_foreign_text_is_shown_safe_and_short():
    assert shown("a\x1b[31m\nb") == r"a\x1b[31m\nb"
    assert shown("x" * 80) == "x" * 80
    assert shown("x" * 81) == "x" * 79 + "…"


def test_everything_raised_on_purpose_is_one_family_and_in_the_tree_of_its_page():
    kinds = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert all(issubclass(kind, ArgmapError) for kind in kinds)
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in kinds)
