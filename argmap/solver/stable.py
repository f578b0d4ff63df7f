"""Stable extensions."""

from collections.abc import Iterator, Sequence

from argmap.solver import encodings
from argmap.solver.deadline import Deadline
from argmap.solver.engines import Engine, Extension
from argmap.solver.parts import Part
from argmap.solver.sat import Sat


class Stable(Engine):
    """Stable extensions; there may be none."""

    def __init__(self, part: Part, deadline: Deadline) -> None:
        super().__init__(part, deadline)
        self._sat = Sat(part.size, encodings.stable(part), deadline)

    def one(self) -> Extension | None:
        """Find one."""
        return self._find([])

    def all(self) -> Iterator[Extension]:
        """Give every one; none is a subset of another, so each shuts out its subsets."""
        switch = self._sat.switch()
        while (found := self._find([switch])) is not None:
            yield found
            self._sat.add([-switch, *(a + 1 for a in range(self.part.size) if a not in found)])

    def containing(self, argument: int) -> Extension | None:
        """Find one with an argument in it."""
        return self._find([argument + 1])

    def lacking(self, argument: int) -> Extension | None:
        """Find one without an argument."""
        return self._find([-(argument + 1)])

    def _find(self, assumptions: Sequence[int]) -> Extension | None:
        model = self._sat.solve(assumptions)
        return None if model is None else encodings.chosen(model, self.part.size)
