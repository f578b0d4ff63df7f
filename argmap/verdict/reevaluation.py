"""Verdicts worked out anew where evidence comes or goes, and nowhere else."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from argmap.model.errors import ArgmapError
from argmap.verdict.bounds import Outcome
from argmap.verdict.cone import Interval, Part, Parts, parts_of
from argmap.verdict.judgement import Judgement, Verdict, verdict_of


class State(NamedTuple):
    """How one claim fares."""

    lends: Interval
    founded: int | None
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
        self.graph = judgement.reading.graph
        self.parts: Parts = parts_of(judgement.reading)
        self._bounds = judgement.fixpoint.copy()
        self.absent = self._bounds.absent
        self.effort = 0
        """How many claims were worked out anew so far."""
        self.verdicts: list[Verdict] = list(judgement.verdicts.values())
        """By number of the claim, as things stand."""

    def outside(self, part: Part) -> list[Interval]:
        """Tell what each outer node of a part lends now; challenged evidence starts open."""
        return self._bounds.outside(part)

    def absent_in(self, part: Part) -> list[int]:
        """Give the positions of challenged evidence of a part that is absent now."""
        return self._bounds.absent_in(part)

    def verdict(self, claim: int) -> Verdict:
        """Give the verdict on a claim as things stand."""
        return self.verdicts[claim]

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
                self._bounds.settle_evidence(node)
                touched |= self.parts.used_in(node)
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
            for claim, outcome in self._work_out(number):
                self.effort += 1
                if self._is_known(claim, outcome):
                    continue
                before = self._state(claim)
                self._bounds.put(claim, outcome)
                self.verdicts[claim] = self._verdict(claim, outcome)
                after = self._state(claim)
                if after == before:
                    continue
                moved[claim] = before
                if (after.lends, after.founded) != (before.lends, before.founded):
                    for higher in self.parts.used_in(claim):
                        heappush(queue, higher)
        return moved

    def _is_known(self, claim: int, outcome: Outcome) -> bool:
        """Tell whether a claim plainly fares as it did: decided by its own arguments, with the same sides."""
        known = self.verdicts[claim]
        decided = outcome.lo == outcome.hi and claim not in self._bounds.founded
        same = decided and outcome.pro == known.pro and outcome.con == known.con
        return same and known.granted is None and self._bounds.granted[claim] is None

    def _work_out(self, number: int) -> Iterable[tuple[int, Outcome]]:
        if self.parts.is_circle(number):
            part = self.parts[number]
            return zip(part.claims, self._bounds.outcomes(part), strict=True)
        (claim,) = self.parts.claims_of(number)
        return ((claim, self._bounds.lone(claim)),)

    def _verdict(self, claim: int, outcome: Outcome) -> Verdict:
        bounds = self._bounds
        return verdict_of(bounds.reading, claim, bounds.granted[claim], outcome, self.graph.ids[claim])

    def _state(self, claim: int) -> State:
        bounds = self._bounds
        lends = (bounds.lo[claim], bounds.hi[claim])
        return State(lends, bounds.founded.get(claim), self.verdicts[claim])

    def _restore(self, moved: dict[int, State]) -> None:
        """Let claims fare as they did."""
        for claim, state in moved.items():
            self.verdicts[claim] = state.verdict
            self._bounds.restore(claim, state.lends, state.founded)

    @contextmanager
    def granting(self, claim: int, worth: int) -> Iterator[dict[int, State]]:
        """Grant a claim for a while; gives the claims that fare differently, with how they fared.

        Args:
            claim: Number of the claim.
            worth: 4 to assume it, 0 to reject it.
        """
        number = self.parts.part_of[claim]
        part = self.parts[number]
        position = part.claims.index(claim)
        before = self._bounds.granted[claim]
        self._bounds.granted[claim] = part.granted[position] = worth
        moved = self._settle([number])
        try:
            yield moved
        finally:
            self._bounds.granted[claim] = part.granted[position] = before
            self._restore(moved)

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
            self._restore(moved)
            for node in gone:
                self._bounds.settle_evidence(node)
