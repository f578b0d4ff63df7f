"""How often arguments use each claim and each piece of evidence, found in one pass over the graph."""

from itertools import chain
from typing import NamedTuple

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph


class Uses(NamedTuple):
    """What one pass over all premises and undercutters tells; nodes are in order of their numbers."""

    unnamed: list[int]
    """Nodes that no argument names, as premise, undercutter or answer."""
    repeating: set[int]
    """Claims on which several arguments have one premise in common."""
    has_missing: bool
    """Whether an argument has a premise that no record answers to."""


def find_uses(graph: ArgumentGraph) -> Uses:
    """Go once over all premises and undercutters of a graph."""
    named = bytearray(len(graph.ids) + 1)  # at the end, what is missing
    for node in chain.from_iterable(graph.premises):
        named[node] = 1
    has_missing = named[MISSING] == 1
    for node in chain.from_iterable(filter(None, graph.undercutters)):
        named[node] = 1
    return Uses(
        [node for node, is_named in enumerate(named[:-1]) if not is_named], _repeating(graph), has_missing
    )


def _repeating(graph: ArgumentGraph) -> set[int]:
    premises, found = graph.premises, set[int]()
    for claim, (pro, con) in enumerate(
        zip(graph.arguments[FOR::2], graph.arguments[AGAINST::2], strict=True)
    ):
        if len(pro) + len(con) > 1:
            nodes = [node for numbers in (pro, con) for a in numbers for node in premises[a]]
            if len(set(nodes)) < len(nodes):
                found.add(claim)
    return found
