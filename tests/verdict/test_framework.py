"""A map as an abstract framework, and what stands in it."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.verdict.acceptance import positions_of
from argmap.verdict.audience import Audience
from argmap.verdict.framework import claim_framework
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence
from maps import maps


def attacks(viewed):
    framework = viewed.framework
    names = framework.names
    return {f"{names[a]} > {names[b]}" for a in range(framework.size) for b in framework.attacked_by(a)}


def fates(project, semantics, **who):
    """Claim to whether it stands in all and in some positions."""
    found = positions_of(judge(project, Audience(**who)), semantics)
    return {key: (each.sceptical, each.credulous) for key, each in found.claims.items()}


def test_nodes_and_attacks_are_those_that_the_documentation_names():
    project = a_project(
        {
            "fire": a_claim(pro=[{"from": ["ledger", "motive"], "unless": ["forgery"]}], con=["rain"]),
            "motive": a_claim(pro=["letter"]),
            "forgery": a_claim(),
        },
        {
            "ledger": some_evidence(challenged_by=["forgery"]),
            "letter": some_evidence(),
            "rain": some_evidence(),
        },
    )
    assert attacks(claim_framework(judge(project))) == {
        "unsupported_c_fire > c_fire",
        "a_fire_for_1 > unsupported_c_fire",
        "e_ledger > not_e_ledger",
        "not_e_ledger > a_fire_for_1",
        "c_motive > not_c_motive",
        "not_c_motive > a_fire_for_1",
        "c_forgery > a_fire_for_1",
        "c_forgery > e_ledger",
        "a_fire_for_1 > a_fire_against_1",
        "a_fire_against_1 > a_fire_for_1",
        "e_rain > not_e_rain",
        "not_e_rain > a_fire_against_1",
        "unsupported_c_motive > c_motive",
        "a_motive_for_1 > unsupported_c_motive",
        "e_letter > not_e_letter",
        "not_e_letter > a_motive_for_1",
        "unsupported_c_forgery > c_forgery",
    }


def test_a_claim_without_support_stands_nowhere():
    project = a_project({"a": a_claim(), "b": a_claim(pro=["e"])}, {"e": some_evidence()})
    for semantics in ("grounded", "preferred", "stable", "semi-stable", "stage", "ideal"):
        assert fates(project, semantics) == {"a": (False, False), "b": (True, True)}


def test_equal_arguments_on_both_sides_are_two_positions():
    project = a_project({"a": a_claim(pro=["e"], con=["f"])}, {"e": some_evidence(), "f": some_evidence()})
    assert fates(project, "grounded") == {"a": (False, False)}
    assert fates(project, "preferred") == {"a": (False, True)}


def test_the_stronger_argument_prevails_alone():
    weak = {"from": "f", "strength": "weak"}
    both = {"e": some_evidence(), "f": some_evidence()}
    assert fates(a_project({"a": a_claim(pro=["e"], con=[weak])}, both), "preferred") == {"a": (True, True)}
    assert fates(a_project({"a": a_claim(pro=[weak], con=["e"])}, both), "preferred") == {"a": (False, False)}


def test_the_proof_standard_decides_what_prevails():
    def project(standard):
        argument = {"from": "f", "strength": "weak"}
        claim = a_claim(pro=["e"], con=[argument], standard=standard)
        return a_project({"a": claim}, {"e": some_evidence(), "f": some_evidence()})

    assert fates(project("scintilla"), "grounded") == {"a": (True, True)}
    assert fates(project("dialectical-validity"), "grounded") == {"a": (False, False)}


def test_an_argument_too_weak_for_the_standard_does_not_carry_its_claim():
    argument = {"from": "e", "strength": "limited"}
    claim = a_claim(pro=[argument], standard="clear-and-convincing")
    assert fates(a_project({"a": claim}, {"e": some_evidence()}), "preferred") == {"a": (False, False)}


def test_a_circle_of_support_carries_itself_only_where_positions_may_be_chosen():
    project = a_project({"a": a_claim(pro=["b"]), "b": a_claim(pro=["a"])})
    assert fates(project, "grounded") == fates(project, "ideal")
    assert fates(project, "grounded")["a"] == (False, False)
    assert fates(project, "preferred")["a"] == (False, True)


def test_an_odd_circle_of_undercutting_leaves_no_stable_position():
    project = a_project({"a": a_claim(pro=[{"from": "e", "unless": "a"}])}, {"e": some_evidence()})
    found = positions_of(judge(project), "stable")
    assert not found.exist
    assert found.claims["a"].sceptical
    assert not found.claims["a"].credulous
    assert positions_of(judge(project), "preferred").exist


def test_disputes_that_do_not_touch_are_told_apart():
    stand_off = {"pro": ["e"], "con": ["f"]}
    evidence = {"e": some_evidence(), "f": some_evidence()}
    project = a_project(
        {"a": a_claim(**stand_off), "b": a_claim(**stand_off), "c": a_claim(pro=["a"])}, evidence
    )
    assert positions_of(judge(project), "preferred").disputes == (("a", "c"), ("b",))
    assert positions_of(judge(project), "grounded").disputes == ()


def test_what_carries_nothing_is_left_out_and_named():
    project = a_project(
        {"a": a_claim(pro=["gone", "fake", "b"]), "b": a_claim(pro=["e"])},
        {"fake": some_evidence(authenticity="forged"), "e": some_evidence()},
    )
    viewed = claim_framework(judge(project, Audience(rejected=frozenset("b"), without=frozenset("e"))))
    told = {(entry.claim, entry.position): entry.why for entry in viewed.left_out}
    assert told[("a", 0)] == "it rests on something that is not in the map"
    assert told[("a", 1)] == "it rests on evidence that is withheld or forged"
    assert told[("b", 0)] == "it rests on evidence that is withheld or forged"
    assert list(viewed.evidence) == []


def test_an_audience_settles_claims():
    project = a_project({"a": a_claim(pro=["b"]), "b": a_claim()})
    assert fates(project, "grounded", assumed=frozenset("b")) == {"a": (True, True), "b": (True, True)}
    project = a_project({"a": a_claim(pro=["b"]), "b": a_claim(pro=["e"])}, {"e": some_evidence()})
    assert fates(project, "grounded", rejected=frozenset("b")) == {"a": (False, False), "b": (False, False)}


def test_names_are_words_that_every_solver_reads_and_never_the_same_twice():
    project = a_project({"a-b": a_claim(), "a_b": a_claim(), "été": a_claim()})
    names = claim_framework(judge(project)).framework.names
    assert {"c_a_b", "c_a_b__2", "c__t_"} <= set(names)
    assert len(set(names)) == len(names)


def without_circles(project):
    """The map without links from a claim to itself and to those before it."""
    order = {key: i for i, key in enumerate(project.claims)}

    def kept(names, claim):
        return tuple(name for name in names if order.get(name, len(order)) > order[claim])

    def arguments(listed, claim):
        found = ((kept(each.premises, claim), kept(each.unless, claim), each) for each in listed)
        return [
            {"from": premises, "unless": unless, "strength": each.strength, "bearing": each.bearing}
            for premises, unless, each in found
            if premises
        ]

    claims = {
        key: a_claim(pro=arguments(each.pro, key), con=arguments(each.con, key), standard=each.standard)
        for key, each in project.claims.items()
    }
    last = {name: key for key, each in claims.items() for a in (*each.pro, *each.con) for name in a.premises}
    evidence = {
        key: replace(each, challenged_by=kept(each.challenged_by, last[key]) if key in last else ())
        for key, each in project.evidence.items()
    }
    return a_project(claims, evidence)


@settings(max_examples=400, deadline=None)
@given(maps())
def test_without_stand_offs_and_circles_the_grounded_labelling_is_the_verdict(project):
    judgement = judge(without_circles(project))
    found = positions_of(judgement, "grounded")
    assume(all(verdict.verdict != "contested" for verdict in judgement.verdicts.values()))
    for key, verdict in judgement.verdicts.items():
        assert found.claims[key].sceptical == (verdict.verdict == "supported")


@settings(max_examples=60, deadline=None)
@given(maps())
def test_caution_goes_from_grounded_over_ideal_to_preferred(project):
    grounded, ideal, preferred = (fates(project, each) for each in ("grounded", "ideal", "preferred"))
    for key in grounded:
        assert grounded[key][0] <= ideal[key][0] <= preferred[key][0] <= preferred[key][1]


def test_an_unknown_semantics_names_the_nearest_and_codes_are_understood():
    judgement = judge(a_project({"a": a_claim()}))
    assert positions_of(judgement, "pr").semantics == "preferred"
    with pytest.raises(UnknownNameError, match="did you mean 'preferred'"):
        positions_of(judgement, "prefered")
    stand_off = a_claim(pro=["e"], con=["f"])
    open_ = a_project({"a": stand_off}, {"e": some_evidence(), "f": some_evidence()})
    with pytest.raises(ArgmapError, match="within 0 s"):
        positions_of(judge(open_), "preferred", timeout=0)
