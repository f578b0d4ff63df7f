"""The least fixpoint: what each claim is worth at least and at most.

Every claim has an interval [lo, hi] of what it lends to the claims that rest on it. It starts at
[0, 4]; lo is worked out with everything for a claim at its worst and everything against it at its
best, hi the other way round. Bounds only tighten, so the result does not depend on the order of
work. This is a three-valued, well-founded reading: the least fixpoint of the operator in the order
of information, as the grounded labelling is for attacks alone (Dung 1995, definition 20).

A worklist of claims and a counter for every level of every argument make the work linear in the
links: a bound moves at most four times, and each move touches each of its links once.
"""

from collections import deque

from argmap.graph.arguments import AGAINST, FOR
from argmap.verdict.corroboration import Corroboration
from argmap.verdict.reading import Reading
from argmap.verdict.standards import meets

TOP = 4


class Fixpoint:
    """Bounds of claims and arguments, tightened until nothing moves.

    Shapes: ``lo, hi: (nodes,)``; ``worth_lo, worth_hi: (arguments,)``;
    ``best_lo, best_hi: (2 * claims,)`` at ``2 * claim + side``.
    """

    def __init__(self, reading: Reading) -> None:
        graph = reading.graph
        self.reading = reading
        self.graph = graph
        self._limit, self._documents = reading.limit, reading.documents
        self._weights = reading.settings.setting == "carneades"
        nodes, arguments = len(graph.ids), len(graph.owner)
        self.lo: list[int] = [0] * nodes
        self.hi: list[int] = [TOP] * nodes
        self.own_lo: list[int] = [0] * graph.claims
        """What a claim is worth by its own arguments, whatever is granted."""
        self.own_hi: list[int] = [TOP] * graph.claims
        self.worth_lo: list[float] = [0] * arguments
        self.worth_hi: list[float] = [0] * arguments
        self._short = [[len(p)] * (TOP + 1) for p in graph.premises]
        self._premise_hi = [TOP] * arguments
        self._may_block = [len(u) for u in graph.undercutters]
        self._may_challenge = [len(c) for c in graph.challengers]
        sides = 2 * graph.claims
        self._top_lo: list[float] = [0] * sides
        self._counts_hi: list[dict[float, int]] = [{} for _ in range(sides)]
        self._hold_lo = [Corroboration() for _ in range(sides)]
        self._hold_hi = [Corroboration() for _ in range(sides)]
        self._queue: deque[int] = deque()
        self._queued = bytearray(graph.claims)

    def run(self) -> "Fixpoint":
        """Tighten all bounds until nothing moves."""
        for a in range(len(self.graph.owner)):
            self._start_argument(a)
        self._start_evidence()
        self._start_claims()
        self._work()
        return self

    def _start_argument(self, a: int) -> None:
        worth = self._limit[a]
        self.worth_hi[a] = worth
        if worth > 0:
            s = 2 * self.graph.owner[a] + self.graph.side[a]
            self._counts_hi[s][worth] = self._counts_hi[s].get(worth, 0) + 1
            self._hold_hi[s].add(self._documents[a])

    def _start_evidence(self) -> None:
        for node in range(self.graph.claims, len(self.graph.ids)):
            if self.reading.absent[node]:
                self._lower(node, 0)
            elif not self.graph.challengers[node]:
                self._raise(node, TOP)

    def _start_claims(self) -> None:
        for claim in range(self.graph.claims):
            fixed = self.fixed(claim)
            if fixed is not None:
                self._raise(claim, fixed)
                self._lower(claim, fixed)
            self._push(claim)

    def fixed(self, claim: int) -> int | None:
        """Give what the audience grants a claim to lend (0 or 4), or None."""
        hard = self.reading.granted[claim]
        return hard if hard is not None else self.reading.below[claim]

    def _push(self, claim: int) -> None:
        if not self._queued[claim]:
            self._queued[claim] = 1
            self._queue.append(claim)

    def _work(self) -> None:
        while self._queue:
            claim = self._queue.popleft()
            self._queued[claim] = 0
            lo, hi = self._bounds(claim)
            self.own_lo[claim], self.own_hi[claim] = lo, hi
            if self.fixed(claim) is None:
                self._raise(claim, lo)
                self._lower(claim, hi)

    def _bounds(self, claim: int) -> tuple[int, int]:
        pro_lo, pro_hi = self.side(claim, FOR)
        con_lo, con_hi = self.side(claim, AGAINST)
        standard, settings = self.reading.standards[claim], self.reading.settings
        plain = settings.setting == "carneades"
        lo = (TOP if plain else int(pro_lo)) if meets(standard, pro_lo, con_hi, settings) else 0
        hi = (TOP if plain else int(pro_hi)) if meets(standard, pro_hi, con_lo, settings) else 0
        return lo, hi

    def side(self, claim: int, side: int) -> tuple[float, float]:
        """Give what a side of a claim is worth: at least, at most."""
        s = 2 * claim + side
        lo = self._top_lo[s]
        hi = max(self._counts_hi[s], default=0)
        if not self._weights:
            if 0 < lo < TOP and self._hold_lo[s]:
                lo += 1
            if 0 < hi < TOP and self._hold_hi[s]:
                hi += 1
        return lo, hi

    def corroborated(self, claim: int, side: int) -> bool:
        """Tell whether two arguments that surely hold, on different documents, lift a side by a step."""
        s = 2 * claim + side
        lifts = not self._weights and 0 < self._top_lo[s] < TOP
        return lifts and bool(self._hold_lo[s])

    def _raise(self, node: int, lo: int) -> None:
        old = self.lo[node]
        if lo <= old:
            return
        self.lo[node] = lo
        for a in self.graph.premise_of[node]:
            short = self._short[a]
            for level in range(old + 1, lo + 1):
                short[level] -= 1
            if not short[1]:
                self._argument_rose(a)
        if old == 0:
            for a in self.graph.undercutter_of[node]:
                self._argument_fell(a, 0)
            for evidence in self.graph.challenger_of[node]:
                self._lower(evidence, 0)

    def _lower(self, node: int, hi: int) -> None:
        old = self.hi[node]
        if hi >= old:
            return
        self.hi[node] = hi
        for a in self.graph.premise_of[node]:
            if hi < self._premise_hi[a]:
                self._premise_hi[a] = hi
                self._argument_fell(a, hi)
        if hi == 0:
            for a in self.graph.undercutter_of[node]:
                self._may_block[a] -= 1
                self._argument_rose(a)
            for evidence in self.graph.challenger_of[node]:
                self._may_challenge[evidence] -= 1
                if not self._may_challenge[evidence] and not self.reading.absent[evidence]:
                    self._raise(evidence, TOP)

    def _argument_rose(self, a: int) -> None:
        if self._may_block[a]:
            return
        short, level = self._short[a], TOP
        while level and short[level]:
            level -= 1
        limit = self._limit[a]
        plain = self._weights
        worth = (limit if level > 0 else 0) if plain else min(limit, level)
        if worth > self.worth_lo[a]:
            s = 2 * self.graph.owner[a] + self.graph.side[a]
            if not self.worth_lo[a]:
                self._hold_lo[s].add(self._documents[a])
            self.worth_lo[a] = worth
            self._top_lo[s] = max(self._top_lo[s], worth)
            self._push(self.graph.owner[a])

    def _argument_fell(self, a: int, most: int) -> None:
        old = self.worth_hi[a]
        plain = self._weights
        worth = (old if most > 0 else 0) if plain else min(old, most)
        if worth == old:
            return
        self.worth_hi[a] = worth
        s = 2 * self.graph.owner[a] + self.graph.side[a]
        counts = self._counts_hi[s]
        counts[old] -= 1
        if not counts[old]:
            del counts[old]
        if worth > 0:
            counts[worth] = counts.get(worth, 0) + 1
        else:
            self._hold_hi[s].remove(self._documents[a])
        self._push(self.graph.owner[a])


