"""The extensions of a whole framework, put together from its parts."""

from dataclasses import dataclass
from itertools import compress, islice, product
from math import prod

from argmap.solver.deadline import Deadline, OutOfTimeError
from argmap.solver.engines import Engine
from argmap.solver.framework import Framework
from argmap.solver.grounded import IN, OUT, UNDECIDED, grounded_labelling
from argmap.solver.parts import Part, cut
from argmap.solver.semantics import Semantics

Numbers = list[int]
"""Arguments of the framework, ascending."""
IS_IN = bytes(label == IN for label in range(256))
IS_UNDECIDED = bytes(label == UNDECIDED for label in range(256))
"""Tables for ``bytearray.translate``: from labels to whether they are this one."""
MOST_MEMBERS = 10_000_000
"""Members of all extensions listed, after which a listing stops."""


Shape = tuple[tuple[int, ...], ...]
"""The attackers of a part: parts of one shape have the same extensions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The extensions of one part as far as they are wanted."""

    kept: list[Numbers]
    """By number within the part."""
    number: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Extensions as far as they were listed."""

    extensions: list[Numbers]
    whole: bool
    """Whether these are all."""


class Extensions:
    """The extensions of one framework under one semantics.

    What the grounded labelling decides is settled first. The rest falls into parts that do not touch:
    an extension of the whole is one extension of each part, in any combination.
    """

    def __init__(self, framework: Framework, semantics: Semantics, deadline: Deadline) -> None:
        self.framework = framework
        self.semantics = semantics
        self.deadline = deadline
        everything = range(framework.size)
        self.labels = bytearray(framework.size)
        """What is settled for all extensions."""
        if semantics.extends_grounded:
            self.labels = grounded_labelling(framework)
        self.settled: Numbers = list(compress(everything, self.labels.translate(IS_IN)))
        self.parts: list[Part] = []
        """What is left to solve, each for itself."""
        if semantics.engine is not None:
            self.parts = cut(framework, compress(everything, self.labels.translate(IS_UNDECIDED)))

    def one(self) -> Numbers | None:
        """Find an extension; None if there is none.

        Raises:
            OutOfTimeError: If the time is up.
        """
        return self._completed([])

    def containing(self, argument: int) -> Numbers | None:
        """Find an extension with an argument in it."""
        if self.labels[argument] == IN:
            return self.one()
        part = self._part_of(argument)
        if part is None:
            return None
        found = self.engine(part).containing(part.members.index(argument))
        return None if found is None else self._completed([(part, found)])

    def lacking(self, argument: int) -> Numbers | None:
        """Find an extension without an argument."""
        if self.labels[argument] == IN:
            return None
        part = self._part_of(argument)
        if part is None:
            return self.one()
        found = self.engine(part).lacking(part.members.index(argument))
        return None if found is None else self._completed([(part, found)])

    def count(self, limit: int | None = None) -> tuple[int, bool]:
        """Count the extensions: the product of the counts of the parts.

        Args:
            limit: Where to stop counting.

        Returns:
            The count, and whether it is whole.
        """
        choices, whole = self._choices(None if limit is None else limit + 1, keep=False)
        count = prod(number for _, number in choices)
        return (count, whole) if limit is None or count <= limit else (limit, False)

    def listed(self, limit: int) -> Listing:
        """List extensions, up to a limit, and no more than fit in memory."""
        choices, whole = self._choices(limit + 1, keep=True)
        found: list[Numbers] = []
        size = 0
        for chosen in islice(product(*(kept for kept, _ in choices)), limit + 1):
            if self.deadline.is_over or size > MOST_MEMBERS:
                return Listing(found[:limit], whole=False)
            found.append(sorted(sum(chosen, self.settled)))
            size += len(found[-1])
        return Listing(found[:limit], whole and len(found) <= limit)

    def engine(self, part: Part) -> Engine:
        """Make what answers for a part."""
        assert self.semantics.engine is not None
        return self.semantics.engine(part, self.deadline)

    def _part_of(self, argument: int) -> Part | None:
        if self.labels[argument] == OUT:
            return None
        return next((part for part in self.parts if argument in part.members), None)

    def _completed(self, known: list[tuple[Part, frozenset[int]]]) -> Numbers | None:
        """Complete extensions of some parts by one of every other."""
        found = list(self.settled)
        done = set()
        for part, extension in known:
            done.add(part.members[0])
            found += (part.members[a] for a in extension)
        for part in self.parts:
            if part.members[0] in done:
                continue
            extra = self.engine(part).one()
            if extra is None:
                return None
            found += (part.members[a] for a in extra)
        return sorted(found)

    def _choices(self, most: int | None, *, keep: bool) -> tuple[list[tuple[list[Numbers], int]], bool]:
        """List or count the extensions of each part, no more than the whole needs to reach ``most``."""
        choices: list[tuple[list[Numbers], int]] = []
        solved: dict[Shape, Choice] = {}
        whole, reached = True, 1
        for part in self.parts:
            shape = tuple(map(tuple, part.attackers))
            found = solved.get(shape)
            if found is None:
                found = self._choice(part, None if most is None else max(1, -(-most // reached)), keep=keep)
                solved[shape] = found
            members = part.members
            choices.append((sorted([members[a] for a in each] for each in found.kept), found.number))
            whole = whole and found.whole
            reached *= found.number
            if not found.number:
                break
        return choices, whole

    def _choice(self, part: Part, wanted: int | None, *, keep: bool) -> Choice:
        """List or count the extensions of one part."""
        kept: list[Numbers] = []
        number = size = 0
        try:
            for extension in islice(self.engine(part).all(), wanted):
                number += 1
                if keep:
                    kept.append(sorted(extension))
                    size += len(extension)
                if size > MOST_MEMBERS:
                    return Choice(kept, number, whole=False)
        except OutOfTimeError:
            return Choice(kept, number, whole=False)
        return Choice(kept, number, whole=True)


def acceptance(extensions: Extensions) -> tuple[bytearray, bytearray]:
    """Tell of every argument whether some extension holds it, and whether all do.

    Every extension found settles many questions at once: what is in it is accepted by some, what is not
    in it is not accepted by all. Where there is no extension at all, all hold everything.

    Returns:
        1 for the arguments that some extension holds, and 1 for those that all hold.

    Raises:
        OutOfTimeError: If the time is up.
    """
    size = extensions.framework.size
    some, every = bytearray(size), bytearray(size)
    for argument in extensions.settled:
        some[argument] = every[argument] = 1
    for part in extensions.parts:
        engine = extensions.engine(part)
        first = engine.one()
        if first is None:
            return bytearray(size), bytearray(b"\1" * size)
        held, common = set(first), set(first)
        for a in range(part.size):
            if a not in held and (found := engine.containing(a)) is not None:
                held |= found
                common &= found
        for a in sorted(common):
            if a in common and (found := engine.lacking(a)) is not None:
                common &= found
        for a in held:
            some[part.members[a]] = 1
        for a in common:
            every[part.members[a]] = 1
    return some, every
