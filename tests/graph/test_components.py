"""Circles: components against a brute force, and a real way round each."""

import time

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.arguments import ArgumentGraph, build_graph
from argmap.graph.components import components, support_circles
from argmap.model.project import Project
from makers import a_claim, a_project, some_evidence
from maps import maps


@st.composite
def digraphs(draw: st.DrawFn) -> list[list[int]]:
    size = draw(st.integers(0, 7))
    node = st.integers(0, max(0, size - 1))
    return [draw(st.lists(node, max_size=3)) for _ in range(size)]


def reachable(edges: list[list[int]], start: int) -> set[int]:
    """Nodes at the end of a way of any length from a node, none included."""
    seen, waiting = {start}, [start]
    while waiting:
        new = set(edges[waiting.pop()]) - seen
        seen |= new
        waiting += new
    return seen


@given(digraphs())
def test_components_are_the_nodes_that_reach_each_other(edges):
    found = components(len(edges), edges.__getitem__)
    reach = [reachable(edges, n) for n in range(len(edges))]
    slow = {frozenset(m for m in reach[n] if n in reach[m]) for n in range(len(edges))}
    assert sorted(map(sorted, found)) == sorted(map(sorted, slow))


@given(digraphs())
def test_successors_come_before_those_that_reach_them(edges):
    place = {n: i for i, part in enumerate(components(len(edges), edges.__getitem__)) for n in part}
    assert all(place[after] <= place[node] for node, others in enumerate(edges) for after in others)


def ids(graph: ArgumentGraph) -> list[list[str]]:
    return [[graph.ids[n] for n in circle] for circle in support_circles(graph)]


def test_a_circle_is_told_in_the_order_of_resting_from_its_smallest():
    project = a_project({"c": a_claim(pro=["a"]), "a": a_claim(pro=["b"]), "b": a_claim(pro=["c"])})
    assert ids(build_graph(project)) == [["a", "b", "c"]]


def test_self_support_is_a_circle_of_one():
    project = a_project({"a": a_claim(pro=["a"]), "b": a_claim(pro=["a"])})
    assert ids(build_graph(project)) == [["a"]]


def test_of_a_knot_a_shortest_way_round_its_smallest_is_told():
    project = a_project(
        {
            "a": a_claim(pro=["a", "b", "d"]),
            "b": a_claim(pro=["c"]),
            "c": a_claim(pro=["a"]),
            "d": a_claim(pro=["a"]),
        }
    )
    assert ids(build_graph(project)) == [["a", "d"]]


def test_only_support_makes_a_circle():
    project = a_project(
        {
            "a": a_claim(pro=[{"from": "e", "unless": "b"}], con=["b"]),
            "b": a_claim(pro=["a"]),
        },
        {"e": some_evidence(challenged_by=["b"])},
    )
    assert ids(build_graph(project)) == []


@given(maps(most=7))
def test_every_circle_told_is_a_real_way_round_and_starts_at_its_smallest(project: Project):
    graph = build_graph(project)
    circles = support_circles(graph)
    assert circles == sorted(circles)
    for circle in circles:
        assert circle[0] == min(circle)
        assert len(set(circle)) == len(circle)
        for claim, below in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert below in graph.supports(claim)


@given(maps(most=7))
def test_every_claim_that_reaches_itself_lies_in_a_knot_with_a_circle_told(project: Project):
    graph = build_graph(project)
    edges = [[p for p in graph.supports(c) if p < graph.claims] for c in range(graph.claims)]
    told = [set(circle) for circle in support_circles(graph)]
    for claim in range(graph.claims):
        after = set().union(*(reachable(edges, n) for n in edges[claim]))
        if claim in after:
            knot = {n for n in after if claim in reachable(edges, n)}
            assert sum(bool(circle & knot) for circle in told) == 1


def ring(size: int) -> ArgumentGraph:
    """Claims each of which rests on the next, the last on the first."""
    return build_graph(a_project({f"{n:06}": a_claim(pro=[f"{(n + 1) % size:06}"]) for n in range(size)}))


def test_a_circle_of_100000_claims_is_found_in_time():
    size = 100_000
    started = time.perf_counter()
    assert support_circles(ring(size)) == [list(range(size))]
    assert time.perf_counter() - started < 10
