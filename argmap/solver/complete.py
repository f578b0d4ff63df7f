"""Complete and preferred extensions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from argmap.solver import encodings
from argmap.solver.engines import Engine, Extension
from argmap.solver.sat import Sat

LARGE = 50
"""Arguments of a part from which telling the solver what to try first pays."""


class Complete(Engine):
    """Complete extensions of a part in which the grounded labelling decides nothing."""

    @cached_property
    def sat(self) -> Sat:
        """The clauses, made when first asked for."""
        return Sat(2 * self.part.size, encodings.complete(self.part), self.deadline)

    def find(self, assumptions: Sequence[int]) -> Extension | None:
        """Find any complete extension under assumptions."""
        model = self.sat.solve(assumptions)
        return None if model is None else encodings.chosen(model, self.part.size)

    def one(self) -> Extension:
        """Give the least one: nothing is grounded here."""
        return frozenset()

    def all(self) -> Iterator[Extension]:
        """Give every one, and shut each out once it is given."""
        switch = self.sat.switch()
        while (found := self.find([switch])) is not None:
            yield found
            self.sat.add([-switch, *(-(a + 1) if a in found else a + 1 for a in range(self.part.size))])

    def containing(self, argument: int) -> Extension | None:
        """Find one with an argument in it."""
        return self.find([argument + 1])

    def lacking(self, argument: int) -> Extension | None:
        """Give the least one: it lacks everything here."""
        return self.one()


class Preferred(Complete):
    """Preferred extensions: the greatest complete ones (Dung 1995, definition 7 and theorem 25)."""

    @cached_property
    def sat(self) -> Sat:
        """The clauses; large extensions are looked for first, there is less to grow then."""
        made = super().sat
        if self.part.size >= LARGE:
            made.prefer(range(1, self.part.size + 1))
        return made

    def one(self) -> Extension:
        """Grow the least complete extension until nothing can join it."""
        return self._grow(frozenset(), self.sat.switch())

    def all(self) -> Iterator[Extension]:
        """Grow complete extensions; each time shut out the subsets of all that were seen."""
        switch = self.sat.switch()
        while (found := self.find([switch])) is not None:
            yield self._grow(found, switch)

    def containing(self, argument: int) -> Extension | None:
        """Grow a complete extension with the argument in it, if there is one."""
        found = self.find([argument + 1])
        return None if found is None else self._grow(found, self.sat.switch())

    def lacking(self, argument: int) -> Extension | None:
        """Find a complete extension without the argument that cannot grow to have it.

        One that attacks the argument will do at once. Otherwise complete extensions are grown as far as
        they go without it; where one can then take it in, whatever lies below that is no candidate.
        """
        attacking = self.attacking([argument])
        if attacking is not None:
            return self._grow(attacking, self.sat.switch())
        switch = self.sat.switch()
        while (found := self.find([switch, -(argument + 1)])) is not None:
            found = self._grow(found, switch, -(argument + 1))
            larger = self.find([argument + 1, *(a + 1 for a in found)])
            if larger is None:
                return found
            self._shut_out(larger, switch)
        return None

    def attacking(self, arguments: Iterable[int]) -> Extension | None:
        """Find a complete extension that attacks one of some arguments."""
        switch = self.sat.switch()
        self.sat.add([-switch, *(self.part.size + a + 1 for a in sorted(arguments))])
        return self.find([switch])

    def _grow(self, found: Extension, switch: int, *also: int) -> Extension:
        while True:
            self._shut_out(found, switch)
            if len(self.part.reach(found)) == self.part.size:
                return found  # stable, hence preferred (Dung 1995, lemma 15)
            larger = self.find([switch, *also, *(a + 1 for a in sorted(found))])
            if larger is None:
                return found
            found = larger

    def _shut_out(self, found: Extension, switch: int) -> None:
        """While the switch is on, want something that is not in this extension."""
        self.sat.add([-switch, *(a + 1 for a in range(self.part.size) if a not in found)])
