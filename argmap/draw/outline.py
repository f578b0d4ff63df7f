"""The same figure as words: a nested list for screen readers, terminals and text files."""

from collections.abc import Iterator

from argmap.draw.card import elsewhere
from argmap.draw.figure import Edge, Figure, Node
from argmap.draw.words import named

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
    return f"{node.text}{name}" + (f" [{small}]" if small else "") + _left_out(node)


def _left_out(node: Node) -> str:
    """Name what the figure leaves out here, and where it is shown."""
    where = f", {elsewhere(node)}" if node.sheets else ""
    if node.more:
        return f" +{node.more:,} more{where}: {named(node.hides)}"
    return f"{where}: {named(node.hides)}" if node.hides else where


def told_edges(figure: Figure) -> list[str]:
    """Say every link in words, in order."""
    names = {n.key: n.ref or n.head or n.text or f"a reason {n.side}" for n in figure.nodes}
    return [f"{names[e.tail]} {_VERBS[e.kind]} {names[e.head]}" for e in figure.edges]


def told_nodes(figure: Figure) -> dict[str, str]:
    """Say for every node what it bears on in the figure, and how many arguments bear on it."""
    nodes = {node.key: node for node in figure.nodes}
    out: dict[str, list[Edge]] = {}
    into: dict[str, list[str]] = {}
    for edge in figure.edges:
        out.setdefault(edge.tail, []).append(edge)
        into.setdefault(edge.head, []).append(edge.kind)
    told: dict[str, str] = {}
    for key in nodes:
        ends = dict.fromkeys(said for edge in out.get(key, ()) for said in _ends(edge, nodes, out))
        counts = {kind: into.get(key, []).count(kind) for kind in ("for", "against", "challenge")}
        words = [f"{counts['for']} for it"] if counts["for"] else []
        against = counts["against"] + counts["challenge"]
        words += [f"{against} against it"] if against else []
        told[key] = "; ".join([*ends, *([f"arguments here: {', '.join(words)}"] if words else [])])
    return told


def _ends(edge: Edge, nodes: dict[str, Node], out: dict[str, list[Edge]]) -> Iterator[str]:
    """Say where a link leads; through a reason, to what the reason speaks to."""
    if edge.kind == "joint":
        for beyond in out.get(edge.head, ()):
            yield f"{_VERBS[beyond.kind]} {nodes[beyond.head].ref}"
    else:
        head = nodes[edge.head]
        if head.ref or edge.head not in out:
            yield f"{_VERBS[edge.kind]} {head.ref or head.text}"
        else:
            owner = nodes[out[edge.head][0].head].ref
            yield f"{_VERBS[edge.kind]} a reason {head.side} {owner}"
