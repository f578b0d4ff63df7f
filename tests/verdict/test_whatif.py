"""What changes before another audience."""

from argmap.model.settings import Settings
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import judge
from argmap.verdict.whatif import changes
from makers import a_claim, a_project, some_evidence

A_MAP = a_project(
    {
        "a": a_claim(pro=["act", "rumour"]),
        "b": a_claim(pro=["act"]),
        "c": a_claim(pro=["rumour"]),
        "d": a_claim(pro=["b"]),
    },
    {"act": some_evidence(), "rumour": some_evidence(form="derived")},
)


def test_nothing_changes_before_the_same_audience():
    assert changes(judge(A_MAP), judge(A_MAP)) == []


def test_what_turned_comes_first_then_what_only_lost_or_won_a_grade():
    found = changes(judge(A_MAP), judge(A_MAP, Audience(without=frozenset({"act"}))))
    assert [(c.claim, c.turned) for c in found] == [("b", True), ("d", True), ("a", False)]
    assert [(str(c.before), str(c.after)) for c in found] == [
        ("supported (firm)", "unsupported"),
        ("supported (firm)", "unsupported"),
        ("supported (firm)", "supported (weak)"),
    ]


def test_a_claim_whose_sides_move_and_whose_verdict_does_not_is_no_change():
    project = a_project(
        {"c": a_claim(pro=["act"], con=["rumour"])},
        {"act": some_evidence(), "rumour": some_evidence(form="derived")},
    )
    before, after = judge(project), judge(project, Audience(without=frozenset({"rumour"})))
    assert (before["c"].con, after["c"].con) == ((1, 1), (0, 0))
    assert changes(before, after) == []


def test_the_thesis_comes_first_and_then_the_claims_most_argued_about():
    claims = {
        "aside": a_claim(pro=["act"]),
        "debated": a_claim(pro=["act", {"from": ["act", "aside"]}]),
        "thesis": a_claim(pro=["debated"]),
    }
    project = a_project(claims, {"act": some_evidence()}, settings=Settings(thesis="thesis"))
    found = changes(judge(project), judge(project, Audience(without=frozenset({"act"}))))
    assert [change.claim for change in found] == ["thesis", "debated", "aside"]
