"""The ideal extension: the greatest admissible set within every preferred extension."""

from collections.abc import Iterator
from functools import cached_property

from argmap.solver.complete import Preferred
from argmap.solver.engines import Engine, Extension


class Ideal(Engine):
    """The one ideal extension (Dung, Mancarella and Toni 2007, "Computing ideal sceptical argumentation").

    Found as Dunne shows ("The computational complexity of ideal semantics", 2009; Dunne, Dvořák and
    Woltran 2013, "Parametric properties of ideal semantics"): among the arguments that are accepted
    credulously and of which no attacker is, the greatest set that defends itself.
    """

    def all(self) -> Iterator[Extension]:
        """Give it."""
        yield self._ideal

    def containing(self, argument: int) -> Extension | None:
        """Give it if the argument is in it."""
        return self._ideal if argument in self._ideal else None

    def lacking(self, argument: int) -> Extension | None:
        """Give it if the argument is not in it."""
        return self._ideal if argument not in self._ideal else None

    @cached_property
    def _ideal(self) -> Extension:
        candidates = self._accepted_safely()
        while True:
            defended = {a for a in candidates if self._defends(candidates, a)}
            if defended == candidates:
                return frozenset(defended)
            candidates = defended

    def _defends(self, defenders: set[int], argument: int) -> bool:
        attackers = self.part.attackers
        return all(not defenders.isdisjoint(attackers[b]) for b in attackers[argument])

    def _accepted_safely(self) -> set[int]:
        """Give the arguments of one preferred extension that no complete one attacks.

        The ideal extension lies within any preferred one. Every complete extension that attacks some of
        these arguments strikes all that it attacks off at once.
        """
        engine = Preferred(self.part, self.deadline)
        safe = set(engine.one())
        while safe and (found := engine.attacking(safe)) is not None:
            safe -= self.part.reach(found) - found
        return safe
