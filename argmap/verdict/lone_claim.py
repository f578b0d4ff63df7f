"""The verdict on a claim that rests on no circle, worked out in one go from what it rests on.

What ``Fixpoint`` finds by tightening bounds is known at once where nothing below the claim depends on it.
"""

from collections.abc import Callable

from argmap.graph.arguments import AGAINST, FOR
from argmap.verdict.corroboration import any_disjoint
from argmap.verdict.fixpoint import TOP
from argmap.verdict.judgement import Verdict, verdict_of
from argmap.verdict.reading import Reading
from argmap.verdict.standards import meets

Interval = tuple[int, int]
Side = tuple[float, float]


class LoneClaim:
    """One claim, given what the nodes lend on which it rests."""

    def __init__(
        self, reading: Reading, claim: int, granted: int | None, lends: Callable[[int], Interval]
    ) -> None:
        """Take the claim.

        Args:
            reading: Of the whole map.
            claim: Its number.
            granted: 4 where it is assumed, 0 where it is rejected.
            lends: Tells what a claim or a piece of evidence lends at least and at most.
        """
        self._reading, self._claim, self._lends = reading, claim, lends
        self._weights = reading.settings.setting == "carneades"
        self._possible: list[int] = []
        pro, con = self._side(FOR), self._side(AGAINST)
        self.sides = pro, con
        self.own = (self._worth(pro[0], con[1]), self._worth(pro[1], con[0]))
        self.granted = granted
        self.lends: Interval = self.own if granted is None else (granted, granted)
        """At least, at most."""

    @property
    def is_open(self) -> bool:
        """Whether its own arguments leave it undecided."""
        return self.own[0] < self.own[1]

    def could(self, lends: Callable[[int], int]) -> float:
        """Tell what its side for it could be worth without resting on a circle.

        Args:
            lends: Tells what a node could lend without resting on one.
        """
        worth = [
            (a, self._capped(a, min(lends(p) for p in self._reading.graph.premises[a])))
            for a in self._possible
        ]
        return self._lifted([(a, w) for a, w in worth if w > 0])

    def founded(self, could: float) -> int:
        """Tell what it lends to claims that are undecided without resting on a circle."""
        if self.granted is not None or not self.is_open:
            return self.lends[0]
        return max(self.lends[0], self._worth(could, self.sides[1][0]))

    def verdict(self, could: float) -> Verdict:
        """Give the verdict."""
        key = self._reading.graph.ids[self._claim]
        return verdict_of(self._reading, self._claim, self.granted, self.sides, self.own, could, key)

    def _worth(self, pro: float, con: float) -> int:
        settings = self._reading.settings
        if not meets(self._reading.standards[self._claim], pro, con, settings):
            return 0
        return TOP if self._weights else int(pro)

    def _capped(self, argument: int, level: int) -> float:
        limit = self._reading.limit[argument]
        if self._weights:
            return limit if level > 0 else 0
        return limit if limit < level else level

    def _side(self, side: int) -> Side:
        graph, limits, lends = self._reading.graph, self._reading.limit, self._lends
        surely: list[tuple[int, float]] = []
        perhaps: list[tuple[int, float]] = []
        for a in graph.arguments[2 * self._claim + side]:
            if not limits[a]:
                continue
            stays = True
            if graph.undercutters[a]:
                against = [lends(u) for u in graph.undercutters[a]]
                if any(lo for lo, _ in against):
                    continue
                stays = not any(hi for _, hi in against)
            lo = hi = TOP
            for p in graph.premises[a]:
                least, most = lends(p)
                lo = least if least < lo else lo
                hi = most if most < hi else hi
            if hi:
                perhaps.append((a, self._capped(a, hi)))
                if lo and stays:
                    surely.append((a, self._capped(a, lo)))
        if side == FOR:
            self._possible = [a for a, _ in perhaps]
        sure = self._lifted(surely)
        return sure, sure if surely == perhaps else self._lifted(perhaps)

    def _lifted(self, holding: list[tuple[int, float]]) -> float:
        """Give the worth of a side by its arguments that hold, with the step for corroboration."""
        best = max([worth for _, worth in holding], default=0)
        if self._weights or not 0 < best < TOP or len(holding) < 2:
            return best
        documents = {self._reading.documents[a] for a, _ in holding}
        documents.discard(frozenset())
        return best + 1 if any_disjoint(documents) else best
