"""An abstract argumentation framework as lists of integers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.model.errors import UnknownNameError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = Sequence[int] | NDArray[np.int64]

BULK = 50_000
"""Attacks from which numpy sorts them; below, importing it takes longer than sorting."""


@dataclass(frozen=True, slots=True)
class Framework:
    """Arguments and attacks among them (Dung 1995, definition 2).

    Arguments are ``0 … n-1``; what argument ``a`` attacks stands in ``targets`` from ``starts[a]`` up
    to ``starts[a + 1]``, ascending and each once. Shapes: ``names: (n,)``, ``starts: (n + 1,)``,
    ``targets: (attacks,)``.
    """

    names: Sequence[str]
    starts: Sequence[int]
    targets: Sequence[int]

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.names)

    def attacked_by(self, argument: int) -> Sequence[int]:
        """Give the arguments that an argument attacks."""
        return self.targets[self.starts[argument] : self.starts[argument + 1]]

    def number(self, name: str) -> int:
        """Find an argument by name.

        Raises:
            UnknownNameError: If there is none of that name; small frameworks name the nearest.
        """
        try:
            return self.names.index(name)
        except ValueError:
            known = self.names if self.size <= 10_000 else ()
            raise UnknownNameError("argument", name, known) from None


def make_framework(names: Sequence[str], sources: "Numbers", targets: "Numbers") -> Framework:
    """Make a framework of attacks in any order; repeated ones count once.

    Args:
        names: Names of the arguments, each once.
        sources: Attackers.
        targets: What they attack, in the same order.

    Examples:
        >>> make_framework(["a", "b"], [0, 1, 0], [1, 1, 1]).targets
        [1, 1]
    """
    size = len(names)
    if len(sources) > BULK:
        return _make_bulk(names, sources, targets)
    keys = sorted({source * size + target for source, target in zip(sources, targets, strict=True)})
    counts = [0] * (size + 1)
    for key in keys:
        counts[key // size + 1] += 1
    return Framework(names, list(accumulate(counts)), [key % size for key in keys])


def _make_bulk(names: Sequence[str], sources: "Numbers", targets: "Numbers") -> Framework:
    import numpy as np

    size = len(names)
    keys = np.asarray(sources, dtype=np.int64) * size + np.asarray(targets, dtype=np.int64)
    keys.sort()
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    counts = np.bincount(keys // size, minlength=size)
    starts = np.concatenate(([0], np.cumsum(counts)))
    return Framework(names, starts.tolist(), (keys % size).tolist())
