"""Links between columns that do not face each other: down a gutter, below everything, and up again."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.draw.curves import ends_of, ports_of
from argmap.draw.figure import Edge
from argmap.draw.layout import Box, Curve, Layout, Point

LANE = 6.0
"""Between two such links below everything."""
ROUND = 7.0
"""Radius of a corner."""


def around(
    edges: Iterable[Edge],
    boxes: Mapping[str, Box],
    gutters: Sequence[float],
    bottom: float,
    layout: Layout,
) -> None:
    """Lead every link that would cross a column around the columns between.

    Args:
        edges: Links, in the order of the layout's curves.
        boxes: All nodes.
        gutters: Middle lines of the gutters, from the left.
        bottom: Lower edge of the lowest panel.
        layout: Its curves are replaced where needed.
    """
    edges = list(edges)
    ports = ports_of(edges, boxes)
    y = bottom + LANE + 2
    for i, edge in enumerate(edges):
        tail, head = boxes[edge.tail], boxes[edge.head]
        crossed = [x for x in gutters if min(tail[2], head[2]) < x < max(tail[0], head[0])]
        own = [x for x in gutters for box in (tail, head) if box[0] <= x <= box[2]]
        if len(crossed) + len(own) < 2:
            continue
        start, end, leave, _ = ends_of(edge, boxes, ports)
        first, last = _gutter(tail, gutters, leave), _gutter(head, gutters, -leave)
        corners = [start, (first, start[1]), (first, y), (last, y), (last, end[1]), end]
        if tail[0] <= first <= tail[2]:  # a sign in the gutter: straight down from it
            corners = [(first, tail[3]), *corners[2:]]
        layout.curves[i] = Curve(rounded(corners), None)
        y += LANE


def _gutter(box: Box, gutters: Sequence[float], side: int) -> float:
    """Find the gutter that a node stands in, or that lies on one side of it."""
    inside = [x for x in gutters if box[0] <= x <= box[2]]
    if inside:
        return inside[0]
    if side > 0:
        return min((x for x in gutters if x >= box[2]), default=gutters[-1])
    return max((x for x in gutters if x <= box[0]), default=gutters[0])


def rounded(corners: Sequence[Point]) -> tuple[Point, ...]:
    """Draw a way of level and upright lines with round corners, as Bézier triples.

    Examples:
        >>> rounded([(0, 0), (20, 0)])
        ((0, 0), (0, 0), (20, 0), (20, 0))
    """
    way = [c for i, c in enumerate(corners) if not i or c != corners[i - 1]]
    drawn = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        near, far = _towards(corner, before), _towards(corner, after)
        drawn += [drawn[-1], near, near, corner, corner, far]
    return (*drawn, drawn[-1], way[-1], way[-1])


def _towards(start: Point, end: Point) -> Point:
    """Go from one point towards another, at most half the way."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = abs(dx) + abs(dy)
    share = min(ROUND, length / 2) / length if length else 0.0
    return (start[0] + dx * share, start[1] + dy * share)
