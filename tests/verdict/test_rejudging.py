"""After any edits, the judgement made from the one before is that made from scratch."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.arguments import MISSING
from argmap.model.project import Project
from argmap.model.records import Source
from argmap.model.settings import Settings, VerdictSettings
from argmap.verdict.audience import audience
from argmap.verdict.explain import explain
from argmap.verdict.fragility import FragileMap
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.rejudging import rejudge
from makers import a_claim, a_project, some_evidence
from maps import maps


def in_words(judgement: Judgement) -> dict[str, Any]:
    """All that a judgement knows, by ids in place of numbers."""
    done, graph, weighing = judgement.fixpoint, judgement.reading.graph, judgement.reading.weighing

    def named(nodes: Any) -> list[str]:
        return ["?" if node == MISSING else graph.ids[node] for node in nodes]

    def place(a: int) -> tuple[str, int, int]:
        return graph.ids[graph.owner[a]], graph.side[a], graph.position[a]

    return {
        "verdicts": list(judgement.verdicts.items()),
        "lends": {key: (done.lo[node], done.hi[node]) for key, node in graph.index.items()},
        "founded": {graph.ids[claim]: lent for claim, lent in done.founded.items()},
        "arguments": {
            place(a): (
                named(graph.premises[a]),
                named(graph.undercutters[a]),
                weighing.limit[a],
                weighing.documents[a],
                done.worth_lo[a],
                done.worth_hi[a],
            )
            for a in graph.numbers()
        },
        "ids": (graph.ids, graph.claims, graph.index),
        "roots": list(weighing.roots.items()),
        "absent": (bytes(judgement.reading.absent), weighing.forged),
        "standards": judgement.reading.standards,
        "challengers": [named(each) for each in graph.challengers],
        "challenger of": [sorted(named(each)) for each in graph.challenger_of],
        "beneath": [sorted(set(named(each))) for each in graph.beneath],
        "users": [named(each) for each in graph.users],
        "premise of": [sorted(map(place, each)) for each in graph.premise_of],
        "undercutter of": [sorted(map(place, each)) for each in graph.undercutter_of],
        "dangling": judgement.dangling,
    }


def mixed(before: Project, other: Project, keys: frozenset[str]) -> Project:
    """A project in which the records of some ids are those of another one, or gone as they are there."""

    def taken(mine: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: record for key, record in mine.items() if key not in keys}
        return dict(sorted({**found, **{key: others[key] for key in keys & others.keys()}}.items()))

    return replace(
        before, claims=taken(before.claims, other.claims), evidence=taken(before.evidence, other.evidence)
    )


IDS = [*(f"c{i}" for i in range(8)), *(f"e{i}" for i in range(4))]


@settings(deadline=None)
@given(
    maps(most=8),
    st.lists(st.tuples(maps(most=8), st.frozensets(st.sampled_from(IDS))), min_size=1, max_size=3),
    st.sampled_from(["grades", "carneades"]),
)
def test_edits_one_after_the_other_come_to_what_judging_from_scratch_does(
    project: Project, edits: list[tuple[Project, frozenset[str]]], setting: Any
) -> None:
    project = replace(project, settings=Settings(verdicts=VerdictSettings(setting=setting)))
    judgement = judge(project)
    for other, keys in edits:
        before = in_words(judgement)
        project = mixed(project, other, keys)
        found = rejudge(judgement, project, keys)
        scratch = judge(project)
        assert in_words(judgement) == before
        assert in_words(found.judgement) == in_words(scratch)
        for key in project.claims:
            assert explain(found.judgement, key) == explain(scratch, key)
        others = before["verdicts"]
        assert all(found.judgement[key] == verdict for key, verdict in others if key in untouched(found))
        judgement = found.judgement
    assert FragileMap(judgement).all() == FragileMap(judge(project)).all()


def untouched(found: Any) -> set[str]:
    return set(found.judgement.verdicts) - found.touched


@settings(deadline=None)
@given(maps(most=8), maps(most=8))
def test_records_that_move_between_the_kinds_are_followed(project: Project, other: Project) -> None:
    renamed = {"c0": "e0", "e0": "c0"}

    def named(of: Mapping[str, Any]) -> dict[str, Any]:
        return {renamed.get(key, key): record for key, record in of.items()}

    claims = named(other.claims)
    evidence = {key: record for key, record in named(other.evidence).items() if key not in claims}
    after = replace(project, claims=dict(sorted(claims.items())), evidence=dict(sorted(evidence.items())))
    changed = {*project.claims, *project.evidence, *claims, *evidence}
    found = rejudge(judge(project), after, changed).judgement
    assert in_words(found) == in_words(judge(after))


def chains(count: int, length: int) -> Project:
    claims = {
        f"c{n:04}-{i:02}": a_claim(pro=[f"c{n:04}-{i + 1:02}" if i + 1 < length else f"e{n:04}"])
        for n in range(count)
        for i in range(length)
    }
    return a_project(claims, {f"e{n:04}": some_evidence() for n in range(count)})


def test_only_what_depends_on_the_change_is_worked_out() -> None:
    project = chains(50, 10)
    evidence = dict(project.evidence) | {"e0007": some_evidence(authenticity="forged")}
    found = rejudge(judge(project), replace(project, evidence=evidence), ["e0007"])
    assert found.touched == {key for key in project.claims if key.startswith("c0007")}


def test_a_change_that_changes_nothing_goes_no_further() -> None:
    project = chains(3, 10)
    said = [{"from": "c0001-06", "because": "It follows."}]
    claims = dict(project.claims) | {"c0001-05": a_claim(pro=said)}
    found = rejudge(judge(project), replace(project, claims=claims), ["c0001-05"])
    assert found.touched == {"c0001-05"}


def test_nothing_is_worked_out_where_only_a_text_changed() -> None:
    project = chains(3, 3)
    claims = dict(project.claims) | {"c0001-01": a_claim(text="Said otherwise.", pro=["c0001-02"])}
    after = replace(project, claims=claims)
    warm = rejudge(judge(project), project, ()).judgement
    found = rejudge(warm, after, ["c0001-01"])
    assert found.touched == frozenset()
    assert found.judgement.project is after
    assert in_words(found.judgement) == in_words(judge(after))


def test_nothing_is_worked_out_where_nothing_changed() -> None:
    project = chains(3, 3)
    assert not rejudge(judge(project), project, ()).touched


@pytest.mark.parametrize("closed", [True, False])
def test_a_circle_of_many_claims_is_closed_and_opened_without_recursion(closed: bool) -> None:
    size = 20_000
    ring = {f"c{i:05}": a_claim(pro=[f"c{(i + 1) % size:05}"]) for i in range(size)}
    chain = ring | {"c00100": a_claim(pro=["e"])}
    before, after = (chain, ring) if closed else (ring, chain)
    evidence = {"e": some_evidence()}
    project = a_project(after, evidence)
    found = rejudge(judge(a_project(before, evidence)), project, ["c00100"]).judgement
    assert {v.verdict for v in found.verdicts.values()} == {"circular" if closed else "supported"}


def test_another_edition_of_a_source_is_another_document() -> None:
    claims = {"c": a_claim(pro=["a", "b"])}
    evidence = {key: some_evidence(form="scholarship", source=f"s-{key}") for key in "ab"}
    sources = {"s-a": Source("book", "A"), "s-b": Source("book", "B")}
    project = a_project(claims, evidence, sources=sources)
    same = replace(project, sources={**sources, "s-b": replace(sources["s-b"], edition_of="s-a")})
    found = rejudge(judge(project), same, ["s-b"]).judgement
    assert (judge(project)["c"].lo, found["c"].lo) == (3, 2)
    assert in_words(found) == in_words(judge(same))


def test_other_settings_and_other_audiences_are_judged_from_scratch() -> None:
    project = chains(2, 2)
    strict = replace(project, settings=Settings(verdicts=VerdictSettings(standard="clear-and-convincing")))
    assert in_words(rejudge(judge(project), strict, ()).judgement) == in_words(judge(strict))
    late = judge(project, audience(without=["e0000"]))
    claims = dict(project.claims) | {"c0000-00": a_claim(pro=["e0001"])}
    edited = replace(project, claims=claims)
    found = rejudge(late, edited, ["c0000-00"])
    assert found.judgement.verdicts == judge(edited, audience(without=["e0000"])).verdicts
    assert found.touched == set(project.claims)
