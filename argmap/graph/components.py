"""Circles: strongly connected components without recursion, and a shortest way round one."""

from collections import deque

from argmap.graph.arguments import ArgumentGraph
from argmap.graph.arrangement import Successors, arrange


def components(nodes: int, successors: Successors) -> list[list[int]]:
    """Find the strongly connected components.

    Args:
        nodes: How many nodes there are, ``0 … nodes-1``.
        successors: Node to its successors.

    Returns:
        Each component once, successors before those that reach them.

    Examples:
        >>> components(3, lambda n: {0: [1], 1: [0], 2: [0]}[n])
        [[1, 0], [2]]
    """
    return [list(part) for part in arrange(nodes, successors).parts()]


def support_circles(graph: ArgumentGraph) -> list[list[int]]:
    """Find the circles of support: for each knot of claims that support each other, one way round.

    Returns:
        Claims in the order "rests on"; the first is not repeated. Each starts at the first of its
        claims by id, and circles come in order of the ids.
    """
    name = graph.ids.__getitem__

    def rests_on(claim: int) -> list[int]:
        return [p for p in graph.supports(claim) if p < graph.claims]

    circles = []
    for component in components(graph.claims, rests_on):
        first = min(component, key=name)
        if len(component) > 1:
            circles.append(_way_round(first, set(component) - {first}, rests_on))
        elif first in rests_on(first):
            circles.append([first])
    return sorted(circles, key=lambda circle: [*map(name, circle)])


def _way_round(start: int, inside: set[int], successors: Successors) -> list[int]:
    came: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for following in successors(node):
            if following == start and node != start:
                way = [node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if following in inside and following not in came:
                came[following] = node
                queue.append(following)
    raise AssertionError("a component has a way round")  # pragma: no cover
