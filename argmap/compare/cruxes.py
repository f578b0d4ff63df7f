"""Cruxes: claims on which schools part, by how much above them hangs on who is right."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.graph.arguments import ArgumentGraph
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.whatif import changes

MOST = 400
"""How many cruxes are weighed by judging the map anew; beyond, those with the least above are not."""


@dataclass(frozen=True, slots=True)
class Crux:
    """A claim on which schools part."""

    claim: str
    holding: tuple[str, ...]
    rejecting: tuple[str, ...]
    above: int
    """Claims that rest on it, directly or not."""
    turns: tuple[str, ...]
    """Claims above whose verdict or grade depends on whether it is assumed or rejected."""
    weighed: bool = True
    """False where there were too many cruxes to weigh this one; then ``turns`` says nothing."""


def cruxes(judgement: Judgement, stances: Mapping[str, Mapping[str, str]]) -> list[Crux]:
    """Find the claims that some school holds and another rejects, the weightiest first.

    Args:
        judgement: The map as it is.
        stances: School to claim to stance.
    """
    project, graph = judgement.project, judgement.reading.graph
    parted: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for claim in project.claims:
        holding = tuple(s for s, said in stances.items() if said.get(claim) == "holds")
        rejecting = tuple(s for s, said in stances.items() if said.get(claim) == "rejects")
        if holding and rejecting:
            parted[claim] = (holding, rejecting)
    above = {claim: claims_above(graph, claim) for claim in parted}
    by_reach = sorted(parted, key=lambda c: (-len(above[c]), c))
    found = []
    for rank, claim in enumerate(by_reach):
        weighed = rank < MOST
        turns = _turning(judgement, claim) if weighed else ()
        found.append(Crux(claim, *parted[claim], len(above[claim]), turns, weighed))
    return sorted(found, key=lambda c: (-len(c.turns), -c.above, c.claim))


def _turning(judgement: Judgement, claim: str) -> tuple[str, ...]:
    assumed = judge(judgement.project, Audience(assumed=frozenset({claim})), judgement)
    rejected = judge(judgement.project, Audience(rejected=frozenset({claim})), judgement)
    return tuple(sorted(c.claim for c in changes(rejected, assumed) if c.claim != claim))


def claims_above(graph: ArgumentGraph, claim: str) -> set[str]:
    """Give the claims that rest on a claim, directly or not: for, against, as undercutter or challenge."""
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
