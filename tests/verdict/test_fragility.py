"""What a verdict hangs on, against brute force over all that could be lost."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.errors import ArgmapError, UnknownIdError, UnknownNameError
from argmap.model.project import Project
from argmap.model.records import School, Source
from argmap.model.settings import Settings, VerdictSettings
from argmap.verdict.audience import Audience
from argmap.verdict.fragility import FragileMap
from argmap.verdict.holdings import HOLDERS, holdings
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.reevaluation import Reevaluation
from makers import a_claim, a_project, some_evidence
from maps import maps

SOURCES = {
    "s1": Source("book", "One", archive="Archive of Ports"),
    "s2": Source("book", "Two", archive="archive of ports"),
    "s3": Source("book", "Three", archive="Town Hall"),
}


@st.composite
def held_maps(draw: st.DrawFn, most: int = 5) -> Project:
    """A map whose evidence has sources, archives and makers, and whose objections have answers."""
    project = draw(maps(most=most))
    claims = st.lists(st.sampled_from(sorted(project.claims)), max_size=1)
    evidence = {
        key: replace(
            item,
            source=draw(st.sampled_from([None, "s1", "s2", "s3", "nowhere"])),
            by=tuple(draw(st.lists(st.sampled_from(["ann", "bob", "cy"]), max_size=2))),
        )
        for key, item in project.evidence.items()
    }
    undercuts = st.lists(st.sampled_from([*project.claims, *project.evidence]), max_size=1)
    for key, claim in list(project.claims.items()):
        con = tuple(replace(each, answer=tuple(draw(claims))) for each in claim.con)
        pro = tuple(replace(each, unless=each.unless or tuple(draw(undercuts))) for each in claim.pro)
        project = replace(project, claims={**project.claims, key: replace(claim, pro=pro, con=con)})
    setting = draw(st.sampled_from(["grades", "grades", "carneades"]))
    verdicts = VerdictSettings(setting=setting)
    return replace(project, evidence=evidence, sources=SOURCES, settings=Settings(verdicts=verdicts))


def turned(before: Judgement, after: Judgement, claim: str, *, grade: bool) -> bool:
    old, new = before[claim], after[claim]
    lower = old.grade is not None and new.grade is not None and new.lo < old.lo
    return old.verdict != new.verdict or (grade and lower)


def by_brute_force(project: Project, claim: str, by: str, *, grade: bool) -> dict[tuple[str, ...], str]:
    """Every minimal loss that turns a claim, from judging the whole map without every set of things."""
    held = holdings(project, by)
    before = judge(project)
    found: dict[tuple[str, ...], str] = {}
    for size in range(1, len(held) + 1):
        for lost in combinations(held, size):
            if any(set(smaller) <= set(lost) for smaller in found):
                continue
            without = frozenset(key for name in lost for key in held[name])
            after = judge(project, Audience(without=without), before)
            if turned(before, after, claim, grade=grade):
                found[lost] = str(after[claim])
    return found


@settings(max_examples=300, deadline=None)
@given(held_maps(), st.sampled_from(HOLDERS), st.booleans())
def test_every_minimal_loss_is_found_and_no_other(project, by, grade):
    fragile = FragileMap(judge(project), by, grade=grade)
    alone = fragile.single_points()
    for claim in project.claims:
        expected = by_brute_force(project, claim, by, grade=grade)
        found = fragile.of(claim, most=99)
        assert {loss.items: str(loss.after) for loss in found.losses} == expected
        assert found.exhausted
        assert found.robustness == found.at_least == min(map(len, expected), default=None)
        assert found.single_points == alone[claim].single_points
        assert set(found.single_points) == {lost[0] for lost in expected if len(lost) == 1}


@settings(max_examples=100, deadline=None)
@given(held_maps(), st.integers(1, 2), st.integers(1, 4))
def test_a_search_that_stops_early_gives_a_bound_that_is_true(project, most, limit):
    fragile = FragileMap(judge(project))
    for claim in project.claims:
        expected = by_brute_force(project, claim, "evidence", grade=False)
        found = fragile.of(claim, most, limit)
        within = {lost for lost in expected if len(lost) <= found.complete_to}
        assert within <= {loss.items for loss in found.losses} <= set(expected)
        if found.at_least is None:
            assert not expected
        else:
            assert found.at_least <= min(map(len, expected), default=99)
        if found.robustness is not None:
            assert found.robustness == min(map(len, expected))


@settings(max_examples=200, deadline=None)
@given(held_maps(most=7), st.data())
def test_what_is_worked_out_anew_is_what_judging_the_whole_map_gives(project, data):
    before = judge(project)
    now = Reevaluation(before)
    lost = (
        data.draw(st.lists(st.sampled_from(sorted(project.evidence)), unique=True))
        if project.evidence
        else []
    )
    after = judge(project, Audience(without=frozenset(lost)), before)
    with now.without([now.graph.index[key] for key in lost]) as moved:
        assert [now.verdict(c) for c in range(len(project.claims))] == list(after.verdicts.values())
        assert {c for c in moved if now.verdict(c) != before.verdicts[now.graph.ids[c]]} == {
            c for c, key in enumerate(project.claims) if before[key] != after[key]
        }
    assert [now.verdict(c) for c in range(len(project.claims))] == list(before.verdicts.values())


def losses(project: Project, claim: str, by: str = "evidence", *, grade: bool = False) -> list[tuple]:
    found = FragileMap(judge(project), by, grade=grade).of(claim)
    return [(" ".join(loss.items), str(loss.after)) for loss in found.losses]


ITEMS = {key: some_evidence(document=key) for key in "abd"}
WEAK = {key: some_evidence(document=key, form="derived") for key in "abd"}


def test_two_independent_arguments_must_both_be_lost():
    project = a_project({"c": a_claim(pro=["a", {"from": ["b", "d"]}])}, ITEMS)
    assert losses(project, "c") == [("a b", "unsupported"), ("a d", "unsupported")]


def test_the_loss_of_corroboration_only_lowers_the_grade():
    project = a_project({"c": a_claim(pro=["a", "b"])}, WEAK)
    assert losses(project, "c") == [("a b", "unsupported")]
    assert losses(project, "c", grade=True) == [("a", "supported (weak)"), ("b", "supported (weak)")]


def test_losing_an_objection_can_raise_a_claim():
    project = a_project({"c": a_claim(pro=["a"], con=["b"])}, ITEMS)
    assert losses(project, "c") == [("a", "unsupported"), ("b", "supported (firm)")]


def test_losing_the_answer_lets_the_objection_through():
    project = a_project(
        {
            "c": a_claim(pro=["a"], con=[{"from": ["b"], "answer": ["met"]}]),
            "met": a_claim(pro=["d"]),
        },
        ITEMS,
    )
    assert losses(project, "c") == [("a", "unsupported"), ("d", "contested")]


def test_losing_what_challenges_evidence_gives_it_back():
    project = a_project(
        {"c": a_claim(pro=["a"]), "forger": a_claim(pro=["b"])},
        {**ITEMS, "a": some_evidence(challenged_by=["forger"])},
    )
    assert losses(project, "c") == [("b", "supported (firm)")]


def test_losing_an_undercutter_gives_the_step_back_but_not_with_its_premise():
    project = a_project(
        {"c": a_claim(pro=[{"from": ["a"], "unless": ["u"]}]), "u": a_claim(pro=["b", "d"])}, ITEMS
    )
    assert losses(project, "c") == [("b d", "supported (firm)")]


def test_a_circle_that_rests_only_on_itself_hangs_on_nothing():
    project = a_project({"c": a_claim(pro=["k"]), "k": a_claim(pro=["c"])}, {})
    found = FragileMap(judge(project)).of("c")
    assert (found.losses, found.robustness, found.at_least, found.exhausted) == ((), None, None, True)


def test_evidence_of_two_makers_goes_with_either():
    evidence = {"a": some_evidence(by=["ann", "bob"]), "b": some_evidence(by=["cy"])}
    project = a_project({"c": a_claim(pro=["a"]), "k": a_claim(pro=["a", "b"])}, evidence)
    assert losses(project, "c", "person") == [("ann", "unsupported"), ("bob", "unsupported")]
    assert losses(project, "k", "person") == [("ann cy", "unsupported"), ("bob cy", "unsupported")]


def test_archives_are_one_whatever_the_case_of_their_letters():
    project = a_project(
        {}, {"a": some_evidence(source="s1"), "b": some_evidence(source="s2")}, sources=SOURCES
    )
    assert holdings(project, "archive") == {"Archive of Ports": ("a", "b")}


def test_forged_evidence_is_lost_already():
    project = a_project({"c": a_claim(pro=["a", "b"])}, {**ITEMS, "a": some_evidence(authenticity="forged")})
    assert losses(project, "c") == [("b", "unsupported")]


def test_what_an_audience_grants_hangs_on_nothing():
    project = a_project({"c": a_claim(pro=["a"]), "k": a_claim(pro=["c"])}, ITEMS)
    fragile = FragileMap(judge(project, Audience(assumed=frozenset("c"))))
    assert [fragile.of(key).losses for key in "ck"] == [(), ()]


def test_a_large_smallest_loss_is_found_beyond_those_listed():
    items = {f"e{i:02d}": some_evidence() for i in range(12)}
    project = a_project({"c": a_claim(pro=list(items))}, items)
    fragile = FragileMap(judge(project))
    found = fragile.of("c", most=2)
    assert (found.robustness, found.losses[0].items) == (12, tuple(items))
    bounded = fragile.of("c", most=2, beyond=False)
    assert (bounded.robustness, bounded.losses) == (None, ())
    assert bounded.at_least >= 3


def test_all_claims_at_once_give_what_each_gives():
    project = a_project({"c": a_claim(pro=["a", "b"]), "k": a_claim(pro=["c"], con=["d"])}, ITEMS)
    fragile = FragileMap(judge(project))
    pairs = fragile.all(2)
    assert {key: [loss.items for loss in each.losses] for key, each in pairs.items()} == {
        "c": [("a", "b")],
        "k": [("d",), ("a", "b")],
    }
    assert fragile.all()["k"].single_points == ("d",)


def test_a_chain_of_many_claims_needs_no_recursion():
    claims = {f"c{i:05d}": a_claim(pro=[f"c{i + 1:05d}"]) for i in range(20_000)}
    project = a_project({**claims, "c20000": a_claim(pro=["a"])}, ITEMS)
    fragile = FragileMap(judge(project))
    assert fragile.of("c00000").single_points == ("a",)


def test_misuse_is_told():
    judged = judge(
        a_project(
            {"c": a_claim(pro=["a"], schools={"one": "holds"})}, ITEMS, schools={"one": School(name="One")}
        )
    )
    with pytest.raises(UnknownIdError, match="no claim 'a'"):
        FragileMap(judged).of("a")
    with pytest.raises(UnknownNameError, match="did you mean 'archive'"):
        FragileMap(judged, "archives")
    with pytest.raises(ArgmapError, match="not of a school"):
        FragileMap(judge(judged.project, Audience(school="one"), judged))
