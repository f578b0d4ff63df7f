"""The cone of a claim, all that its verdict depends on, in parts that can be worked out one by one.

A part is a set of claims that depend on each other: nearly always one claim, else a circle. Parts
are ordered, those that others depend on first. The least fixpoint of a map is the fixpoint of its
parts in that order, so that a change is followed upwards and dies where it changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Part:
    """Claims that depend on each other, cut out of the graph with the nodes that they rest on.

    In its own reading the claims are numbered from 0, the outer nodes after them.
    """

    whole: Reading
    """The reading that it is cut out of."""
    claims: tuple[int, ...]
    """By their numbers in the whole graph."""
    outer: tuple[int, ...]
    """Evidence, and claims of lower parts, by their numbers in the whole graph."""
    challenged: tuple[int, ...]
    """Positions in ``outer`` of evidence that some claim challenges."""
    is_circle: bool
    """Whether a claim in it depends on itself."""
    granted: list[int | None]
    """4 where a claim is assumed, 0 where it is rejected, ``(claims,)``."""

    @cached_property
    def reading(self) -> Reading:
        """The part's own reading."""
        whole, graph, claims = self.whole, self.whole.graph, self.claims
        arguments = [a for c in claims for side in (FOR, AGAINST) for a in graph.arguments[2 * c + side]]
        nodes = [*claims, *self.outer]
        return Reading(
            Weighing(
                _small_graph(graph, nodes, len(claims), arguments),
                [whole.limit[a] for a in arguments],
                [whole.documents[a] for a in arguments],
                whole.weighing.roots,
            ),
            whole.settings,
            [whole.standards[c] for c in claims],
            self.granted,
            [whole.below[c] for c in claims],
            bytearray(len(nodes)),
            bytearray(len(nodes)),
        )


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

    beneath: tuple[tuple[int, ...], ...]
    """Part to the parts on which it depends directly, ``(parts,)``."""

    def cone(self, *claims: int) -> frozenset[int]:
        """Number the parts on which the verdicts on some claims depend."""
        found = {self.part_of[claim] for claim in claims}
        level = found
        while level:
            level = set().union(*(self.beneath[number] for number in level)) - found
            found |= level
        return frozenset(found)

    def evidence_of(self, cone: Iterable[int]) -> frozenset[int]:
        """Number the evidence in a cone."""
        claims = len(self.part_of)
        return frozenset(node for number in cone for node in self.parts[number].outer if node >= claims)

    def counts_below(self) -> list[int]:
        """Count for each claim the other claims and the evidence on which its verdict depends, ``(claims,)``.

        As ``counts_above`` does, some thousands of nodes at a time.
        """
        counts = [-1] * len(self.part_of)  # a claim itself is not counted
        for first in range(0, len(self.used_in), _BITS):
            nodes = range(first, first + _BITS)
            reached: list[int] = []
            for part, beneath in zip(self.parts, self.beneath, strict=True):
                mask = 0
                for node in (*part.claims, *part.outer):
                    if node in nodes:
                        mask |= 1 << (node - first)
                for lower in beneath:
                    mask |= reached[lower]
                reached.append(mask)
                number = mask.bit_count()
                for claim in part.claims:
                    counts[claim] += number
        return counts

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
    beneath = tuple(tuple({part_of[node] for node in part.outer if node < graph.claims}) for part in parts)
    return Parts(parts, tuple(part_of), tuple(map(tuple, used_in)), beneath)


def _part(reading: Reading, claims: list[int]) -> Part:
    graph = reading.graph
    inside = set(claims)
    met: dict[int, None] = {}
    for c in claims:
        for a in (*graph.arguments[2 * c + FOR], *graph.arguments[2 * c + AGAINST]):
            met.update(dict.fromkeys(graph.premises[a]))
            if graph.undercutters[a]:
                met.update(dict.fromkeys(graph.undercutters[a]))
    met.pop(MISSING, None)
    for node in [node for node in met if graph.challengers[node]]:
        met.update(dict.fromkeys(graph.challengers[node]))
    outer = tuple(node for node in met if node not in inside)
    challenged = tuple(i for i, node in enumerate(outer) if graph.challengers[node])
    granted = [reading.granted[c] for c in claims]
    return Part(reading, tuple(claims), outer, challenged, len(outer) < len(met), granted)


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
