"""What a verdict hangs on: the smallest losses of evidence, sources, archives or persons that turn it."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.model.collector import collector_off
from argmap.model.errors import UnknownIdError
from argmap.verdict.certificate import Certificates
from argmap.verdict.holdings import Holder, holdings
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.reevaluation import Reevaluation
from argmap.verdict.turning_sets import Search, turned

LIMIT = 1000
"""Sets tried for one claim before the search gives up."""


class Loss(NamedTuple):
    """Things that turn a verdict if they are lost together, and would not if one were kept."""

    items: tuple[str, ...]
    """Ids of evidence or sources, or names of archives or persons; sorted."""
    after: Verdict


class Fragility(NamedTuple):
    """What the verdict on one claim hangs on."""

    claim: str
    verdict: Verdict
    by: str
    grade: bool
    """Whether a lower grade counts as turning."""
    losses: tuple[Loss, ...]
    """Minimal ones, smallest first."""
    complete_to: int
    """Every minimal loss of up to so many things is among ``losses``."""
    exhausted: bool
    """Whether there is no other minimal loss of any size."""

    @property
    def robustness(self) -> int | None:
        """How many things must be lost at least; None where no loss that turns it is known."""
        size = len(self.losses[0].items) if self.losses else None
        return size if size is not None and size <= self.complete_to + 1 else None

    @property
    def at_least(self) -> int | None:
        """How many things must surely be lost; None where no loss whatever turns it."""
        if self.robustness is not None:
            return self.robustness
        return None if self.exhausted else self.complete_to + 1

    @property
    def single_points(self) -> tuple[str, ...]:
        """What turns the verdict by its own loss."""
        return tuple(loss.items[0] for loss in self.losses if len(loss.items) == 1)


class FragileMap:
    """A map of which is asked what its verdicts hang on; what several claims need is worked out once."""

    def __init__(self, judgement: Judgement, by: Holder = "evidence", *, grade: bool = False) -> None:
        """Take a map.

        Args:
            judgement: Its verdicts, before any audience but a school's.
            by: What is lost: ``evidence``, ``source``, ``archive`` or ``person``.
            grade: Whether a lower grade of a supported claim counts as turning.

        Raises:
            UnknownNameError: If things are not lost by that.
            ArgmapError: If a school judges.
        """
        self.by = by
        self.grade = grade
        with collector_off():
            self.now = Reevaluation(judgement)
            index = self.now.graph.index
            held = holdings(judgement.project, by).items()
            self.held: dict[str, tuple[int, ...]] = {
                name: tuple(index[key] for key in keys) for name, keys in held
            }
        self._certificates = Certificates(self.now)

    @cached_property
    def _holders(self) -> dict[int, list[str]]:
        """Number of evidence to the things it is lost with."""
        found: dict[int, list[str]] = {}
        for name, nodes in self.held.items():
            for node in nodes:
                found.setdefault(node, []).append(name)
        return found

    def of(self, claim: str, most: int = 3, limit: int = LIMIT, *, beyond: bool = True) -> Fragility:
        """Tell what one claim hangs on.

        Args:
            claim: Its id.
            most: Losses of up to so many things are all listed.
            limit: Sets tried before the search gives up and what is known is a bound.
            beyond: Whether, where there is none of that size, one smallest is looked for.

        Raises:
            UnknownIdError: If there is no such claim.
        """
        number = self.now.graph.index.get(claim, self.now.graph.claims)
        if number >= self.now.graph.claims:
            raise UnknownIdError("claim", claim, self.now.graph.ids[: self.now.graph.claims])
        search = Search(self.now, self._certificates, self.held, self._holders, number, grade=self.grade)
        search.run(most, limit, beyond=beyond)
        losses = [Loss(items, after) for items, after in search.found.items()]
        return self._told(number, losses, search.complete_to, search.exhausted)

    def single_points(self) -> dict[str, Fragility]:
        """Tell of every claim what turns it by its own loss: each thing is lost once, for all claims."""
        before = list(self.now.verdicts)
        losses: dict[int, list[Loss]] = {}
        with collector_off():
            for name, nodes in self.held.items():
                with self.now.without(nodes) as moved:
                    for claim in moved:
                        after = self.now.verdict(claim)
                        if turned(before[claim], after, grade=self.grade):
                            losses.setdefault(claim, []).append(Loss((name,), after))
            return {
                key: self._told(claim, losses.get(claim, ()), 1, exhausted=False)
                for claim, key in enumerate(self.now.project.claims)
            }

    def all(self, most: int = 1, limit: int = LIMIT) -> dict[str, Fragility]:
        """Tell what every claim hangs on, in losses of up to ``most`` things."""
        if most == 1:
            return self.single_points()
        return {key: self.of(key, most, limit, beyond=False) for key in self.now.project.claims}

    def _told(self, claim: int, losses: Sequence[Loss], complete_to: int, exhausted: bool) -> Fragility:
        ordered = sorted(losses, key=lambda loss: (len(loss.items), loss.items)) if losses else ()
        verdict = self.now.verdict(claim)
        return Fragility(verdict.claim, verdict, self.by, self.grade, tuple(ordered), complete_to, exhausted)
