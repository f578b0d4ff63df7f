"""Undercutting, undermining, rebutting and answering; linked premises; and the words for what is left."""

import pytest

from argmap.model.records import Claim, Evidence
from argmap.verdict.judgement import Verdict, judge
from makers import a_claim, a_project, some_evidence


def judged(evidence: dict[str, Evidence] | None = None, /, **claims: Claim) -> dict[str, Verdict]:
    """The verdicts on these claims; evidence ``act`` is firm, ``story`` good, ``book`` limited."""
    items = {
        "act": some_evidence(),
        "story": some_evidence(form="testimony"),
        "book": some_evidence(form="scholarship"),
        "rumour": some_evidence(form="derived"),
    }
    return dict(judge(a_project(claims, items | (evidence or {}))).verdicts)


def words(found: dict[str, Verdict]) -> dict[str, str]:
    return {key: verdict.verdict for key, verdict in found.items()}


# Undercutting


def test_an_undercutter_that_stands_takes_the_step_away_and_refutes_nothing():
    found = judged(c=a_claim(pro=[{"from": "act", "unless": "u"}]), u=a_claim(pro=["rumour"]))
    assert words(found) == {"c": "unsupported", "u": "supported"}
    assert found["c"].con == (0, 0)


def test_an_undercutter_that_falls_leaves_the_step():
    found = judged(c=a_claim(pro=[{"from": "act", "unless": "u"}]), u=a_claim(pro=["rumour"], con=["book"]))
    assert (found["c"].grade, found["u"].verdict) == ("firm", "outweighed")


def test_an_undercutter_that_nothing_supports_leaves_the_step():
    assert judged(c=a_claim(pro=[{"from": "act", "unless": "u"}]), u=a_claim())["c"].grade == "firm"


def test_one_of_two_undercutters_is_enough():
    found = judged(
        c=a_claim(pro=[{"from": "act", "unless": ["u1", "u2"]}]), u1=a_claim(), u2=a_claim(pro=["act"])
    )
    assert found["c"].verdict == "unsupported"


def test_an_undercutter_takes_only_its_own_step():
    found = judged(c=a_claim(pro=[{"from": "act", "unless": "u"}, "book"]), u=a_claim(pro=["act"]))
    assert found["c"].grade == "limited"


def test_evidence_undercuts_by_itself():
    assert judged(c=a_claim(pro=[{"from": "act", "unless": "rumour"}]))["c"].verdict == "unsupported"


def test_forged_evidence_undercuts_and_answers_nothing():
    forged = {"fake": some_evidence(authenticity="forged")}
    found = judged(forged, c=a_claim(pro=[{"from": "act", "unless": "fake"}]))
    assert found["c"].grade == "firm"
    found = judged(forged, c=a_claim(pro=["book"], con=[{"from": "act", "answer": "fake"}]))
    assert found["c"].verdict == "outweighed"


def test_an_open_undercutter_leaves_the_claim_open():
    found = judged(
        c=a_claim(pro=[{"from": "act", "unless": "u"}]),
        u=a_claim(pro=[{"from": "act", "unless": "v"}]),
        v=a_claim(pro=[{"from": "act", "unless": "u"}]),
    )
    assert (found["c"].lo, found["c"].hi) == (0, 4)
    assert words(found) == dict.fromkeys("cuv", "contested")


# Undermining


def test_challenged_evidence_is_worth_nothing_where_the_challenge_stands():
    doubted = {"letter": some_evidence(challenged_by=["forgery"])}
    found = judged(doubted, c=a_claim(pro=["letter"]), forgery=a_claim(pro=["rumour"]))
    assert words(found) == {"c": "unsupported", "forgery": "supported"}


def test_challenged_evidence_stands_where_the_challenge_falls():
    doubted = {"letter": some_evidence(challenged_by=["forgery"])}
    found = judged(doubted, c=a_claim(pro=["letter"]), forgery=a_claim(pro=["rumour"], con=["act"]))
    assert found["c"].grade == "firm"


def test_a_rejected_challenge_leaves_the_evidence():
    doubted = {"letter": some_evidence(challenged_by=["forgery"])}
    assert judged(doubted, c=a_claim(pro=["letter"]), forgery=a_claim())["c"].grade == "firm"


