"""Weighted bipolar frameworks: arguments with base scores, attacks and supports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeightedFramework:
    """A quantitative bipolar framework (QBAF; Baroni, Rago and Toni 2019).

    Shapes: ``names, base, attackers, supporters: (n,)``.
    """

    names: Sequence[str]
    base: Sequence[float]
    """Base scores, in [0, 1]."""
    attackers: Sequence[Sequence[int]]
    """Attackers of each argument, each once, ascending."""
    supporters: Sequence[Sequence[int]]


def make_weighted(
    base: Mapping[str, float],
    attacks: Sequence[tuple[str, str]],
    supports: Sequence[tuple[str, str]],
) -> WeightedFramework:
    """Make a framework; a repeated attack or support counts once.

    Args:
        base: Argument to base score.
        attacks: Attacker and attacked.
        supports: Supporter and supported.

    Raises:
        KeyError: If one of them is no argument.
    """
    number = {name: i for i, name in enumerate(base)}

    def incoming(pairs: Sequence[tuple[str, str]]) -> list[list[int]]:
        found: list[set[int]] = [set() for _ in number]
        for source, target in pairs:
            found[number[target]].add(number[source])
        return [sorted(each) for each in found]

    return WeightedFramework(list(base), list(base.values()), incoming(attacks), incoming(supports))
