"""How far two schools agree: counts, shares and kappa, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.compare.agreement import agreements, cohens_kappa

LETTERS = {"h": "holds", "r": "rejects", "q": "qualifies"}


def pairs(text: str) -> list[tuple[str, str]]:
    return [(LETTERS[a], LETTERS[b]) for a, b in text.split()]


@pytest.mark.parametrize(
    ("answers", "kappa"),
    [
        ("hh rr", 1.0),
        ("hr rh", -1.0),
        ("hh hr rr rr", 0.5),  # (3/4 - 8/16) / (1 - 8/16)
        ("hh hr rh rr", 0.0),  # half the same, as chance would have it
        ("hh hh hr", 0.0),  # one says the same to all: (2/3 - 6/9) / (1 - 6/9)
        ("hh rr qq hq", 0.636364),  # (3/4 - 5/16) / (1 - 5/16) = 7/11
        ("hr hr", 0.0),  # never the same and, by chance, never expected to be
        ("hh hh", None),
        ("", None),
    ],
)
def test_kappa_is_what_it_is_by_hand(answers, kappa):
    assert cohens_kappa(pairs(answers)) == kappa


words = st.sampled_from(list(LETTERS.values()))


@given(st.lists(st.tuples(words, words), max_size=12))
def test_kappa_is_symmetric_and_between_minus_one_and_one(answers):
    kappa = cohens_kappa(answers)
    assert kappa == cohens_kappa([(b, a) for a, b in answers])
    assert kappa is None or -1 <= kappa <= 1
    if answers and kappa is not None:
        assert (kappa == 1) == all(a == b for a, b in answers)


def test_only_claims_of_which_both_speak_count():
    stances = {
        "left": {"a": "holds", "b": "rejects", "c": "holds"},
        "right": {"a": "holds", "b": "holds", "d": "holds"},
    }
    (pair,) = agreements(stances)
    assert (pair.schools, pair.common, pair.same, pair.share) == (("left", "right"), 2, 1, 0.5)
    assert pair.kappa == 0.0


def test_schools_without_common_claims_have_no_share():
    (pair,) = agreements({"left": {"a": "holds"}, "right": {}})
    assert (pair.common, pair.same, pair.share, pair.kappa) == (0, 0, None, None)


def test_every_pair_is_compared_once():
    assert [p.schools for p in agreements({"a": {}, "b": {}, "c": {}})] == [
        *(("a", "b"), ("a", "c"), ("b", "c"))
    ]
    assert agreements({"a": {}}) == agreements({}) == []
