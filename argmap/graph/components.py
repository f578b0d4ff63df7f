"""Circles: strongly connected components without recursion, and a shortest way round one."""

from collections import deque
from collections.abc import Callable, Sequence

from argmap.graph.arguments import ArgumentGraph

Successors = Callable[[int], Sequence[int]]


def components(nodes: int, successors: Successors) -> list[list[int]]:
    """Find the strongly connected components (Tarjan 1972), with a stack of our own.

    Args:
        nodes: How many nodes there are, ``0 … nodes-1``.
        successors: Node to its successors.

    Returns:
        Each component once, successors before those that reach them.

    Examples:
        >>> components(3, lambda n: {0: [1], 1: [0], 2: [0]}[n])
        [[1, 0], [2]]
    """
    order = [-1] * nodes
    low = [0] * nodes
    on_stack = bytearray(nodes)
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in range(nodes):
        if order[root] >= 0:
            continue
        work = [(root, iter(successors(root)))]
        order[root] = low[root] = count
        count += 1
        stack.append(root)
        on_stack[root] = 1
        while work:
            node, rest = work[-1]
            for following in rest:
                if order[following] < 0:
                    order[following] = low[following] = count
                    count += 1
                    stack.append(following)
                    on_stack[following] = 1
                    work.append((following, iter(successors(following))))
                    break
                if on_stack[following]:
                    low[node] = min(low[node], order[following])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    found.append(_popped(stack, on_stack, node))
    return found


def _popped(stack: list[int], on_stack: bytearray, node: int) -> list[int]:
    component = []
    while True:
        top = stack.pop()
        on_stack[top] = 0
        component.append(top)
        if top == node:
            return component


def support_circles(graph: ArgumentGraph) -> list[list[int]]:
    """Find the circles of support: for each knot of claims that support each other, one way round.

    Returns:
        Claims in the order "rests on"; the first is not repeated. Sorted; each starts at its
        smallest node.
    """

    def rests_on(claim: int) -> list[int]:
        return [p for p in graph.supports(claim) if p < graph.claims]

    circles = []
    for component in components(graph.claims, rests_on):
        smallest = min(component)
        if len(component) > 1:
            circles.append(_way_round(smallest, set(component) - {smallest}, rests_on))
        elif smallest in rests_on(smallest):
            circles.append([smallest])
    return sorted(circles)


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
