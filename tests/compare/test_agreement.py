"""How far two schools agree: counts, shares and kappa, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.compare.agreement import agreements, cohens_kappa, krippendorffs_alpha, overall_agreement

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


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        ("hh rr", 1.0),
        ("hr hr", -0.5),  # observed 1; expected (16 - 8) / (4 * 3) = 2/3
        ("hh hr rr rr", 0.533333),  # 1 - 7 * 2 / (64 - 34)
        ("hhr rr q", 0.333333),  # the last speaks alone; observed (9 - 5) / 2; 1 - 4 * 2 / (25 - 13)
        ("hh hh", None),
        ("h r", None),
        ("", None),
    ],
)
def test_alpha_is_what_it_is_by_hand(units, alpha):
    assert krippendorffs_alpha([[LETTERS[a] for a in unit] for unit in units.split()]) == alpha


def test_alpha_of_a_worked_example_with_gaps():
    """Three observers, fifteen units, some unseen by all but one; alpha for nominal data is 0.691."""
    observers = ("-----34121133-3", "1-213343-------", "--21344-21133-4")
    units = [[answers[i] for answers in observers if answers[i] != "-"] for i in range(15)]
    alpha = krippendorffs_alpha(units)
    assert alpha is not None
    assert round(alpha, 3) == 0.691


@given(st.lists(st.lists(words, max_size=4), max_size=8))
def test_alpha_does_not_hang_on_the_order_of_claims_or_schools(units):
    alpha = krippendorffs_alpha(units)
    assert alpha == krippendorffs_alpha([unit[::-1] for unit in units[::-1]])
    assert alpha is None or alpha <= 1


def test_all_schools_agree_or_not_on_claims_of_which_two_speak():
    stances = {
        "a": {"c1": "holds", "c2": "rejects"},
        "b": {"c1": "holds", "c3": "holds"},
        "c": {"c2": "rejects"},
    }
    every = overall_agreement(stances)
    assert (every.claims, every.answers, every.alpha) == (2, 4, 1.0)
    assert every.warnings == ("rests on 2 claims only: one more could change it",)
    assert overall_agreement({}).warnings == ()


def test_few_claims_and_one_word_are_warned_of():
    many = {f"c{i:02}": "holds" for i in range(40)}
    (pair,) = agreements({"left": many, "right": many})
    assert pair.warnings == (
        "both say one and the same word throughout, so chance cannot be told from agreement",
    )
    (pair,) = agreements({"left": many, "right": dict.fromkeys(many, "rejects")})
    assert (pair.kappa, pair.lopsided) == (0.0, ("left", "right"))
    assert pair.warnings == (
        "left and right say nearly always one word, which pulls kappa to 0: read the share",
    )
    (pair,) = agreements({"left": {"c": "holds"}, "right": {"c": "rejects"}})
    assert pair.warnings[0] == "rests on 1 claim only: one more could change it"
