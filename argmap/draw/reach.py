"""What bears on a claim: directly, at any distance, and how much of it there is."""

from collections.abc import Iterator, Sequence

from argmap.graph.arguments import AGAINST, FOR, MISSING, ArgumentGraph


def arguments_for(graph: ArgumentGraph, claim: int) -> Sequence[int]:
    """Give the arguments on both sides of a claim, for and against taking turns."""
    sides = (graph.arguments[2 * claim + FOR], graph.arguments[2 * claim + AGAINST])
    longest = max(len(side) for side in sides)
    return [side[i] for i in range(longest) for side in sides if i < len(side)]


def bearing_on(graph: ArgumentGraph, node: int) -> Iterator[int]:
    """Give what bears directly on a claim or on evidence; a node may come twice."""
    if node >= graph.claims:
        yield from graph.challengers[node]
        return
    for a in arguments_for(graph, node):
        yield from (p for p in graph.premises[a] if p != MISSING)
        yield from graph.undercutters[a]


def below(graph: ArgumentGraph, node: int, cap: int | None = None) -> set[int]:
    """Collect what bears on a node at any distance, itself left out.

    Args:
        graph: The graph.
        node: Claim or evidence.
        cap: Stop soon after so many.
    """
    found: set[int] = set()
    work = [node]
    while work and (cap is None or len(found) < cap):
        for other in bearing_on(graph, work.pop()):
            if other not in found and other != node:
                found.add(other)
                work.append(other)
    return found


def carried(graph: ArgumentGraph, node: int) -> Iterator[int]:
    """Give the claims whose arguments use a node as premise or undercutter."""
    for a in (*graph.premise_of[node], *graph.undercutter_of[node]):
        yield graph.owner[a]
