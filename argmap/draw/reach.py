"""What bears on a claim: directly, at any distance, and how much of it there is."""

from collections.abc import Collection, Iterator, Sequence

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


def nearest_above(graph: ArgumentGraph, node: int, among: Collection[int]) -> list[int]:
    """Find the nearest claims of a set that a node carries, through claims outside the set."""
    seen, level = {node}, [node]
    while level:
        found: list[int] = []
        following: list[int] = []
        for at in level:
            for owner in (*(graph.owner[a] for a in graph.premise_of[at]), *graph.challenger_of[at]):
                if owner in among and owner != node:
                    found.append(owner)
                elif owner not in seen:
                    seen.add(owner)
                    following.append(owner)
        if found:
            return list(dict.fromkeys(found))
        level = following
    return []


def above(graph: ArgumentGraph, nodes: Sequence[int]) -> list[int]:
    """Give the claims that rest on some nodes, directly or not, nearest first.

    Undercutters and challenges count: what they do depends on them as well.
    """
    seen = set(nodes)
    level, found = list(nodes), []
    while level:
        following: list[int] = []
        for node in level:
            for owner in (*carried(graph, node), *graph.challenger_of[node]):
                if owner not in seen:
                    seen.add(owner)
                    following.append(owner)
        found += [node for node in following if node < graph.claims]
        level = following
    return found
