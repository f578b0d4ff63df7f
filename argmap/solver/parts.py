"""Cuts a framework into parts that do not touch each other, so that each can be solved alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.solver.framework import Framework


@dataclass(frozen=True, slots=True)
class Part:
    """Some arguments of a framework, numbered anew, and the attacks among them.

    Shapes: ``members, attackers: (n,)``.
    """

    members: Sequence[int]
    """Number in the framework by number here, ascending."""
    attackers: Sequence[Sequence[int]]

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.members)

    def reach(self, chosen: frozenset[int]) -> set[int]:
        """Give the range of a set (Verheij 1996): its members and what they attack."""
        hit = {a for a, attackers in enumerate(self.attackers) if not chosen.isdisjoint(attackers)}
        return hit | chosen


def cut(framework: Framework, kept: Iterable[int]) -> list[Part]:
    """Cut some arguments of a framework into weakly connected components.

    Args:
        framework: The framework.
        kept: The arguments that are kept, ascending; attacks to and from others are left out.

    Returns:
        The components, in the order of their first arguments.
    """
    kept = list(kept)
    attackers: dict[int, list[int]] = {argument: [] for argument in kept}
    attacked: dict[int, list[int]] = {}
    for argument in kept:
        attacked[argument] = found = [b for b in framework.attacked_by(argument) if b in attackers]
        for target in found:
            attackers[target].append(argument)
    seen: set[int] = set()
    parts = []
    for root in kept:
        if root in seen:
            continue
        seen.add(root)
        members = [root]
        for argument in members:  # grows while it is walked
            for near in (*attacked[argument], *attackers[argument]):
                if near not in seen:
                    seen.add(near)
                    members.append(near)
        members.sort()
        number = {argument: i for i, argument in enumerate(members)}
        parts.append(Part(members, [[number[b] for b in attackers[argument]] for argument in members]))
    return parts
