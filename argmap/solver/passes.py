"""Strengths of many arguments without circles, level by level with numpy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from argmap.solver.weighted import WeightedFramework

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int64]

LEAST = 20_000
"""Arguments from which it pays; below, importing numpy takes longer than the plain way."""
MOST_LEVELS = 1_000
"""Levels after which one argument at a time is faster."""


class Relation:
    """One relation as arrays; ``starts: (n + 1,)``, ``sources: (pairs,)`` in the order of their targets."""

    def __init__(self, incoming: Sequence[Sequence[int]]) -> None:
        import numpy as np

        self.counts: Places = np.fromiter(map(len, incoming), dtype=np.int64, count=len(incoming))
        self.starts: Places = np.concatenate(([0], np.cumsum(self.counts)))
        self.sources: Places = np.fromiter(chain.from_iterable(incoming), dtype=np.int64)

    def of(self, targets: "Places") -> tuple["Places", "Places"]:
        """Give the sources of some targets, and for each of them the place of its target among these."""
        import numpy as np

        return self.sources[runs(self.starts, targets)], np.repeat(
            np.arange(len(targets)), self.counts[targets]
        )


def runs(starts: "Places", chosen: "Places") -> "Places":
    """Give the places ``starts[c] … starts[c + 1] - 1`` of every chosen ``c``, one run after another."""
    import numpy as np

    counts = starts[chosen + 1] - starts[chosen]
    ends = np.cumsum(counts)
    places: Places = np.arange(int(ends[-1]) if len(ends) else 0)
    places += np.repeat(starts[chosen] - (ends - counts), counts)
    return places


def ordered(numbers: "Places") -> "Places":
    """Give the order that sorts numbers below 2³²: by 16 bits at a time, which numpy sorts in linear time."""
    import numpy as np

    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    return order[np.argsort((numbers >> 16).astype(np.uint16)[order], kind="stable")]


def level_by_level(framework: WeightedFramework, semantics: str) -> list[float] | None:
    """Work out the strengths of all arguments, those at one distance from the roots at once.

    Args:
        framework: The weighted framework.
        semantics: ``dfquad``, ``quadratic-energy`` or ``euler``.

    Returns:
        The strengths; None where there is a circle, or too long a chain for this to pay.
    """
    import numpy as np

    base: Floats = np.asarray(framework.base, dtype=np.float64)
    attacks, supports = Relation(framework.attackers), Relation(framework.supporters)
    values = base.copy()
    done = 0
    for rounds, level in enumerate(_levels(attacks, supports)):
        if rounds > MOST_LEVELS:
            return None
        done += len(level)
        if rounds:
            values[level] = JOINED[semantics](base[level], values, attacks.of(level), supports.of(level))
    return values.tolist() if done == len(base) else None


def _levels(attacks: Relation, supports: Relation) -> Iterator["Places"]:
    """Give the arguments by the length of the longest chain that ends there; none of those on circles."""
    import numpy as np

    size = len(attacks.counts)
    everything = np.arange(size)
    sources = np.concatenate((attacks.sources, supports.sources))
    targets = np.concatenate((np.repeat(everything, attacks.counts), np.repeat(everything, supports.counts)))
    outgoing = targets[ordered(sources)]
    starts = np.concatenate(([0], np.cumsum(np.bincount(sources, minlength=size))))
    waiting = attacks.counts + supports.counts
    last = np.zeros(size, dtype=np.int64)
    level = np.flatnonzero(waiting == 0)
    while len(level):
        yield level
        struck = outgoing[runs(starts, level)]
        np.subtract.at(waiting, struck, 1)
        freed = struck[waiting[struck] == 0]
        places = np.arange(len(freed))
        last[freed] = places  # an argument struck more than once is taken once
        level = freed[last[freed] == places]


Incoming = tuple["Places", "Places"]
Join = Callable[["Floats", "Floats", Incoming, Incoming], "Floats"]


def _df_quad(base: "Floats", values: "Floats", attacks: Incoming, supports: Incoming) -> "Floats":
    import numpy as np

    spared, unaided = np.ones_like(base), np.ones_like(base)
    np.multiply.at(spared, attacks[1], 1 - values[attacks[0]])
    np.multiply.at(unaided, supports[1], 1 - values[supports[0]])
    more = spared - unaided  # support less attack
    return np.where(more > 0, base + (1 - base) * more, base + base * more)


def _energy(base: "Floats", values: "Floats", attacks: Incoming, supports: Incoming) -> "Floats":
    import numpy as np

    support = np.bincount(supports[1], values[supports[0]], len(base))
    attack = np.bincount(attacks[1], values[attacks[0]], len(base))
    return np.asarray(support - attack, dtype=np.float64)


def _quadratic_energy(base: "Floats", values: "Floats", attacks: Incoming, supports: Incoming) -> "Floats":
    import numpy as np

    energy = _energy(base, values, attacks, supports)
    impact = energy * energy / (1 + energy * energy)
    return np.where(energy > 0, base + (1 - base) * impact, base - base * impact)


def _euler_based(base: "Floats", values: "Floats", attacks: Incoming, supports: Incoming) -> "Floats":
    import numpy as np

    energy = np.minimum(_energy(base, values, attacks, supports), 700.0)
    strength: Floats = 1 - (1 - base * base) / (1 + base * np.exp(energy))
    return strength


JOINED: Mapping[str, Join] = {
    "dfquad": _df_quad,
    "quadratic-energy": _quadratic_energy,
    "euler": _euler_based,
}
"""The semantics of ``gradual.INFLUENCES``, for many arguments at once."""
