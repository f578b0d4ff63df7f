"""Overviews: groups of cards as panels in columns, the thesis between them.

What links cards runs in the gutters between the columns, its signs in one line.
"""

from collections.abc import Mapping, Sequence

from argmap.draw.card import TAB, WIDTH, Card
from argmap.draw.curves import boxes_of, straight_links
from argmap.draw.detour import around
from argmap.draw.figure import Cluster, Figure, Node
from argmap.draw.heading import heading_height
from argmap.draw.layout import Box, Layout
from argmap.draw.stacking import settle

FRAME = 11.0
"""Between a panel's edge and its cards."""
GUTTER = 76.0
SLIM = 50.0
"""Gutter between three columns of panels."""
NARROW = 24.0
"""Gutter where nothing runs in it."""
PANEL = WIDTH + 2 * FRAME
BETWEEN_CARDS = 12.0
BETWEEN_PANELS = 16.0
FEW = 4
"""So many panels stand on two sides of what they bear on; more of them also above and below it."""


def board(figure: Figure, cards: Mapping[str, Card]) -> Layout:
    """Set a figure as a board.

    Args:
        figure: What to draw; nodes in no cluster stand in the middle.
        cards: Every node's card.
    """
    layout = Layout()
    middle = [n for n in figure.nodes if not n.cluster and n.kind in ("claim", "evidence")]
    loose = [n for n in figure.nodes if not n.cluster and n.kind == "stub"]
    heights = {c.key: _panel_height(figure, c, cards) for c in figure.clusters}
    columns = _columns(figure.clusters, heights, _height(middle, cards) + BETWEEN_PANELS if middle else 0)
    widths = [PANEL if column else WIDTH for column in columns]
    gutter = (SLIM if min(widths) == PANEL and len(columns) > 2 else GUTTER) if figure.edges else NARROW
    places = [sum(widths[:i]) + i * gutter for i in range(len(columns))]
    tallest = max(
        (sum(heights[c.key] + BETWEEN_PANELS for c in column) - BETWEEN_PANELS for column in columns),
        default=0.0,
    )
    for i, (column, x) in enumerate(zip(columns, places, strict=True)):
        if middle and i == 1:
            _middle(figure, column, middle, cards, layout, x, tallest)
        else:
            last = i == len(columns) - 1 and not middle
            _panels(figure, column, cards, layout, x, 0.0, _facing(figure, layout) if last else {})
    bottom = max((box[3] for box in layout.clusters.values()), default=0.0)
    bottom = max([bottom, *(layout.nodes[n.key][1] + cards[n.key].height / 2 for n in middle)])
    _stubs(loose, cards, layout, bottom)
    gutters = [x - gutter / 2 for x in places[1:]]
    _reasons(figure, cards, layout, gutters)
    layout.nodes = {n.key: layout.nodes[n.key] for n in figure.nodes}
    boxes = boxes_of(cards, layout)
    layout.curves = straight_links(figure.edges, boxes)
    around(figure.edges, boxes, gutters, bottom, layout)
    return layout


def _height(nodes: Sequence[Node], cards: Mapping[str, Card]) -> float:
    """Tell how high cards are, one below the other."""
    return sum(cards[n.key].height + TAB / 2 + BETWEEN_PANELS for n in nodes) - BETWEEN_PANELS


def _columns(clusters: Sequence[Cluster], heights: Mapping[str, float], middle: float) -> list[list[Cluster]]:
    """Share out panels to columns of nearly one height, keeping their order.

    Args:
        clusters: The panels; where they choose columns themselves, those are kept.
        heights: How high each is.
        middle: Height of what stands between them; 0 for nothing.
    """
    if any(c.column >= 0 for c in clusters):
        chosen = sorted({c.column for c in clusters})
        return [[c for c in clusters if c.column == column] for column in chosen]

    def high(part: Sequence[Cluster]) -> float:
        return sum(heights[c.key] + BETWEEN_PANELS for c in part)

    count = len(clusters)
    if middle and count > FEW:
        cuts = [(i, j) for i in range(1, count) for j in range(i, count)]
        parts = [[clusters[:i], clusters[i:j], clusters[j:]] for i, j in cuts]
        best = min(parts, key=lambda p: max(high(p[0]), high(p[1]) + middle, high(p[2])))
    else:
        halves = [[clusters[:i], clusters[i:]] for i in range(1, count + 1)]
        west, east = min(halves, key=lambda p: max(map(high, p)), default=[(), ()])
        best = [west, (), east] if middle else [west, east]
    return [list(part) for part in best]


def _panel_height(figure: Figure, cluster: Cluster, cards: Mapping[str, Card]) -> float:
    members = [n for n in figure.nodes if n.cluster == cluster.key and n.kind != "reason"]
    inner = sum(cards[n.key].height + (TAB / 2 if cards[n.key].tab else 0) for n in members)
    inner += BETWEEN_CARDS * max(0, len(members) - 1)
    return heading_height(cluster.title, cluster.subtitle) + inner + 3 * FRAME


def _panels(
    figure: Figure,
    clusters: Sequence[Cluster],
    cards: Mapping[str, Card],
    layout: Layout,
    x: float,
    y: float,
    order: Mapping[str, float],
) -> float:
    """Place panels one below the other, each card opposite what it is linked with if ``order``."""
    for cluster in clusters:
        height = _panel_height(figure, cluster, cards)
        layout.clusters[cluster.key] = (x, y, x + PANEL, y + height)
        at = y + heading_height(cluster.title, cluster.subtitle) + 2 * FRAME
        for node in _members(figure, cluster, order):
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
    figure: Figure,
    column: Sequence[Cluster],
    nodes: Sequence[Node],
    cards: Mapping[str, Card],
    layout: Layout,
    x: float,
    tallest: float,
) -> None:
    """Place what the panels bear on between the panels of its column, or by itself half way down."""
    half = (len(column) + 1) // 2
    y = 0.0
    if column:
        y = _panels(figure, column[:half], cards, layout, x, y, {}) + BETWEEN_PANELS
        free = tallest - y - _height(nodes, cards) - _below(figure, column[half:], cards)
        y += max(0.0, free / 2)
    else:
        y = max(0.0, (tallest - _height(nodes, cards)) / 2)
    inset = FRAME if column else 0.0
    for node in nodes:
        layout.nodes[node.key] = (x + inset + WIDTH / 2, y + cards[node.key].height / 2)
        y += cards[node.key].height + TAB / 2 + BETWEEN_PANELS
    if column[half:]:
        top = max(y, tallest - _below(figure, column[half:], cards) + BETWEEN_PANELS)
        _panels(figure, column[half:], cards, layout, x, top, {})


def _below(figure: Figure, column: Sequence[Cluster], cards: Mapping[str, Card]) -> float:
    return sum(_panel_height(figure, c, cards) + BETWEEN_PANELS for c in column)


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
