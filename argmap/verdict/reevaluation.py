"""Verdicts worked out anew where evidence comes or goes, and nowhere else."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from argmap.model.errors import ArgmapError
from argmap.verdict.cone import GONE, HERE, OPEN, Interval, Part, PartFixpoint, Parts, parts_of
from argmap.verdict.fixpoint import Fixpoint, _founded_lends, founded
from argmap.verdict.judgement import Judgement, Verdict, _verdict
from argmap.verdict.lone_claim import LoneClaim


@dataclass(frozen=True, slots=True)
class State:
    """How one claim fares."""

    lends: Interval
    founded: int
    """What it lends without resting on a circle, where it is undecided."""
    verdict: Verdict


class Reevaluation:
    """The verdicts of a map, kept up to date while evidence is withheld and given back."""

    def __init__(self, judgement: Judgement) -> None:
        """Start from the verdicts of a map.

        Args:
            judgement: Before any audience but a school's.

        Raises:
            ArgmapError: If a school judges: what it grants differs from claim to claim.
        """
        if any(grant is not None for grant in judgement.reading.below):
            raise ArgmapError("what a verdict hangs on is asked of the map, not of a school")
        self.project = judgement.project
        done = judgement.fixpoint
        self.graph = done.graph
        self.parts: Parts = parts_of(judgement.reading)
        self.absent = bytearray(judgement.reading.absent)
        self.effort = 0
        """How many claims were worked out anew so far."""
        could = founded(done)
        self.states: list[State] = []
        for claim, verdict in enumerate(judgement.verdicts.values()):
            lent = _lends_founded(done, claim, could[claim])
            self.states.append(State((done.lo[claim], done.hi[claim]), lent, verdict))

    def outside(self, part: Part) -> list[Interval]:
        """Tell what each outer node of a part lends now; challenged evidence starts open."""
        claims, challengers = self.graph.claims, self.graph.challengers
        return [
            self.states[node].lends
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

    def verdict(self, claim: int) -> Verdict:
        """Give the verdict on a claim as things stand."""
        return self.states[claim].verdict

    def move(
        self, evidence: Iterable[int], *, absent: bool, within: frozenset[int] | None = None
    ) -> dict[int, State]:
        """Take evidence away or give it back.

        Args:
            evidence: Numbers of the evidence.
            absent: Whether it goes.
            within: The only parts that are worked out; all when None.

        Returns:
            The claims that fare differently, each with how it fared before.
        """
        touched: set[int] = set()
        for node in evidence:
            if self.absent[node] != absent:
                self.absent[node] = absent
                touched.update(self.parts.used_in[node])
        return self._settle(touched, within)

    def _settle(self, touched: Iterable[int], within: frozenset[int] | None = None) -> dict[int, State]:
        """Work out parts anew, and those above them as far as something changes."""
        queue = list(touched)
        heapify(queue)
        moved: dict[int, State] = {}
        last = -1
        while queue:
            number = heappop(queue)
            if number == last or (within is not None and number not in within):
                continue
            last = number
            part = self.parts.parts[number]
            self.effort += len(part.claims)
            for claim, new in zip(part.claims, self._work_out(part), strict=True):
                old = self.states[claim]
                if new == old:
                    continue
                moved[claim] = old
                self.states[claim] = new
                if (new.lends, new.founded) != (old.lends, old.founded):
                    for higher in self.parts.used_in[claim]:
                        heappush(queue, higher)
        return moved

    @contextmanager
    def granting(self, claim: int, worth: int) -> Iterator[dict[int, State]]:
        """Grant a claim for a while; gives the claims that fare differently, with how they fared.

        Args:
            claim: Number of the claim.
            worth: 4 to assume it, 0 to reject it.
        """
        number = self.parts.part_of[claim]
        part = self.parts.parts[number]
        position = part.claims.index(claim)
        granted = part.reading.granted
        before, granted[position] = granted[position], worth
        moved = self._settle([number])
        try:
            yield moved
        finally:
            granted[position] = before
            for moved_claim, old in moved.items():
                self.states[moved_claim] = old

    @contextmanager
    def without(
        self, evidence: Iterable[int], within: frozenset[int] | None = None
    ) -> Iterator[dict[int, State]]:
        """Do without evidence for a while; gives the claims that fare differently, with how they fared."""
        gone = [node for node in evidence if not self.absent[node]]
        moved = self.move(gone, absent=True, within=within)
        try:
            yield moved
        finally:
            for node in gone:
                self.absent[node] = 0
            for claim, old in moved.items():
                self.states[claim] = old

    def _work_out(self, part: Part) -> list[State]:
        if not part.is_circle:
            return [self._work_out_one(part)]
        done = PartFixpoint(part, self.outside(part), self.absent_in(part)).run()
        first = len(part.claims)
        if any(done.own_lo[c] < done.own_hi[c] for c in range(first)):
            for node, number in enumerate(part.outer, first):
                if number < self.graph.claims:
                    done.hi[node] = self.states[number].founded
            could = founded(done)
        else:
            could = [0] * first
        return [
            State(
                (done.lo[c], done.hi[c]),
                _lends_founded(done, c, could[c]),
                _verdict(done, could, c, self.graph.ids[number]),
            )
            for c, number in enumerate(part.claims)
        ]

    def _work_out_one(self, part: Part) -> State:
        done = LoneClaim(part.whole, part.claims[0], part.granted[0], self._lends)
        could = done.could(self._could_lend) if done.is_open else 0
        return State(done.lends, done.founded(could), done.verdict(could))

    def _lends(self, node: int) -> Interval:
        """Tell what a node lends now."""
        if node < self.graph.claims:
            return self.states[node].lends
        if self.absent[node]:
            return GONE
        challengers = self.graph.challengers[node]
        if not challengers:
            return HERE
        lent = [self.states[claim].lends for claim in challengers]
        if any(lo for lo, _ in lent):
            return GONE
        return OPEN if any(hi for _, hi in lent) else HERE

    def _could_lend(self, node: int) -> int:
        """Tell what a node could lend without resting on a circle."""
        return self.states[node].founded if node < self.graph.claims else self._lends(node)[1]


def _lends_founded(done: Fixpoint, claim: int, could: float) -> int:
    """Tell what a claim lends to others that are undecided without resting on a circle."""
    lo = done.lo[claim]
    if done.fixed(claim) is not None or done.own_lo[claim] >= done.own_hi[claim]:
        return lo
    return max(lo, _founded_lends(done, claim, could))
