"""Overviews: groups of cards as panels in two columns, the thesis between them.

What links cards runs in the gutters between the columns, its signs in one line.
"""

from collections.abc import Mapping, Sequence

from argmap.draw.card import TAB, WIDTH, Card
from argmap.draw.curves import boxes_of, straight_links
from argmap.draw.figure import Cluster, Figure, Node
from argmap.draw.heading import heading_height
from argmap.draw.layout import Box, Layout
from argmap.draw.stacking import settle

FRAME = 13.0
"""Between a panel's edge and its cards."""
GUTTER = 76.0
NARROW = 24.0
"""Gutter where nothing runs in it."""
PANEL = WIDTH + 2 * FRAME
BETWEEN_CARDS = 12.0
BETWEEN_PANELS = 16.0


def board(figure: Figure, cards: Mapping[str, Card]) -> Layout:
    """Set a figure as a board.

    Args:
        figure: What to draw; nodes in no cluster stand in the middle.
        cards: Every node's card.
    """
    layout = Layout()
    middle = [n for n in figure.nodes if not n.cluster and n.kind in ("claim", "evidence")]
    loose = [n for n in figure.nodes if not n.cluster and n.kind == "stub"]
    gutter = GUTTER if figure.edges else NARROW
    places = _places(bool(middle), gutter)
    west, east = _halves(figure, cards)
    bottom = _panels(figure, west, cards, layout, places[0])
    order = {} if middle else _facing(figure, layout)
    bottom = max(bottom, _panels(figure, east, cards, layout, places[-1], order))
    if middle:
        _middle(middle, cards, layout, places[1], bottom)
    _stubs(loose, cards, layout, bottom)
    _reasons(figure, cards, layout, [x - gutter / 2 for x in places[1:]])
    layout.nodes = {n.key: layout.nodes[n.key] for n in figure.nodes}
    layout.curves = straight_links(figure.edges, boxes_of(cards, layout))
    return layout


def _places(middle: bool, gutter: float) -> list[float]:
    """Give the left edges of the columns."""
    second = PANEL + gutter
    return [0.0, second, second + WIDTH + gutter] if middle else [0.0, second]


def _panel_height(figure: Figure, cluster: Cluster, cards: Mapping[str, Card]) -> float:
    members = [n for n in figure.nodes if n.cluster == cluster.key and n.kind != "reason"]
    inner = sum(cards[n.key].height + (TAB / 2 if cards[n.key].tab else 0) for n in members)
    inner += BETWEEN_CARDS * max(0, len(members) - 1)
    return heading_height(cluster.title, cluster.subtitle) + inner + 3 * FRAME


def _halves(figure: Figure, cards: Mapping[str, Card]) -> tuple[list[Cluster], list[Cluster]]:
    """Cut the row of panels in two of nearly one height, keeping their order."""
    clusters = list(figure.clusters)
    heights = [_panel_height(figure, c, cards) for c in clusters]
    best = min(
        range(1, len(clusters) + 1),
        key=lambda cut: (max(sum(heights[:cut]), sum(heights[cut:])), cut),
        default=0,
    )
    return clusters[:best], clusters[best:]


def _panels(
    figure: Figure,
    clusters: Sequence[Cluster],
    cards: Mapping[str, Card],
    layout: Layout,
    x: float,
    order: Mapping[str, float] | None = None,
) -> float:
    """Place panels one below the other, each card opposite what it is linked with if ``order``."""
    y = 0.0
    for cluster in clusters:
        height = _panel_height(figure, cluster, cards)
        layout.clusters[cluster.key] = (x, y, x + PANEL, y + height)
        at = y + heading_height(cluster.title, cluster.subtitle) + 2 * FRAME
        for node in _members(figure, cluster, order or {}):
            card = cards[node.key]
            layout.nodes[node.key] = (x + FRAME + WIDTH / 2, at + card.height / 2)
            at += card.height + (TAB / 2 if card.tab else 0) + BETWEEN_CARDS
        y += height + BETWEEN_PANELS
    return y - BETWEEN_PANELS


def _members(figure: Figure, cluster: Cluster, order: Mapping[str, float]) -> list[Node]:
    """Give the cards of a panel: what faces a linked card in that order, the rest after, stubs last."""
    members = [n for n in figure.nodes if n.cluster == cluster.key and n.kind != "reason"]
    last = max(order.values(), default=0.0) + 1
    return sorted(members, key=lambda n: (n.kind == "stub", order.get(n.key, last)))


def _facing(figure: Figure, layout: Layout) -> dict[str, float]:
    """Tell for cards not placed yet how high what they are linked with stands."""
    reasons = {n.key for n in figure.nodes if n.kind == "reason"}
    ends: dict[str, set[str]] = {key: set() for key in reasons}
    for edge in figure.edges:
        for one, other in ((edge.tail, edge.head), (edge.head, edge.tail)):
            if one in reasons:
                ends[one].add(other)
    pairs = [ends[key] for key in sorted(reasons)]
    pairs += [{e.tail, e.head} for e in figure.edges if not {e.tail, e.head} & reasons]
    near: dict[str, list[float]] = {}
    for group in pairs:
        placed = [layout.nodes[key][1] for key in sorted(group) if key in layout.nodes]
        for key in group - layout.nodes.keys():
            near.setdefault(key, []).extend(placed)
    return {key: sum(ys) / len(ys) for key, ys in near.items() if ys}


def _middle(
    nodes: Sequence[Node], cards: Mapping[str, Card], layout: Layout, x: float, bottom: float
) -> None:
    heights = [cards[n.key].height + TAB / 2 for n in nodes]
    centres = settle([bottom / 2] * len(nodes), heights, BETWEEN_PANELS)
    for node, y in zip(nodes, centres, strict=True):
        layout.nodes[node.key] = (x + WIDTH / 2, y)


def _stubs(nodes: Sequence[Node], cards: Mapping[str, Card], layout: Layout, bottom: float) -> None:
    y = bottom + BETWEEN_PANELS
    for node in nodes:
        height = cards[node.key].height
        layout.nodes[node.key] = (WIDTH / 2 + FRAME, y + height / 2)
        y += height + BETWEEN_CARDS


def _reasons(figure: Figure, cards: Mapping[str, Card], layout: Layout, gutters: Sequence[float]) -> None:
    """Put the sign of each argument in the gutter that its premises look on."""
    boxes = boxes_of(cards, layout)
    wanted: dict[float, list[tuple[float, str]]] = {}
    for node in figure.nodes:
        if node.kind == "reason":
            premises = [boxes[e.tail] for e in figure.edges if e.head == node.key]
            owner = next(boxes[e.head] for e in figure.edges if e.tail == node.key)
            heights = [(b[1] + b[3]) / 2 for b in premises] or [owner[1]]
            gutter = _gutter(min([*premises, owner]), max([*premises, owner]), gutters)
            wanted.setdefault(gutter, []).append((sum(heights) / len(heights), node.key))
    for gutter, group in wanted.items():
        group.sort()
        centres = settle([y for y, _ in group], [cards[key].height for _, key in group], 6.0)
        for (_, key), y in zip(group, centres, strict=True):
            layout.nodes[key] = (gutter, y)


def _gutter(west: Box, east: Box, gutters: Sequence[float]) -> float:
    """Choose the gutter: between two columns, or on the inner side of one."""
    between = [x for x in gutters if west[2] <= x <= east[0]]
    if between:
        return between[0]
    inner = [x for x in gutters if x >= west[2]]
    return inner[0] if inner else gutters[-1]
