"""Semi-stable and stage extensions: those whose range is greatest."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from argmap.solver import encodings
from argmap.solver.deadline import Deadline
from argmap.solver.engines import Engine, Extension
from argmap.solver.parts import Part
from argmap.solver.sat import Sat
from argmap.solver.stable import Stable


class GreatestRange(Engine):
    """Sets of one kind whose range no other set of that kind exceeds.

    Where there are stable extensions, these are they: a range cannot be greater than everything.
    """

    kind: Callable[[Part], Iterator[Sequence[int]]]

    def __init__(self, part: Part, deadline: Deadline) -> None:
        super().__init__(part, deadline)
        self._stable = Stable(part, deadline)

    @cached_property
    def _is_stable(self) -> bool:
        return self._stable.one() is not None

    @cached_property
    def _sat(self) -> Sat:
        clauses = [*type(self).kind(self.part), *encodings.in_range(self.part)]
        return Sat(3 * self.part.size, clauses, self.deadline)

    def all(self) -> Iterator[Extension]:
        """Give every one: range by range, and within a range set by set."""
        if self._is_stable:
            yield from self._stable.all()
            return
        switch = self._sat.switch()
        while (found := self._find([switch])) is not None:
            widest = self._widen(found, switch)
            here = self._sat.switch()
            while (found := self._find([here, *widest])) is not None:
                yield found
                self._sat.add([-here, *(a + 1 for a in range(self.part.size) if a not in found)])

    def containing(self, argument: int) -> Extension | None:
        """Find one with an argument in it."""
        return self._stable.containing(argument) if self._is_stable else self._such(argument + 1)

    def lacking(self, argument: int) -> Extension | None:
        """Find one without an argument."""
        return self._stable.lacking(argument) if self._is_stable else self._such(-(argument + 1))

    def _such(self, literal: int) -> Extension | None:
        """Find one for which a literal holds, looking only at ranges not yet covered."""
        switch = self._sat.switch()
        while (found := self._find([switch, literal])) is not None:
            widest = self._widen(found, switch)
            such = self._find([literal, *widest])
            if such is not None:
                return such
        return None

    def _widen(self, found: Extension, switch: int) -> list[int]:
        """Widen the range of a set as far as it goes.

        Returns:
            The literals that say: this range at least. With the switch on, no range within it is found again.
        """
        size = self.part.size
        while True:
            reach = self.part.reach(found)
            within = [2 * size + a + 1 for a in sorted(reach)]
            self._sat.add([-switch, *(2 * size + a + 1 for a in range(size) if a not in reach)])
            wider = self._find([switch, *within])
            if wider is None:
                return within
            found = wider

    def _find(self, assumptions: Sequence[int]) -> Extension | None:
        model = self._sat.solve(assumptions)
        return None if model is None else encodings.chosen(model, self.part.size)


class SemiStable(GreatestRange):
    """Complete extensions of greatest range (Caminada 2006, "Semi-stable semantics")."""

    kind = staticmethod(encodings.complete)


class Stage(GreatestRange):
    """Conflict-free sets of greatest range (Verheij 1996, "Two approaches to dialectical argumentation")."""

    kind = staticmethod(encodings.conflict_free)