def test_an_open_challenge_leaves_the_claim_contested():
    doubted = {"letter": some_evidence(challenged_by=["f"])}
    found = judged(
        doubted,
        c=a_claim(pro=["letter"]),
        f=a_claim(pro=[{"from": "act", "unless": "g"}]),
        g=a_claim(pro=[{"from": "act", "unless": "f"}]),
    )
    assert words(found) == dict.fromkeys("cfg", "contested")
    assert found["c"].pro == (0, 4)


def test_one_of_two_challenges_is_enough():
    doubted = {"letter": some_evidence(challenged_by=["f", "g"])}
    found = judged(doubted, c=a_claim(pro=["letter"]), f=a_claim(), g=a_claim(pro=["rumour"]))
    assert found["c"].verdict == "unsupported"


def test_a_challenge_that_no_claim_makes_counts_for_nothing():
    doubted = {"letter": some_evidence(challenged_by=["nobody"])}
    assert judged(doubted, c=a_claim(pro=["letter"]))["c"].grade == "firm"


def test_evidence_challenged_by_the_claim_it_supports_is_an_odd_loop():
    liar = {"letter": some_evidence(challenged_by=["c"])}
    assert words(judged(liar, c=a_claim(pro=["letter"]))) == {"c": "contested"}


# Answers


def test_an_answer_that_stands_takes_the_objection_away():
    found = judged(c=a_claim(pro=["book"], con=[{"from": "act", "answer": "a"}]), a=a_claim(pro=["rumour"]))
    assert found["c"].verdict == "supported"
    assert found["c"].con == (0, 0)


def test_an_answer_that_does_not_stand_leaves_the_objection():
    found = judged(c=a_claim(pro=["book"], con=[{"from": "act", "answer": "a"}]), a=a_claim())
    assert (found["c"].verdict, found["c"].con) == ("outweighed", (4, 4))


def test_evidence_answers_too():
    found = judged(c=a_claim(pro=["book"], con=[{"from": "act", "answer": "rumour"}]))
    assert found["c"].verdict == "supported"


# Premises and steps


def test_a_missing_premise_makes_the_argument_worth_nothing():
    found = judged(c=a_claim(pro=[{"from": ["act", "nobody"]}]), d=a_claim(pro=["nobody", "book"]))
    assert (found["c"].verdict, found["d"].grade) == ("unsupported", "limited")


def test_linked_premises_are_worth_the_weakest():
    assert judged(c=a_claim(pro=[{"from": ["act", "book", "story"]}]))["c"].grade == "limited"


def test_linked_premises_fall_with_one():
    found = judged(c=a_claim(pro=[{"from": ["act", "d"]}]), d=a_claim())
    assert found["c"].verdict == "unsupported"


@pytest.mark.parametrize("strength", ["firm", "good", "limited", "weak"])
def test_an_argument_is_worth_no_more_than_its_step(strength):
    assert judged(c=a_claim(pro=[{"from": "act", "strength": strength}]))["c"].grade == strength


def test_a_strong_step_adds_nothing_to_weak_evidence():
    assert judged(c=a_claim(pro=[{"from": "book", "strength": "firm"}]))["c"].grade == "limited"


def test_a_claim_lends_its_own_grade_and_never_more():
    found = judged(a=a_claim(pro=["book"]), c=a_claim(pro=["a"]))
    assert found["c"].grade == "limited"


def test_a_claim_that_misses_its_standard_lends_nothing():
    found = judged(a=a_claim(pro=["book"], standard="beyond-reasonable-doubt"), c=a_claim(pro=["a"]))
    assert words(found) == {"a": "insufficient", "c": "unsupported"}


# Words


@pytest.mark.parametrize(
    ("pro", "con", "standard", "word"),
    [
        ("act", None, None, "supported"),
        ("act", "story", None, "supported"),
        ("story", "story", None, "contested"),
        ("book", "story", None, "outweighed"),
        (None, None, None, "unsupported"),
        (None, "act", None, "unsupported"),
        ("book", None, "clear-and-convincing", "insufficient"),
        ("story", None, "clear-and-convincing", "supported"),
        ("story", "book", "clear-and-convincing", "contested"),
        ("book", "act", "clear-and-convincing", "outweighed"),
        ("book", "story", "clear-and-convincing", "contested"),  # 3 against 2: no lead of two
        ("act", "rumour", "beyond-reasonable-doubt", "supported"),
        ("act", "book", "beyond-reasonable-doubt", "contested"),
        ("rumour", "act", "beyond-reasonable-doubt", "outweighed"),
        ("rumour", "act", "scintilla", "supported"),
        ("act", "rumour", "dialectical-validity", "contested"),
    ],
)
def test_the_word_for_each_balance(pro, con, standard, word):
    sides = {"pro": [pro] if pro else [], "con": [con] if con else []}
    assert judged(c=a_claim(**sides, standard=standard))["c"].verdict == word


