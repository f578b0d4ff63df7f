"""What evidence each school rests on, what it shares with another, and what it leaves aside."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph

Stances = Mapping[str, Mapping[str, str]]
"""School to claim to stance; silence is left out."""

Case = Mapping[int, tuple[int, ...]]
"""Evidence to the claims of a school that it serves, as nodes of the graph."""


@dataclass(frozen=True, slots=True)
class OppositeUse:
    """Evidence that two schools both rest on, for claims on which they part."""

    evidence: str
    claims: tuple[str, ...]
    """What the evidence serves on one side or the other and the two schools part on."""
    uses: tuple[tuple[str, ...], tuple[str, ...]]
    """Claims that it serves for the one school and for the other."""


@dataclass(frozen=True, slots=True)
class LeftAside:
    """Evidence that one school puts to a claim of which another speaks as well, without using it."""

    evidence: str
    claims: tuple[str, ...]
    """The claims of which both speak."""
    user: str
    ignorer: str


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """What two schools do with the evidence of the map."""

    schools: tuple[str, str]
    used: tuple[int, int]
    """Pieces of evidence that each rests on."""
    shared: int
    """Pieces that both rest on."""
    opposite: tuple[OppositeUse, ...]
    left_aside: tuple[LeftAside, ...]


def case_of(graph: ArgumentGraph, said: Mapping[str, str]) -> Case:
    """Find the evidence that a school's case rests on, and the claims that it serves.

    A school rests on what stands in the arguments *for* the claims that it holds or qualifies and in
    those *against* the claims that it rejects, and on what these premises rest on in turn, down through
    claims of which the school says nothing; where a premise is a claim of its own, that claim's evidence
    serves that claim. What rests on a claim that the school rejects is no part of its case.
    The map says what bears on a claim, not what a scholar had on the desk: a school "uses" what the map
    puts under its claims.

    Args:
        graph: The graph of the map.
        said: The school's stance by claim.
    """
    found: dict[int, dict[int, None]] = {}
    visited: set[int] = set()
    queue: deque[tuple[int, int, int]] = deque()
    for claim in sorted(graph.index[key] for key in said if key in graph.index):
        queue.append((claim, AGAINST if said[graph.ids[claim]] == "rejects" else FOR, claim))
    while queue:
        node, side, served = queue.popleft()
        for a in graph.arguments[2 * node + side]:
            for premise in graph.premises[a]:
                if premise == MISSING:
                    continue
                if premise >= graph.claims:
                    found.setdefault(premise, {})[served] = None
                elif graph.ids[premise] not in said and premise not in visited:
                    visited.add(premise)
                    queue.append((premise, FOR, served))
    return {evidence: tuple(served) for evidence, served in sorted(found.items())}


def evidence_uses(graph: ArgumentGraph, stances: Stances) -> list[EvidenceUse]:
    """Compare what each pair of schools does with the evidence.

    Args:
        graph: The graph of the map.
        stances: What each school says.
    """
    cases = {school: case_of(graph, said) for school, said in stances.items()}
    return [
        EvidenceUse(
            (one, other),
            (len(cases[one]), len(cases[other])),
            len(cases[one].keys() & cases[other].keys()),
            tuple(_opposite(graph, stances, cases, one, other)),
            (
                *_left_aside(graph, stances, cases, one, other),
                *_left_aside(graph, stances, cases, other, one),
            ),
        )
        for one, other in combinations(stances, 2)
    ]


def _opposite(
    graph: ArgumentGraph, stances: Stances, cases: Mapping[str, Case], one: str, other: str
) -> Iterator[OppositeUse]:
    mine, theirs = stances[one], stances[other]
    for evidence in sorted(cases[one].keys() & cases[other].keys()):
        uses = (cases[one][evidence], cases[other][evidence])
        served = dict.fromkeys(graph.ids[claim] for use in uses for claim in use)
        parted = tuple(c for c in served if {mine.get(c), theirs.get(c)} == {"holds", "rejects"})
        if parted:
            named = (
                tuple(graph.ids[claim] for claim in uses[0]),
                tuple(graph.ids[claim] for claim in uses[1]),
            )
            yield OppositeUse(graph.ids[evidence], parted, named)


def _left_aside(
    graph: ArgumentGraph, stances: Stances, cases: Mapping[str, Case], user: str, ignorer: str
) -> Iterator[LeftAside]:
    for evidence, served in cases[user].items():
        if evidence in cases[ignorer]:
            continue
        common = tuple(graph.ids[c] for c in served if graph.ids[c] in stances[ignorer])
        if common:
            yield LeftAside(graph.ids[evidence], common, user, ignorer)
