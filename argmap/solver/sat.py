"""Satisfiability: one incremental CaDiCaL, through python-sat."""

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.solver.deadline import Deadline

SOLVER = "cadical153"
CONFLICTS = 1_000
"""Conflicts between two looks at the clock: some hundredths of a second."""


class Sat:
    """Clauses that grow, solved again and again under assumptions.

    Literals are non-zero integers as in DIMACS. Clauses that shall hold for a while only begin with the
    negation of a switch from ``switch()``; assuming the switch turns them on.
    """

    def __init__(self, variables: int, clauses: Iterable[Sequence[int]], deadline: Deadline) -> None:
        from pysat.solvers import Solver

        self._last = variables
        self._deadline = deadline
        self._solver: Any = Solver(name=SOLVER, bootstrap_with=clauses)

    def prefer(self, literals: Iterable[int]) -> None:
        """Say which literals are tried first."""
        self._solver.set_phases(list(literals))

    def switch(self) -> int:
        """Make a fresh variable."""
        self._last += 1
        return self._last

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause for good."""
        self._solver.add_clause(clause)

    def solve(self, assumptions: Sequence[int] = ()) -> Sequence[int] | None:
        """Find a model under assumptions.

        Returns:
            The literals that hold, that of variable ``v`` at place ``v - 1``; None if there is no model.

        Raises:
            OutOfTimeError: If the time is up.
        """
        self._deadline.check()
        if self._deadline.ends is None:
            found = self._solver.solve(assumptions=assumptions)
        else:
            found = None
            while found is None:
                self._solver.conf_budget(CONFLICTS)
                found = self._solver.solve_limited(assumptions=assumptions)
                if found is None:
                    self._deadline.check()
        if not found:
            return None
        model: Sequence[int] = self._solver.get_model()
        return model
