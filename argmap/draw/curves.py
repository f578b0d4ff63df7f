"""Links as curves that leave and arrive level, so that nothing bends at a card's edge."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.draw.card import DISC, Card
from argmap.draw.figure import Edge
from argmap.draw.font import text_width
from argmap.draw.layout import Box, Curve, Layout, Point

PORT = 11.0
"""Between arrows that end on one card."""
WORDS = {"undercut": "unless", "answer": "answered by"}
"""Words on links that have no sign."""
BULGE = 26.0
"""How far a link between cards of one column swings out."""


def box_of(card: Card, centre: Point) -> Box:
    """Give the box of a card round its centre."""
    x, y = centre
    return (x - card.width / 2, y - card.height / 2, x + card.width / 2, y + card.height / 2)


def boxes_of(cards: Mapping[str, Card], layout: Layout) -> dict[str, Box]:
    """Give the boxes of all nodes laid out."""
    return {key: box_of(cards[key], centre) for key, centre in layout.nodes.items()}


def sides(tail: Box, head: Box) -> tuple[int, int]:
    """Tell on which side a link leaves and arrives: -1 left, 1 right."""
    if tail[0] >= head[2]:
        return -1, 1
    return (1, -1) if tail[2] <= head[0] else (-1, -1)


def ends_of(
    edge: Edge, boxes: Mapping[str, Box], ports: Mapping[tuple[Edge, bool], float]
) -> tuple[Point, Point, int, int]:
    """Find where a link leaves and arrives, and on which sides."""
    tail, head = boxes[edge.tail], boxes[edge.head]
    leave, arrive = sides(tail, head)
    start = (tail[0] if leave < 0 else tail[2], ports.get((edge, False), _middle(tail)))
    x = head[0] if arrive < 0 else head[2]
    if edge.kind in WORDS and _is_disc(head):
        x -= arrive * 2.2
    return start, (x, ports.get((edge, True), _middle(head))), leave, arrive


def level_curve(start: Point, end: Point, leave: int, arrive: int, share: float = 0.5) -> tuple[Point, ...]:
    """Draw one curve, level at both ends; it rises after a share of its way across."""
    (x1, y1), (x2, y2) = start, end
    if leave == arrive:
        reach = min(x1, x2) - BULGE if leave < 0 else max(x1, x2) + BULGE
        return (start, (reach, y1), (reach, y2), end)
    half = x1 + share * (x2 - x1)
    return (start, (half, y1), (half, y2), end)


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    """Draw a straight line as the beginning of a curve that goes on from its end; nothing if it is short.

    Examples:
        >>> straight((0, 0), (0, 0)), len(straight((0, 0), (9, 0)))
        ((), 3)
    """
    if abs(end[0] - start[0]) < 0.5:
        return ()
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1]), (end[0] - third, end[1]))


def through(points: Sequence[Point]) -> tuple[Point, ...]:
    """Draw a curve through pairs of points: level straight inside a pair, curved between pairs."""
    drawn = [points[0]]
    for i in range(0, len(points) - 1):
        start, end = points[i], points[i + 1]
        if i % 2:  # across a column
            third = (end[0] - start[0]) / 3
            drawn += [(start[0] + third, start[1]), (end[0] - third, end[1]), end]
        else:
            half = (start[0] + end[0]) / 2
            drawn += [(half, start[1]), (half, end[1]), end]
    return tuple(drawn)


def ports_of(edges: Iterable[Edge], boxes: Mapping[str, Box]) -> dict[tuple[Edge, bool], float]:
    """Share out the edges of cards between the links that end there, from above to below.

    Premises of one reason meet in one point; what undercuts a reason ends above or below it; what
    leaves a card leaves from its middle, unless something arrives on the same side.

    Returns:
        Link, and whether its head is meant, to a height; absent where it is the middle.
    """
    found: dict[tuple[Edge, bool], float] = {}
    arriving: dict[tuple[str, int], list[tuple[Edge, bool]]] = {}
    leaving: dict[tuple[str, int], list[tuple[Edge, bool]]] = {}
    for edge in edges:
        head = boxes[edge.head]
        leave, arrive = sides(boxes[edge.tail], head)
        leaving.setdefault((edge.tail, leave), []).append((edge, False))
        if edge.kind in WORDS:
            rise = 4.6 if _is_disc(head) else (head[3] - head[1]) / 2 - 6
            below = _middle(boxes[edge.tail]) >= _middle(head)
            found[edge, True] = _middle(head) + (rise if below else -rise)
        elif edge.kind != "joint":
            arriving.setdefault((edge.head, arrive), []).append((edge, True))
    for place, ends in arriving.items():
        ends += leaving.get(place, [])
        ends.sort(key=lambda end: _other_end(end, boxes))
        _, top, _, bottom = boxes[place[0]]
        step = min(PORT, (bottom - top - 20) / max(1, len(ends) - 1))
        first = (top + bottom - step * (len(ends) - 1)) / 2
        found.update((end, first + i * step) for i, end in enumerate(ends))
    return found


def _other_end(end: tuple[Edge, bool], boxes: Mapping[str, Box]) -> tuple[float, str, bool]:
    edge, at_head = end
    other = edge.tail if at_head else edge.head
    return (_middle(boxes[other]), other, at_head)


def _is_disc(box: Box) -> bool:
    return box[3] - box[1] <= DISC + 0.01


def word_place(edge: Edge, boxes: Mapping[str, Box], points: Sequence[Point]) -> Point | None:
    """Find the place of a link's word: above or below the reason that the link takes away."""
    if edge.kind not in WORDS:
        return None
    left, top, right, bottom = boxes[edge.head]
    y = bottom + 8 if points[-1][1] >= (top + bottom) / 2 else top - 8
    if _is_disc(boxes[edge.head]):
        return ((left + right) / 2, y)
    return (right - text_width(WORDS[edge.kind], 9) / 2 - 2, y)


def apart(edges: Sequence[Edge], curves: Sequence[Curve]) -> list[Curve]:
    """Say a word once where several links bring it to one place, and set different words side by side."""
    said: dict[tuple[str, float], dict[str, float]] = {}
    placed = []
    for edge, curve in zip(edges, curves, strict=True):
        if curve.label is not None:
            there = said.setdefault((edge.head, curve.label[1]), {})
            room = text_width(WORDS[edge.kind], 9) + 8
            x = curve.label[0] - sum(there.values())
            label = None if edge.kind in there else (x, curve.label[1])
            there.setdefault(edge.kind, room)
            curve = Curve(curve.points, label)
        placed.append(curve)
    return placed


def straight_links(edges: Iterable[Edge], boxes: Mapping[str, Box]) -> list[Curve]:
    """Draw every link as one curve, which rises near the sign that it comes from or goes to."""
    edges = list(edges)
    ports = ports_of(edges, boxes)
    drawn = []
    for edge in edges:
        start, end, leave, arrive = ends_of(edge, boxes, ports)
        share = 0.25 if _is_disc(boxes[edge.tail]) else 0.75 if _is_disc(boxes[edge.head]) else 0.5
        points = level_curve(start, end, leave, arrive, share)
        drawn.append(Curve(points, word_place(edge, boxes, points)))
    return drawn


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
