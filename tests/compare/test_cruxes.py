"""Cruxes: the claims on which schools part, and what above them really hangs on who is right."""

from hypothesis import given
from hypothesis import strategies as st

import argmap.compare.cruxes as cruxes_module
from argmap.compare import compare
from argmap.compare.cruxes import Crux
from argmap.graph.arguments import ArgumentGraph, build_graph
from argmap.model.project import Project
from argmap.model.records import Claim, School
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence
from maps import maps


def claims_above(graph: ArgumentGraph, claim: str) -> set[str]:
    """The claims that rest on a claim, directly or not, found by walking the graph."""
    seen: set[int] = set()
    waiting = [graph.index[claim]]
    while waiting:
        node = waiting.pop()
        touched = [graph.owner[a] for a in (*graph.premise_of[node], *graph.undercutter_of[node])]
        touched += graph.challenger_of[node]
        for following in touched:
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    seen.discard(graph.index[claim])
    return {graph.ids[node] for node in seen if node < graph.claims}


PARTED = {"left": "holds", "right": "rejects"}


def disputed(**fields: object) -> Claim:
    return a_claim(schools=PARTED, **fields)


def a_debate(**claims: Claim) -> Project:
    return a_project(
        claims,
        {"act": some_evidence(), "letter": some_evidence(challenged_by=["forgery"])},
        schools={"left": School(name="Left"), "right": School(name="Right")},
    )


def found(**claims: Claim) -> dict[str, Crux]:
    return {crux.claim: crux for crux in compare(a_debate(**claims)).cruxes}


def test_only_claims_that_one_holds_and_another_rejects_are_cruxes():
    cruxes = found(
        a=disputed(),
        b=a_claim(schools={"left": "holds", "right": "qualifies"}),
        c=a_claim(schools={"left": "holds", "right": "holds"}),
        d=a_claim(schools={"left": "rejects"}),
    )
    assert list(cruxes) == ["a"]
    assert (cruxes["a"].holding, cruxes["a"].rejecting) == (("left",), ("right",))


def test_what_turns_is_what_hangs_on_the_crux():
    cruxes = found(
        base=disputed(),
        proven=a_claim(pro=["base", "act"]),
        shaken=a_claim(pro=["base"]),
        top=a_claim(pro=["shaken"]),
    )
    assert (cruxes["base"].above, cruxes["base"].turns) == (3, ("shaken", "top"))


def test_what_is_above_includes_objections_undercutters_and_challenges():
    project = a_debate(
        forgery=disputed(),
        against=a_claim(con=["forgery"]),
        answered=a_claim(con=[{"from": "act", "answer": "forgery"}]),
        read=a_claim(pro=["letter"]),
        step=a_claim(pro=[{"from": "act", "unless": "forgery"}]),
        aside=a_claim(pro=["act"]),
    )
    assert claims_above(build_graph(project), "forgery") == {"against", "answered", "read", "step"}


def test_a_claim_is_not_above_itself_in_a_circle():
    project = a_debate(a=disputed(pro=["b"]), b=a_claim(pro=["a"]))
    assert claims_above(build_graph(project), "a") == {"b"}
    assert found(a=disputed(pro=["b"]), b=a_claim(pro=["a"]))["a"].turns == ("b",)


def test_the_weightiest_come_first_by_what_turns_then_by_what_is_above_then_by_id():
    cruxes = found(
        d=disputed(),
        c=disputed(),
        b=disputed(),
        a=disputed(),
        on_b=a_claim(pro=["b", "act"]),
        on_c=a_claim(pro=["c"]),
    )
    assert list(cruxes) == ["c", "b", "a", "d"]
    assert [(len(c.turns), c.above) for c in cruxes.values()] == [(1, 1), (0, 1), (0, 0), (0, 0)]


def test_beyond_the_limit_those_with_least_above_are_not_weighed(monkeypatch):
    monkeypatch.setattr(cruxes_module, "MOST", 1)
    cruxes = found(a=disputed(), b=disputed(), top=a_claim(pro=["b"]))
    assert [(c.claim, c.weighed) for c in cruxes.values()] == [("b", True), ("a", False)]


@given(maps(most=5), st.data())
def test_what_is_told_to_turn_does_and_nothing_else(project: Project, data: st.DataObject):
    claims = dict(project.claims)
    key = data.draw(st.sampled_from(sorted(claims)))
    claims[key] = disputed(pro=claims[key].pro, con=claims[key].con)
    schools = {"left": School(name="Left"), "right": School(name="Right")}
    debate = a_project(claims, dict(project.evidence), schools=schools)
    (crux,) = compare(debate).cruxes
    held = judge(debate, Audience(assumed=frozenset({key}))).verdicts
    not_held = judge(debate, Audience(rejected=frozenset({key}))).verdicts
    turning = [c for c in claims if c != key and str(held[c]) != str(not_held[c])]
    assert list(crux.turns) == turning
    above = claims_above(build_graph(debate), key)
    assert set(turning) <= above
    assert crux.above == len(above)


def test_beyond_the_effort_cruxes_are_not_weighed(monkeypatch):
    monkeypatch.setattr(cruxes_module, "EFFORT", 1)
    cruxes = found(a=disputed(), b=disputed(), top=a_claim(pro=["b"]))
    assert [(c.claim, c.weighed) for c in cruxes.values()] == [("b", True), ("a", False)]


def test_only_the_cruxes_among_the_claims_asked_about_are_told():
    debate = a_debate(a=disputed(), b=disputed())
    assert [crux.claim for crux in compare(debate, claims=["b"]).cruxes] == ["b"]
