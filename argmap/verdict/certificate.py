"""Certificates: evidence that settles a verdict whatever becomes of all other evidence.

Each part of a cone is worked out with some of what lies outside it left open. Bounds only tighten
as more is known, so what holds of a part with something unknown holds whatever that turns out to
be; and what does not come about even where the unknown is taken to be settled in every way at once
(at least 4 and at most 0) never comes about. One demand on a claim is so passed down to demands on
the claims below it, and ends at evidence. Circles, undercutters, challenges and corroboration need
no rules of their own here: they are what the fixpoint of a part makes of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from argmap.graph.arguments import AGAINST, FOR
from argmap.verdict.cone import OPEN, Interval, Part, PartFixpoint
from argmap.verdict.fixpoint import TOP, Fixpoint
from argmap.verdict.judgement import Verdict
from argmap.verdict.reevaluation import Reevaluation
from argmap.verdict.standards import meets

SETTLED: Interval = (TOP, 0)
"""What a node lends that is taken to be settled in every way at once."""


class Demand(NamedTuple):
    """What must be so of a claim."""

    claim: int
    what: str
    """A key of ``_CONFIRMED`` or ``_UNDONE``."""
    level: int = 0


class Inside(NamedTuple):
    """A demand on a claim by its number in its part."""

    claim: int
    what: str
    level: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """As long as ``present`` is there and ``absent`` is not, the verdict stays."""

    present: frozenset[int]
    """Numbers of evidence."""
    absent: frozenset[int]


def _prevails(done: Fixpoint, claim: int) -> bool:
    """Whether what is surely against a claim would meet its standard over all that may be for it."""
    reading = done.reading
    against, best = done.side(claim, AGAINST)[0], done.side(claim, FOR)[1]
    return meets(reading.standards[claim], against, best, reading.settings)


Test = Callable[[Fixpoint, int, int], bool]
"""Whether a claim of a part, by its number there, is as demanded, at some level."""

_CONFIRMED: dict[str, Test] = {
    "lends at least": lambda done, claim, level: done.lo[claim] >= level,
    "lends at most": lambda done, claim, level: done.hi[claim] <= level,
    "worth at least": lambda done, claim, level: done.own_lo[claim] >= level,
    "worth nothing": lambda done, claim, _: done.own_hi[claim] <= 0,
    "nothing for": lambda done, claim, _: done.side(claim, FOR)[1] <= 0,
    "nothing against": lambda done, claim, _: done.side(claim, AGAINST)[1] <= 0,
    "outweighed": lambda done, claim, _: _prevails(done, claim),
}
"""Demands that more knowledge can only confirm."""

_UNDONE: dict[str, Test] = {
    "lends no more than": lambda done, claim, level: done.lo[claim] <= level,
    "lends no less than": lambda done, claim, level: done.hi[claim] >= level,
    "something for": lambda done, claim, _: done.side(claim, FOR)[1] > 0,
    "something against": lambda done, claim, _: done.side(claim, AGAINST)[1] > 0,
    "not outweighed": lambda done, claim, _: not _prevails(done, claim),
}
"""Demands that more knowledge can only undo."""

_BY_WORD: dict[str, tuple[str, ...]] = {
    "unsupported": ("nothing for",),
    "insufficient": ("worth nothing", "nothing against", "something for"),
    "outweighed": ("worth nothing", "outweighed", "something for"),
    "contested": ("worth nothing", "something for", "something against", "not outweighed"),
}


class Certificates:
    """Finds certificates for verdicts as a reevaluation has them now."""

    def __init__(self, reevaluation: Reevaluation) -> None:
        self._now = reevaluation
        self._known: dict[tuple[object, ...], tuple[dict[int, Interval], frozenset[int]]] = {}

    def certificate(self, claim: int, cone: frozenset[int], least: int) -> Certificate:
        """Find what settles the verdict on a claim.

        Args:
            claim: The claim.
            cone: The parts it depends on.
            least: The grade step at which it must stay, if it is supported.
        """
        verdict = self._now.verdict(claim)
        if verdict.granted is not None:
            return Certificate(frozenset(), frozenset())
        demands = _demands(claim, verdict, least)
        if demands is None:
            return self._certificate(self._now.parts.evidence_of(cone))
        return self._certificate(self._followed(demands))

    def _certificate(self, evidence: frozenset[int] | set[int]) -> Certificate:
        gone = frozenset(node for node in evidence if self._now.absent[node])
        return Certificate(frozenset(evidence) - gone, gone)

    def _followed(self, demands: list[Demand]) -> set[int]:
        """Follow demands down to evidence, parts that depend on others first."""
        part_of = self._now.parts.part_of
        waiting: dict[int, set[Demand]] = {}
        queue: list[int] = []

        def ask(demand: Demand) -> None:
            number = part_of[demand.claim]
            if number not in waiting:
                waiting[number] = set()
                heappush(queue, -number)
            waiting[number].add(demand)

        for demand in demands:
            ask(demand)
        evidence: set[int] = set()
        while queue:
            number = -heappop(queue)
            asked = waiting.pop(number)
            part = self._now.parts[number]
            for undone in (False, True):
                local = sorted(
                    Inside(part.claims.index(d.claim), d.what, d.level)
                    for d in asked
                    if (d.what in _UNDONE) == undone
                )
                if local:
                    claims, items = self._needed(number, part, tuple(local), undone)
                    evidence |= items
                    for node, (lo, hi) in claims.items():
                        for demand in _bound_demands(node, lo, hi, undone):
                            ask(demand)
        return evidence

    def _needed(
        self, number: int, part: Part, demands: tuple[Inside, ...], undone: bool
    ) -> tuple[dict[int, Interval], frozenset[int]]:
        """Leave open as much outside a part as the demands on it allow.

        Returns:
            What the claims outside must lend where it matters, and the evidence that matters.
        """
        now = self._now
        known = (number, demands, tuple(now.outside(part)), tuple(now.absent_in(part)))
        found = self._known.get(known)
        if found is None:
            found = self._known[known] = _Loosening(now, part, demands, undone).needed()
        return found


class _Loosening:
    """Works one part out again and again, with ever more outside it left open."""

    def __init__(self, now: Reevaluation, part: Part, demands: tuple[Inside, ...], undone: bool) -> None:
        self._part = part
        self._demands = demands
        self._free = SETTLED if undone else OPEN
        self._tests = _UNDONE if undone else _CONFIRMED
        self._claims = now.graph.claims
        self._outside = now.outside(part)
        self._absent = set(now.absent_in(part))
        self._challenged = frozenset(part.challenged)

    def needed(self) -> tuple[dict[int, Interval], frozenset[int]]:
        """Tell what cannot be left open: bounds of claims, and evidence.

        Nodes are left open by halves, so that a claim with many arguments of which few matter is
        worked out a few times only.
        """
        kept = set()
        stack = [range(len(self._part.outer))]
        while stack:
            positions = stack.pop()
            if not positions or self._freed(positions):
                continue
            half = len(positions) // 2
            if half:
                stack += [positions[half:], positions[:half]]
            elif self._part.outer[positions[0]] < self._claims:
                self._free_claim(positions[0])
            else:
                kept.add(self._part.outer[positions[0]])
        claims = {
            node: self._outside[position]
            for position, node in enumerate(self._part.outer)
            if node < self._claims and self._outside[position] != self._free
        }
        return claims, frozenset(kept)

    def _freed(self, positions: Sequence[int]) -> bool:
        """Leave nodes open altogether if the demands allow it."""
        before, absent = self._outside, self._absent
        self._outside = list(before)
        for position in positions:
            self._outside[position] = self._free
        # what challenges evidence left open settles nothing in its favour
        self._absent = absent | self._challenged.intersection(positions)
        if self._holds():
            return True
        self._outside, self._absent = before, absent
        return False

    def _free_claim(self, position: int) -> None:
        """Loosen the bounds of a claim, step by step, as far as they go."""
        for at in (0, 1):
            tight, free = self._outside[position][at], self._free[at]
            step = 1 if tight > free else -1
            for level in range(free, tight, step):
                kept = self._outside[position]
                self._outside[position] = (level, kept[1]) if at == 0 else (kept[0], level)
                if self._holds():
                    break
                self._outside[position] = kept

    def _holds(self) -> bool:
        done = PartFixpoint(self._part, self._outside, self._absent).run()
        return all(self._tests[d.what](done, d.claim, d.level) for d in self._demands)


def _demands(claim: int, verdict: Verdict, least: int) -> list[Demand] | None:
    """Give the demands that make a verdict; None where it is undecided and all may matter."""
    if verdict.verdict == "supported":
        return [Demand(claim, "worth at least", least)]
    if verdict.verdict == "unsupported":
        return [Demand(claim, "nothing for")]
    if verdict.hi > 0:
        return None
    return [Demand(claim, what) for what in _BY_WORD[verdict.verdict]]


def _bound_demands(node: int, lo: int, hi: int, undone: bool) -> list[Demand]:
    if undone:
        found = [Demand(node, "lends no more than", lo)] if lo < TOP else []
        return [*found, Demand(node, "lends no less than", hi)] if hi > 0 else found
    found = [Demand(node, "lends at least", lo)] if lo > 0 else []
    return [*found, Demand(node, "lends at most", hi)] if hi < TOP else found
