"""The cone of a claim, all that its verdict depends on, in parts that can be worked out one by one.

A part is a set of claims that depend on each other: nearly always one claim, else a circle. Parts
are ordered, those that others depend on first. The least fixpoint of a map is the fixpoint of its
parts in that order, so that a change is followed upwards and dies where it changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.graph.components import components
from argmap.verdict.fixpoint import TOP, Fixpoint
from argmap.verdict.judgement import depends_on
from argmap.verdict.reading import Reading, Weighing

Interval = tuple[int, int]
"""What a node lends: at least, at most."""

HERE: Interval = (TOP, TOP)
GONE: Interval = (0, 0)
OPEN: Interval = (0, TOP)

_BITS = 4096


@dataclass(frozen=True, slots=True)
class Part:
    """Claims that depend on each other, cut out of the graph with the nodes that they rest on.

    In its own reading the claims are numbered from 0, the outer nodes after them.
    """

    claims: tuple[int, ...]
    """By their numbers in the whole graph."""
    outer: tuple[int, ...]
    """Evidence, and claims of lower parts, by their numbers in the whole graph."""
    reading: Reading
    challenged: tuple[int, ...]
    """Positions in ``outer`` of evidence that some claim challenges."""


class PartFixpoint(Fixpoint):
    """The fixpoint of one part, given what the nodes outside it lend."""

    def __init__(self, part: Part, outside: Sequence[Interval], absent: Iterable[int] = ()) -> None:
        """Take what is outside.

        Args:
            part: The part.
            outside: What each outer node lends, ``(outer,)``; challenged evidence starts open.
            absent: Positions of challenged evidence that nothing makes worth anything.
        """
        super().__init__(part.reading)
        self._outside = outside
        first = len(part.claims)
        mask = part.reading.absent
        for position in part.challenged:
            mask[first + position] = 0
        for position in absent:
            mask[first + position] = 1

    def _start_evidence(self) -> None:
        for node, (lo, hi) in enumerate(self._outside, self.graph.claims):
            if lo:
                self._raise(node, lo)
            if hi < TOP:
                self._lower(node, hi)


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole reading in parts."""

    parts: tuple[Part, ...]
    """Those that others depend on first."""
    part_of: tuple[int, ...]
    """Claim to the number of its part, ``(claims,)``."""
    used_in: tuple[tuple[int, ...], ...]
    """Node to the parts in which it is an outer node, ``(nodes,)``."""

    def cone(self, claim: int) -> frozenset[int]:
        """Number the parts on which the verdict on a claim depends."""
        found = {self.part_of[claim]}
        stack = list(found)
        while stack:
            for node in self.parts[stack.pop()].outer:
                below = self.part_of[node] if node < len(self.part_of) else None
                if below is not None and below not in found:
                    found.add(below)
                    stack.append(below)
        return frozenset(found)

    def evidence_of(self, cone: Iterable[int]) -> frozenset[int]:
        """Number the evidence in a cone."""
        claims = len(self.part_of)
        return frozenset(node for number in cone for node in self.parts[number].outer if node >= claims)

    def counts_above(self) -> list[int]:
        """Count for each claim the others whose verdict depends on it, ``(claims,)``.

        Claims are told apart by one bit each, some thousands at a time.
        """
        counts = [-1] * len(self.part_of)  # a claim itself is not counted
        for first in range(0, len(counts), _BITS):
            reached = [0] * len(self.parts)
            for number in range(len(self.parts) - 1, -1, -1):
                mask = 0
                for claim in self.parts[number].claims:
                    if first <= claim < first + _BITS:
                        mask |= 1 << (claim - first)
                    for higher in self.used_in[claim]:
                        mask |= reached[higher]
                reached[number] = mask
                for claim in self.parts[number].claims:
                    counts[claim] += mask.bit_count()
        return counts


def parts_of(reading: Reading) -> Parts:
    """Take a reading apart; linear in its links."""
    graph = reading.graph
    order = components(graph.claims, lambda claim: depends_on(graph, claim))
    parts = tuple(_part(reading, sorted(component)) for component in order)
    part_of = [0] * graph.claims
    used_in: list[list[int]] = [[] for _ in graph.ids]
    for number, part in enumerate(parts):
        for claim in part.claims:
            part_of[claim] = number
        for node in part.outer:
            used_in[node].append(number)
    return Parts(parts, tuple(part_of), tuple(map(tuple, used_in)))


def _part(reading: Reading, claims: list[int]) -> Part:
    graph = reading.graph
    arguments = [a for c in claims for side in (FOR, AGAINST) for a in graph.arguments[2 * c + side]]
    inside = set(claims)
    outer: dict[int, None] = {}
    for a in arguments:
        outer.update(
            dict.fromkeys(
                n for n in (*graph.premises[a], *graph.undercutters[a]) if n != MISSING and n not in inside
            )
        )
    for node in list(outer):
        outer.update(dict.fromkeys(c for c in graph.challengers[node] if c not in inside))
    nodes = [*claims, *outer]
    small = _small_graph(graph, nodes, len(claims), arguments)
    weighing = Weighing(
        small, [reading.limit[a] for a in arguments], [reading.documents[a] for a in arguments]
    )
    own = Reading(
        weighing,
        reading.settings,
        [reading.standards[c] for c in claims],
        [reading.granted[c] for c in claims],
        [reading.below[c] for c in claims],
        bytearray(len(nodes)),
        bytearray(len(nodes)),
    )
    challenged = tuple(i for i, node in enumerate(outer) if graph.challengers[node])
    return Part(tuple(claims), tuple(outer), own, challenged)


def _small_graph(graph: ArgumentGraph, nodes: list[int], claims: int, arguments: list[int]) -> ArgumentGraph:
    index = {node: i for i, node in enumerate(nodes)}
    names = tuple(graph.ids[node] for node in nodes)
    small = ArgumentGraph(
        names,
        claims,
        {name: i for i, name in enumerate(names)},
        arguments=[[] for _ in range(2 * claims)],
        premise_of=[[] for _ in nodes],
        undercutter_of=[[] for _ in nodes],
        challenger_of=[[] for _ in nodes],
        challengers=[[] for _ in nodes],
    )
    for number, a in enumerate(arguments):
        owner, side = index[graph.owner[a]], graph.side[a]
        small.owner.append(owner)
        small.side.append(side)
        small.position.append(graph.position[a])
        small.premises.append(tuple(index[p] if p != MISSING else MISSING for p in graph.premises[a]))
        small.undercutters.append(tuple(index[u] for u in graph.undercutters[a]))
        small.arguments[2 * owner + side].append(number)
        for premise in small.premises[-1]:
            if premise != MISSING:
                small.premise_of[premise].append(number)
        for undercutter in small.undercutters[-1]:
            small.undercutter_of[undercutter].append(number)
    for i, node in enumerate(nodes):
        for challenger in graph.challengers[node]:
            small.challengers[i].append(index[challenger])
            small.challenger_of[index[challenger]].append(i)
    return small
