"""The same figure as words: a nested list for screen readers, terminals and text files."""

from collections.abc import Iterator

from argmap.draw.figure import Edge, Figure, Node

_VERBS = {
    "for": "speaks for",
    "against": "speaks against",
    "undercut": "undercuts",
    "answer": "answers",
    "challenge": "challenges",
    "joint": "is a premise of",
    "through": "bears, through claims not shown, on",
}
_BULLETS = {
    "for": "+",
    "against": "−",
    "undercut": "unless",
    "answer": "answered by",
    "challenge": "challenged by",
    "through": "…",
}


def outline(figure: Figure) -> str:
    """Tell a figure as an indented list: every claim with what bears on it below it.

    A record that bears on several claims is told once in full and then named only.
    """
    nodes = {node.key: node for node in figure.nodes}
    into: dict[str, list[Edge]] = {}
    for edge in figure.edges:
        into.setdefault(edge.head, []).append(edge)
    told: set[str] = set()
    lines = [figure.title, figure.subtitle, ""]
    starts = _starts(figure)
    headings = {cluster.key: cluster for cluster in figure.clusters}
    group = ""
    for key in starts:
        if key in told:
            continue
        node = nodes[key]
        if node.cluster != group and node.cluster:
            cluster = headings[node.cluster]
            lines += ["", f"{cluster.title} ({cluster.subtitle})" if cluster.subtitle else cluster.title]
        group = node.cluster
        lines += _told(key, "-", 0, nodes, into, told)
    return "\n".join(lines).rstrip() + "\n"


def _starts(figure: Figure) -> list[str]:
    """Order the nodes: the claims asked about, those that bear on nothing, then all others."""
    bearing = {edge.tail for edge in figure.edges}
    focus = [n.key for n in figure.nodes if n.focus]
    free = [n.key for n in figure.nodes if n.key not in bearing]
    return list(dict.fromkeys([*focus, *free, *(n.key for n in figure.nodes)]))


def _told(
    start: str,
    bullet: str,
    depth: int,
    nodes: dict[str, Node],
    into: dict[str, list[Edge]],
    told: set[str],
) -> Iterator[str]:
    """Tell a node and what bears on it, with a stack of our own: a chain may be deep."""
    stack = [(start, bullet, depth)]
    while stack:
        key, mark, level = stack.pop()
        node = nodes[key]
        pad = "  " * level
        if key in told:
            yield f"{pad}{mark} {node.ref or node.text} (told above)"
            continue
        told.add(key)
        yield f"{pad}{mark} {_sentence(node)}"
        for edge in reversed(into.get(key, ())):
            if edge.kind == "joint":
                stack.append((edge.tail, "because", level + 1))
            else:
                stack.append((edge.tail, _BULLETS[edge.kind], level + 1))


def _sentence(node: Node) -> str:
    if node.kind == "reason":
        said = ": ".join(part for part in (node.head, node.text) if part)
        return said or "together:"
    name = f" ({node.ref})" if node.ref else ""
    rulings = [str(ruling) for ruling in node.rulings if str(ruling)]
    small = "; ".join([*rulings, *node.facts, *(str(chip) for chip in node.chips)])
    more = f" +{node.more} more" if node.more else ""
    return f"{node.text}{name}" + (f" [{small}]" if small else "") + more


def told_edges(figure: Figure) -> list[str]:
    """Say every link in words, in order."""
    names = {n.key: n.ref or n.head or n.text or f"a reason {n.side}" for n in figure.nodes}
    return [f"{names[e.tail]} {_VERBS[e.kind]} {names[e.head]}" for e in figure.edges]