def test_only_what_is_supported_has_a_grade():
    found = judged(c=a_claim(pro=["book"], con=["act"]), d=a_claim(pro=["book"]))
    assert (found["c"].grade, found["d"].grade) == (None, "limited")
    assert (str(found["c"]), str(found["d"])) == ("outweighed", "supported (limited)")


# Circles and stand-offs


def test_a_claim_that_rests_on_a_circle_below_it_is_circular():
    found = judged(a=a_claim(pro=["b"]), b=a_claim(pro=["a"]), top=a_claim(pro=["a"]))
    assert words(found) == dict.fromkeys(("a", "b", "top"), "circular")


def test_a_circle_with_support_from_outside_is_supported():
    found = judged(a=a_claim(pro=["b", "book"]), b=a_claim(pro=["a"]), top=a_claim(pro=["b"]))
    assert {v.grade for v in found.values()} == {"limited"}


def test_a_claim_beside_a_circle_is_judged_by_its_own_evidence():
    found = judged(a=a_claim(pro=["a", "book"]))
    assert found["a"].grade == "limited"


def test_too_little_evidence_beside_a_circle_is_insufficient():
    found = judged(a=a_claim(pro=["b", "book"], standard="beyond-reasonable-doubt"), b=a_claim(pro=["a"]))
    assert found["a"].verdict == "insufficient"
    assert found["b"].verdict == "circular"


def test_what_only_a_circle_could_carry_past_a_sure_objection_is_circular_above():
    found = judged(a=a_claim(pro=["b", "book"], con=["story"]), b=a_claim(pro=["a"]))
    assert words(found) == {"a": "contested", "b": "circular"}


def test_two_claims_rebutting_each_other_are_both_contested():
    found = judged(a=a_claim(pro=["act"], con=["b"]), b=a_claim(pro=["act"], con=["a"]))
    assert words(found) == {"a": "contested", "b": "contested"}
    assert {(v.lo, v.hi) for v in found.values()} == {(0, 4)}


def test_the_stronger_of_two_rebutting_each_other_prevails():
    found = judged(a=a_claim(pro=["act"], con=["b"]), b=a_claim(pro=["book"], con=["a"]))
    assert words(found) == {"a": "supported", "b": "outweighed"}


@pytest.mark.parametrize("around", [1, 3, 5])
def test_an_odd_loop_of_undercutting_stays_contested(around):
    claims = {
        f"c{i}": a_claim(pro=[{"from": "act", "unless": f"c{(i + 1) % around}"}]) for i in range(around)
    }
    assert set(words(judged(**claims)).values()) == {"contested"}


def test_an_even_loop_of_undercutting_stays_contested_too():
    claims = {f"c{i}": a_claim(pro=[{"from": "act", "unless": f"c{(i + 1) % 4}"}]) for i in range(4)}
    assert set(words(judged(**claims)).values()) == {"contested"}


def test_a_loop_with_an_attack_from_outside_is_decided():
    found = judged(
        a=a_claim(pro=[{"from": "act", "unless": ["b", "out"]}]),
        b=a_claim(pro=[{"from": "act", "unless": "a"}]),
        out=a_claim(pro=["rumour"]),
    )
    assert words(found) == {"a": "unsupported", "b": "supported", "out": "supported"}


def test_what_rests_on_a_contested_claim_is_contested_not_circular():
    found = judged(
        a=a_claim(pro=["act"], con=["b"]), b=a_claim(pro=["act"], con=["a"]), top=a_claim(pro=["a"])
    )
    assert found["top"].verdict == "contested"


def test_defenders_are_reinstated():
    chain = {f"c{i}": a_claim(pro=[{"from": "act", "unless": f"c{i + 1}"}]) for i in range(4)}
    found = words(judged(**chain, c4=a_claim(pro=["act"])))
    assert [found[f"c{i}"] for i in range(5)] == [
        *("supported", "unsupported", "supported", "unsupported", "supported")
    ]
