"""An order in which every node comes after all that it depends on, circles taken as one."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from argmap.model.dataclass import dataclass

Successors = Callable[[int], Sequence[int]]


@dataclass(frozen=True)
class Arrangement:
    """Nodes in parts: each a node by itself, or all the nodes of a circle that depend on each other.

    Shapes: ``order: (nodes,)``; ``firsts: (parts + 1,)``; ``part_of: (nodes,)``.
    """

    order: Sequence[int]
    """The nodes, part by part."""
    firsts: Sequence[int]
    """Where in the order each part begins; the last is where the last part ends."""
    circles: frozenset[int]
    """Numbers of the parts of which a node depends on itself."""

    def __len__(self) -> int:
        return len(self.firsts) - 1

    def part(self, number: int) -> Sequence[int]:
        """Give the nodes of a part."""
        return self.order[self.firsts[number] : self.firsts[number + 1]]

    def parts(self) -> Iterator[Sequence[int]]:
        """Give the nodes of every part."""
        return map(self.part, range(len(self)))

    @cached_property
    def part_of(self) -> Sequence[int]:
        """The part of each node."""
        found = array("i", bytes(4 * len(self.order)))
        for number, first in enumerate(self.firsts[:-1]):
            found[self.order[first]] = number
        for number in self.circles:
            for node in self.part(number):
                found[node] = number
        return found


def arrange(nodes: int, successors: Successors) -> Arrangement:
    """Find the strongly connected components (Tarjan 1972), with a stack of our own.

    Args:
        nodes: How many nodes there are, ``0 … nodes-1``.
        successors: Node to those that it depends on.

    Returns:
        The components; those that others depend on first.
    """
    met = [-1] * nodes
    low = [0] * nodes
    on_stack = bytearray(nodes)
    stack: list[int] = []
    order, firsts = array("i"), array("i", [0])
    circles: set[int] = set()
    count = 0
    for root in range(nodes):
        if met[root] >= 0:
            continue
        waiting = [(root, iter(successors(root)))]
        met[root] = low[root] = count
        count += 1
        stack.append(root)
        on_stack[root] = 1
        while waiting:
            node, rest = waiting[-1]
            for following in rest:
                if met[following] < 0:
                    met[following] = low[following] = count
                    count += 1
                    further = successors(following)
                    if not further:  # a part by itself, at once
                        order.append(following)
                        firsts.append(len(order))
                        continue
                    stack.append(following)
                    on_stack[following] = 1
                    waiting.append((following, iter(further)))
                    break
                if on_stack[following] and met[following] < low[node]:
                    low[node] = met[following]
            else:
                waiting.pop()
                if waiting and low[node] < low[waiting[-1][0]]:
                    low[waiting[-1][0]] = low[node]
                if low[node] == met[node]:
                    first = _popped(stack, on_stack, order, node)
                    if len(order) - first > 1 or node in successors(node):
                        circles.add(len(firsts) - 1)
                    firsts.append(len(order))
    return Arrangement(order, firsts, frozenset(circles))


def _popped(stack: list[int], on_stack: bytearray, order: "array[int]", node: int) -> int:
    """Move a whole component from the stack to the order; gives where it begins."""
    first = len(order)
    while True:
        top = stack.pop()
        on_stack[top] = 0
        order.append(top)
        if top == node:
            return first
