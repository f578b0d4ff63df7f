"""What claims, evidence and arguments are worth, worked out part by part.

The least fixpoint of a map is that of its parts in the order in which they depend on each other: a
claim that rests on no circle is worked out in one go from what lies beneath it, a circle by
``PartFixpoint``. Every bound stands in a column, so that a map of any size is a few rows of bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph
from argmap.graph.arrangement import arrange
from argmap.graph.editing import Moves
from argmap.verdict.cone import GONE, HERE, OPEN, Interval, Part, PartFixpoint, cut_out
from argmap.verdict.corroboration import any_disjoint
from argmap.verdict.fixpoint import TOP, Fixpoint, founded
from argmap.verdict.reading import Reading
from argmap.verdict.standards import meets, worths

Side = tuple[float, float]
"""Worth of a side of a claim: at least, at most."""

NOTHING: Side = (0, 0)
_STEPS: tuple[tuple[Side, ...], ...] = tuple(
    tuple((lo, hi) for hi in range(TOP + 1)) for lo in range(TOP + 1)
)


class Outcome(NamedTuple):
    """How one claim fares by its own arguments."""

    pro: Side
    con: Side
    lo: int
    """What it is worth at least, whatever is granted."""
    hi: int
    could: float
    """What the side for it could be worth without a circle, where it is undecided."""


class Bounds:
    """Bounds of claims, evidence and arguments, once nothing moves any more.

    Shapes: ``lo, hi, absent: (nodes,)``; ``granted: (claims,)``; ``worth_lo, worth_hi: (arguments,)``.
    """

    def __init__(self, reading: Reading) -> None:
        """Start with the evidence; claims are still to be worked out, those beneath others first."""
        graph = reading.graph
        self.reading = reading
        self.graph: ArgumentGraph = graph
        self.absent = bytearray(reading.absent)
        self.granted = list(reading.granted)
        self.lo = bytearray(graph.claims) + bytes([TOP]) * (len(graph.ids) - graph.claims)
        self.hi = bytearray([TOP]) * len(graph.ids)
        self.founded: dict[int, int] = {}
        """What undecided claims lend without resting on a circle."""
        self.worth_lo: list[float] = [0] * len(graph.premises)
        self.worth_hi: list[float] = list(reading.limit)
        self._weights = reading.settings.setting == "carneades"
        self._worths = worths(reading.settings)
        self._given = (reading.limit, graph.premises, graph.undercutters)
        self._left = {node: len(of) for node, of in enumerate(graph.challengers) if of}
        """Challenged evidence to how many claims that challenge it are still to be worked out."""
        for node in self._left:
            self.lo[node] = 0
        for node in range(graph.claims, len(graph.ids)):
            if self.absent[node]:
                self.lo[node] = self.hi[node] = 0

    def work_out(self) -> Iterator[tuple[int, Outcome]]:
        """Work out every claim, those beneath others first."""
        arrangement = self.graph.arrangement
        order, firsts, circles = arrangement.order, arrangement.firsts, arrangement.circles
        for number, first in enumerate(firsts[:-1]):
            if number in circles:
                part = cut_out(self.reading, arrangement.part(number))
                for claim, outcome in zip(part.claims, self.circle(part), strict=True):
                    self.put(claim, outcome)
                    yield claim, outcome
            else:
                claim = order[first]
                outcome = self.lone(claim)
                self.put(claim, outcome)
                yield claim, outcome

    def work_out_again(self, claims: Iterable[int]) -> Iterator[tuple[int, Outcome]]:
        """Work out some claims anew, and those above them as far as something changes.

        What lies above them is put in order, and nothing else is looked at.
        """
        dirty = set(claims)
        for claim in dirty:
            for a in self.graph.arguments_of(claim):
                self.worth_lo[a], self.worth_hi[a] = 0, self.reading.limit[a]
        above = self._above(dirty)
        place = {claim: i for i, claim in enumerate(above)}
        arrangement = arrange(
            len(above),
            lambda i: [place[node] for node in self.graph.beneath[above[i]] if node in place],
        )
        for number in range(len(arrangement)):
            together = [above[i] for i in arrangement.part(number)]
            if not dirty.isdisjoint(together):
                is_circle = number in arrangement.circles
                for claim, outcome in self._again(together, is_circle):
                    before = (self.lo[claim], self.hi[claim], self.founded.get(claim))
                    self.put(claim, outcome)
                    if (self.lo[claim], self.hi[claim], self.founded.get(claim)) != before:
                        dirty.update(self.graph.users[claim])
                    yield claim, outcome

    def _again(self, claims: Sequence[int], is_circle: bool) -> list[tuple[int, Outcome]]:
        if not is_circle:
            return [(claims[0], self.lone(claims[0]))]
        part = cut_out(self.reading, claims)
        return list(zip(part.claims, self.circle(part), strict=True))

    def _above(self, claims: Iterable[int]) -> list[int]:
        """Number some claims and those whose verdict depends on them."""
        found = sorted(claims)
        met = set(found)
        for claim in found:  # grows while it is gone through
            new = [user for user in self.graph.users[claim] if user not in met]
            met.update(new)
            found += new
        return found

    def lone(self, claim: int) -> Outcome:
        """Work out a claim that rests on no circle."""
        arguments, standard = self.graph.arguments, self.reading.standards[claim]
        pro, con = self._side(arguments[2 * claim]), self._side(arguments[2 * claim + 1])
        if self._weights:
            lo, hi = self._worth(claim, pro[0], con[1]), self._worth(claim, pro[1], con[0])
        else:
            lends = self._worths[standard]
            lo, hi = lends[pro[0], con[1]], lends[pro[1], con[0]]
        return Outcome(pro, con, lo, hi, self._could(claim) if lo < hi else 0)

    def circle(self, part: Part) -> list[Outcome]:
        """Work out the claims of a circle, and their arguments."""
        done, outcomes = self._circle(part)
        for a, lo, hi in zip(part.arguments, done.worth_lo, done.worth_hi, strict=True):
            self.worth_lo[a], self.worth_hi[a] = lo, hi
        return outcomes

    def outcomes(self, part: Part) -> list[Outcome]:
        """Tell how the claims of a part would fare, and note nothing."""
        return self._circle(part)[1]

    def _circle(self, part: Part) -> tuple[Fixpoint, list[Outcome]]:
        done = PartFixpoint(part, self.outside(part), self.absent_in(part)).run()
        size = len(part.claims)
        could: list[float] = [0] * size
        if any(done.own_lo[c] < done.own_hi[c] for c in range(size)):
            for node, number in enumerate(part.outer, size):
                if number < self.graph.claims:
                    done.hi[node] = self.lends_founded(number)
            could = founded(done)
        return done, [
            Outcome(done.side(c, FOR), done.side(c, AGAINST), done.own_lo[c], done.own_hi[c], could[c])
            for c in range(size)
        ]

    def put(self, claim: int, outcome: Outcome) -> None:
        """Note what a claim lends, now that it is worked out, and what that makes of evidence."""
        granted = self.granted[claim]
        fixed = granted if granted is not None else self.reading.below[claim]
        lo, hi = (outcome.lo, outcome.hi) if fixed is None else (fixed, fixed)
        self.lo[claim], self.hi[claim] = lo, hi
        lent = lo
        if lo < hi:
            lent = max(lo, self._worth(claim, outcome.could, outcome.con[0]))
        if lent > lo:
            self.founded[claim] = lent
        elif self.founded:
            self.founded.pop(claim, None)
        if self._left:
            self._settle_challenged(claim)

    def restore(self, claim: int, lends: Interval, lent: int | None) -> None:
        """Let a claim lend what it lent before, and what that makes of evidence."""
        self.lo[claim], self.hi[claim] = lends
        if lent is not None:
            self.founded[claim] = lent
        elif self.founded:
            self.founded.pop(claim, None)
        if self._left:
            self._settle_challenged(claim)

    def copy(self) -> "Bounds":
        """Give bounds of their own to somebody who changes them."""
        from copy import copy

        other = copy(self)
        other.lo, other.hi, other.absent = self.lo[:], self.hi[:], self.absent[:]
        other.granted, other.founded = self.granted[:], dict(self.founded)
        other.worth_lo, other.worth_hi = self.worth_lo[:], self.worth_hi[:]
        other._left = dict(self._left)
        return other

    def after(self, reading: Reading, moved: Moves | None, evidence: Iterable[int]) -> "Bounds":
        """Give the bounds with which to work out an edited map.

        Args:
            reading: The map as it is read now.
            moved: Where its nodes were, if there are others.
            evidence: Evidence of which something changed.
        """
        other = self.copy()
        other.reading, other.graph = reading, reading.graph
        other._given = (reading.limit, reading.graph.premises, reading.graph.undercutters)
        other.absent, other.granted = bytearray(reading.absent), list(reading.granted)
        if moved is not None:
            now, before = moved
            other.lo = bytearray([self.lo[old] if old != MISSING else 0 for old in before])
            other.hi = bytearray([self.hi[old] if old != MISSING else TOP for old in before])
            other.founded = {
                now[claim]: lent for claim, lent in self.founded.items() if now[claim] != MISSING
            }
            other._left = {now[node]: 0 for node in self._left if now[node] != MISSING}
        more = len(other.graph.premises) - len(self.worth_lo)
        other.worth_lo += [0] * more
        other.worth_hi += [0] * more
        for node in evidence:
            other._left.pop(node, None)
            if other.graph.challengers[node]:
                other._left[node] = 0
            other.settle_evidence(node)
        return other

    def _settle_challenged(self, claim: int) -> None:
        """Work out the evidence that a claim challenges, once all claims are known that do."""
        for node in self.graph.challenger_of[claim]:
            if self._left[node]:
                self._left[node] -= 1
            if not self._left[node]:
                self.settle_evidence(node)

    def settle_evidence(self, node: int) -> None:
        """Work out what evidence lends."""
        challengers = self.graph.challengers[node]
        if self.absent[node] or (challengers and any(self.lo[claim] for claim in challengers)):
            self.lo[node], self.hi[node] = GONE
        elif not challengers:
            self.lo[node], self.hi[node] = HERE
        else:
            self.lo[node], self.hi[node] = OPEN if any(self.hi[claim] for claim in challengers) else HERE

    def lends_founded(self, claim: int) -> int:
        """Tell what a claim lends without resting on a circle, where it is undecided."""
        return self.founded.get(claim, self.lo[claim])

    def outside(self, part: Part) -> list[Interval]:
        """Tell what each outer node of a part lends now; challenged evidence starts open."""
        claims, challengers = self.graph.claims, self.graph.challengers
        return [
            (self.lo[node], self.hi[node])
            if node < claims
            else GONE
            if self.absent[node]
            else OPEN
            if challengers[node]
            else HERE
            for node in part.outer
        ]

    def absent_in(self, part: Part) -> list[int]:
        """Give the positions of challenged evidence of a part that is absent now."""
        return [position for position in part.challenged if self.absent[part.outer[position]]]

    def corroborated(self, claim: int, side: int) -> bool:
        """Tell whether two arguments that surely hold, on different documents, lift a side by a step."""
        arguments = self.graph.arguments[2 * claim + side]
        least = max([self.worth_lo[a] for a in arguments], default=0)
        return self._lifted(arguments, least, self.worth_lo) > least

    def _worth(self, claim: int, pro: float, con: float) -> int:
        """Tell what a claim with these sides lends."""
        standard = self.reading.standards[claim]
        if self._weights:
            return TOP if meets(standard, pro, con, self.reading.settings) else 0
        return self._worths[standard][pro, con]

    def _side(self, arguments: Sequence[int]) -> Side:
        """Work out a side of a claim that rests on no circle, and its arguments."""
        if not arguments:
            return NOTHING
        limits, premises, undercutters = self._given
        lo, hi, worth_lo, worth_hi = self.lo, self.hi, self.worth_lo, self.worth_hi
        least: float = 0
        most: float = 0
        for a in arguments:
            low = high = TOP if self._weights else limits[a]
            for node in premises[a] if high else ():
                if lo[node] < low:
                    low = lo[node]
                if hi[node] < high:
                    high = hi[node]
            if undercutters[a]:
                low, high = self._undercut(undercutters[a], low, high)
            if self._weights:
                low, high = limits[a] if low else 0, limits[a] if high else 0
            worth_lo[a], worth_hi[a] = low, high
            if low > least:
                least = low
            if high > most:
                most = high
        if self._weights:
            return least, most
        if len(arguments) > 1 and (0 < least < TOP or 0 < most < TOP):
            least, most = self._lifted(arguments, least, worth_lo), self._lifted(arguments, most, worth_hi)
        return _STEPS[int(least)][int(most)]

    def _undercut(self, nodes: Sequence[int], low: float, high: float) -> Side:
        """Tell what is left of an argument's worth where something may take it away."""
        if any(self.lo[node] for node in nodes):
            return NOTHING
        return (0, high) if any(self.hi[node] for node in nodes) else (low, high)

    def _lifted(self, arguments: Sequence[int], best: float, worths: Sequence[float]) -> float:
        """Lift a side by a step if two of its arguments that hold rest on different documents."""
        if self._weights or not 0 < best < TOP:
            return best
        documents = self.reading.documents
        return best + any_disjoint({documents[a] for a in arguments if worths[a]})

    def _could(self, claim: int) -> float:
        """Tell what the side for a claim could be worth without resting on a circle."""
        claims, best = self.graph.claims, 0.0 if self._weights else 0
        holding = set()
        for a in self.graph.arguments[2 * claim + FOR]:
            if self.worth_hi[a]:
                level = min(
                    self.lends_founded(node) if node < claims else self.hi[node]
                    for node in self.graph.premises[a]
                )
                limit = self.reading.limit[a]
                worth = (limit if level else 0) if self._weights else min(limit, level)
                best = max(best, worth)
                if worth:
                    holding.add(self.reading.documents[a])
        lifts = not self._weights and 0 < best < TOP
        return best + any_disjoint(holding) if lifts else best
