"""How often arguments use each claim and each piece of evidence, found in one pass over the graph."""

from itertools import chain
from typing import NamedTuple

from argmap.graph.arguments import MISSING, ArgumentGraph


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
    nobody = MISSING
    user = [nobody] * (len(graph.ids) + 1)  # the claim whose argument named each last; at the end, MISSING
    repeating = set[int]()
    owner, premises = graph.owner, graph.premises
    for a in chain.from_iterable(graph.arguments):  # claim by claim
        claim = owner[a]
        for node in premises[a]:
            if user[node] == claim:
                repeating.add(claim)
            user[node] = claim
    has_missing = user[MISSING] != nobody
    for node in chain.from_iterable(filter(None, graph.undercutters)):
        user[node] = 0
    unnamed = [node for node, claim in enumerate(user[:-1]) if claim == nobody]
    return Uses(unnamed, repeating, has_missing)
