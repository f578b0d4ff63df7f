"""The cone of a claim, all that its verdict depends on, in parts that can be worked out one by one.

A part is a set of claims that depend on each other: nearly always one claim, else a circle. Parts
are ordered, those that others depend on first. The least fixpoint of a map is the fixpoint of its
parts in that order, so that a change is followed upwards and dies where it changes nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.model.dataclass import dataclass
from argmap.verdict.fixpoint import TOP, Fixpoint
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
    def arguments(self) -> list[int]:
        """Numbers of the arguments for and against its claims in the whole graph."""
        sides = self.whole.graph.arguments
        return [a for c in self.claims for side in (FOR, AGAINST) for a in sides[2 * c + side]]

    @cached_property
    def reading(self) -> Reading:
        """The part's own reading."""
        whole, graph, claims, arguments = self.whole, self.whole.graph, self.claims, self.arguments
        nodes = [*claims, *self.outer]
        return Reading(
            Weighing(
                _small_graph(graph, nodes, len(claims), arguments),
                [whole.limit[a] for a in arguments],
                [whole.documents[a] for a in arguments],
                whole.weighing.roots,
                frozenset(),
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


class _Beneath(dict[int, set[int]]):
    """Part to the parts on which it depends directly, worked out when first asked for."""

    def __init__(
        self, graph: ArgumentGraph, part_of: Sequence[int], claims_of: Callable[[int], Sequence[int]]
    ) -> None:
        super().__init__()
        self._graph, self._part_of, self._claims_of = graph, part_of, claims_of

    def __missing__(self, number: int) -> set[int]:
        claims = self._claims_of(number)
        found = {self._part_of[node] for claim in claims for node in self._graph.beneath[claim]}
        found.discard(number)
        self[number] = found
        return found


class Parts:
    """A whole reading in parts, by number; those that others depend on come first."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading apart."""
        self._reading = reading
        self._graph = reading.graph
        self._arrangement = reading.graph.arrangement
        self._parts: dict[int, Part] = {}
        self.part_of: Sequence[int] = self._arrangement.part_of
        """Claim to the number of its part, ``(claims,)``."""
        self._beneath = _Beneath(self._graph, self.part_of, self._arrangement.part)

    def __len__(self) -> int:
        return len(self._arrangement)

    def __getitem__(self, number: int) -> Part:
        part = self._parts.get(number)
        if part is None:
            part = self._parts[number] = cut_out(self._reading, self._arrangement.part(number))
        return part

    def used_in(self, node: int) -> set[int]:
        """Number the parts in which a node is an outer one."""
        users = self._graph.users[node]
        if len(users) == 1:  # as most are
            number = self.part_of[users[0]]
            return {number} if node >= self._graph.claims or number != self.part_of[node] else set()
        found = {self.part_of[claim] for claim in users}
        if node < self._graph.claims:
            found.discard(self.part_of[node])
        return found

    def beneath(self, number: int) -> set[int]:
        """Number the parts on which a part depends directly."""
        return self._beneath[number]

    def is_circle(self, number: int) -> bool:
        """Tell whether a claim in a part depends on itself."""
        return number in self._arrangement.circles

    def claims_of(self, number: int) -> Sequence[int]:
        """Number the claims of a part."""
        return self._arrangement.part(number)

    def cone(self, *claims: int) -> frozenset[int]:
        """Number the parts on which the verdicts on some claims depend."""
        found = {self.part_of[claim] for claim in claims}
        level = found
        while level:
            level = set().union(*map(self._beneath.__getitem__, level)) - found
            found |= level
        return frozenset(found)

    def evidence_of(self, cone: Iterable[int]) -> frozenset[int]:
        """Number the evidence in a cone."""
        claims = len(self.part_of)
        return frozenset(node for number in cone for node in self[number].outer if node >= claims)

    def counts_below(self) -> list[int]:
        """Count for each claim the other claims and the evidence on which its verdict depends, ``(claims,)``.

        As ``counts_above`` does, some thousands of nodes at a time.
        """
        counts = [-1] * len(self.part_of)  # a claim itself is not counted
        parts = [(self[number], self.beneath(number)) for number in range(len(self))]
        for first in range(0, len(self._graph.ids), _BITS):
            nodes = range(first, first + _BITS)
            reached: list[int] = []
            for part, beneath in parts:
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
        parts = [(claims, set().union(*map(self.used_in, claims))) for claims in self._arrangement.parts()]
        for first in range(0, len(counts), _BITS):
            reached = [0] * len(parts)
            for number in range(len(parts) - 1, -1, -1):
                claims, used_in = parts[number]
                mask = 0
                for claim in claims:
                    if first <= claim < first + _BITS:
                        mask |= 1 << (claim - first)
                for higher in used_in:
                    mask |= reached[higher]
                reached[number] = mask
                for claim in claims:
                    counts[claim] += mask.bit_count()
        return counts


def parts_of(reading: Reading) -> Parts:
    """Take a reading apart; linear in its links."""
    return Parts(reading)


def cut_out(reading: Reading, component: Iterable[int]) -> Part:
    """Cut claims that depend on each other out of a reading."""
    graph = reading.graph
    claims = sorted(component)
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
    index[MISSING] = MISSING
    names = tuple(graph.ids[node] for node in nodes)
    premises = [tuple(index[p] for p in graph.premises[a]) for a in arguments]
    undercutters = [tuple(index[u] for u in graph.undercutters[a]) for a in arguments]
    challengers: list[Sequence[int]] = [
        tuple(index[claim] for claim in graph.challengers[node]) for node in nodes
    ]
    sides: list[range] = []
    first = 0
    for side in (side for claim in nodes[:claims] for side in graph.arguments[2 * claim : 2 * claim + 2]):
        sides.append(range(first, first + len(side)))
        first += len(side)
    return ArgumentGraph(
        names,
        claims,
        {name: i for i, name in enumerate(names)},
        premises,
        undercutters,
        sides,
        challengers,
        [[index[node] for node in graph.beneath[claim] if node in index] for claim in nodes[:claims]],
    )