def founded(done: Fixpoint) -> list[float]:
    """Tell what the side for each undecided claim could be worth without resting on a circle.

    The fixpoint leaves circles of support and stand-offs of attack alike undecided. Here what is
    against a claim counts only as far as it surely holds, and worth is built up from the evidence
    alone: a claim whose side gets none could stand only by resting on a circle.

    Returns:
        Worth of the side for each claim, ``(claims,)``; 0 for claims that are decided.
    """
    graph = done.graph
    lends = [*done.lo[: graph.claims], *done.hi[graph.claims :]]
    worth: list[float] = [0] * graph.claims
    undecided = bytearray(done.own_lo[c] < done.own_hi[c] for c in range(graph.claims))
    queue = deque(c for c in range(graph.claims) if undecided[c])
    queued = bytearray(undecided)
    while queue:
        claim = queue.popleft()
        queued[claim] = 0
        worth[claim] = _founded_side(done, lends, claim)
        lent = _founded_lends(done, claim, worth[claim])
        if lent > lends[claim] and done.fixed(claim) is None:
            lends[claim] = lent
            for a in graph.premise_of[claim]:
                owner = graph.owner[a]
                if graph.side[a] == FOR and undecided[owner] and not queued[owner]:
                    queued[owner] = 1
                    queue.append(owner)
    return worth


def _founded_side(done: Fixpoint, lends: list[int], claim: int) -> float:
    reading = done.reading
    best: float = 0
    holding = Corroboration()
    for a in done.graph.arguments[2 * claim + FOR]:
        if not done.worth_hi[a]:
            continue
        level = min(lends[p] for p in done.graph.premises[a])
        plain = reading.settings.setting == "carneades"
        worth = (reading.limit[a] if level else 0) if plain else min(reading.limit[a], level)
        if worth > 0:
            best = max(best, worth)
            holding.add(reading.documents[a])
    if reading.settings.setting == "grades" and 0 < best < TOP and holding:
        best += 1
    return best


def _founded_lends(done: Fixpoint, claim: int, worth: float) -> int:
    against, _ = done.side(claim, AGAINST)
    settings = done.reading.settings
    if not meets(done.reading.standards[claim], worth, against, settings):
        return 0
    return TOP if settings.setting == "carneades" else int(worth)
