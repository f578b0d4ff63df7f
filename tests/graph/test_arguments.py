"""The graph of integers: numbering, premises, undercutters and challenges."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.arguments import AGAINST, FOR, MISSING, build_graph
from argmap.model.project import FileRecords, Project, merge
from makers import a_claim, a_project, some_evidence
from maps import maps


def lists(column: Iterable[Iterable[int]]) -> list[list[int]]:
    return list(map(list, column))


def test_claims_come_first_then_evidence_each_by_id():
    graph = build_graph(a_project({"b": a_claim(), "z": a_claim()}, {"a": some_evidence()}))
    assert (graph.ids, graph.claims, graph.index) == (("b", "z", "a"), 2, {"b": 0, "z": 1, "a": 2})


def test_arguments_know_their_claim_side_place_and_premises():
    graph = build_graph(
        a_project(
            {"a": a_claim(pro=["e", {"from": ["b", "nobody"]}], con=["b"]), "b": a_claim()},
            {"e": some_evidence()},
        )
    )
    assert (graph.owner, list(graph.side), graph.position) == ([0, 0, 0], [FOR, FOR, AGAINST], [0, 1, 0])
    assert graph.premises == [(2,), (1, MISSING), (1,)]
    assert lists(graph.arguments) == [[0, 1], [2], [], []]
    assert lists(graph.premise_of) == [[], [1, 2], [0]]
    assert lists(graph.users) == [[], [0], [0]]
    assert list(graph.supports(0)) == [2, 1]


def test_a_premise_named_twice_is_one():
    graph = build_graph(a_project({"a": a_claim(pro=[{"from": ["e", "e"]}, "e"])}, {"e": some_evidence()}))
    assert graph.premises == [(1,), (1,)]
    assert graph.supports(0) == [1]


def test_undercutters_and_answers_block_a_step_and_unknown_ones_do_not():
    project = a_project(
        {
            "a": a_claim(con=[{"from": "e", "unless": ["u", "nobody"], "answer": ["e", "u"]}]),
            "u": a_claim(),
        },
        {"e": some_evidence()},
    )
    graph = build_graph(project)
    assert graph.undercutters == [(1, 2)]
    assert lists(graph.undercutter_of) == [[], [0], [0]]
    assert lists(graph.users) == [[], [0], [0]]


def test_challenges_go_from_claims_to_evidence():
    project = a_project({"a": a_claim()}, {"e": some_evidence(challenged_by=["a", "nobody"])})
    graph = build_graph(project)
    assert (lists(graph.challenger_of), lists(graph.challengers)) == ([[1], []], [[], [0]])


@given(maps(), st.randoms(use_true_random=False))
def test_the_numbering_does_not_depend_on_the_order_of_records_or_files(project: Project, random):
    claims = random.sample(sorted(project.claims.items()), len(project.claims))
    evidence = random.sample(sorted(project.evidence.items()), len(project.evidence))
    names = ["a.yaml", "b.yaml"]
    random.shuffle(names)
    files = [FileRecords(names[0], dict(claims)), FileRecords(names[1], evidence=dict(evidence))]
    assert build_graph(merge(files)) == build_graph(replace(project))
