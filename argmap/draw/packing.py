"""Pieces of a figure that do not hang together, set so that the page holds them in large type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.draw.card import TAB, WIDTH, Card
from argmap.draw.curves import box_of
from argmap.draw.layout import Box, Curve, Layout, Point

PAGE = (493.0, 740.0)
"""A4 within margins of 18 mm, in points; it may be turned."""
BETWEEN = 30.0
BETWEEN_CARDS = 16.0
WHOLE = (595.28, 841.89)
"""A4 without margins."""
EXTRAS = 150.0
"""Room for heading, legend and margins, about."""
GRID = 3
"""Most single cards in a row where nothing above is wider."""


@dataclass(slots=True)
class Piece:
    """Nodes and links (by number) that hang together, placed."""

    nodes: dict[str, Point] = field(default_factory=dict)
    curves: dict[int, Curve] = field(default_factory=dict)


def page_scale(width: float, height: float) -> float:
    """Tell how far a picture has to shrink for A4, turned or not; at most 1.

    Examples:
        >>> page_scale(200, 300), page_scale(986, 500)
        (1.0, 0.75...)
    """
    short, long = PAGE
    upright = min(short / max(width, 1), long / max(height, 1))
    turned = min(long / max(width, 1), short / max(height, 1))
    return min(1.0, max(upright, turned))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a picture, measured in the picture's own unit."""

    width: float
    height: float
    left: float = 0.0
    """Where the picture begins."""
    top: float = 0.0
    scale: float = 1.0
    """Points to one unit of the picture."""


def a4(width: float, height: float) -> Sheet:
    """Set a picture in the upper middle of a page of A4, turned if that makes it larger.

    Examples:
        >>> a4(986, 500).scale, a4(986, 500).width > a4(986, 500).height
        (0.75..., True)
    """
    scale = page_scale(width, height)
    upright = width * scale <= PAGE[0] + 0.01 and height * scale <= PAGE[1] + 0.01
    short, long = (side / scale for side in WHOLE)
    paper = (short, long) if upright else (long, short)
    margin = (WHOLE[0] - PAGE[0]) / 2 / scale
    return Sheet(*paper, (paper[0] - width) / 2, min(margin, (paper[1] - height) / 2), scale)


def pack(pieces: Sequence[Piece], loose: Sequence[str], cards: Mapping[str, Card], links: int) -> Layout:
    """Set pieces side by side, and single cards in rows below them.

    Args:
        pieces: What hangs together.
        loose: Single cards.
        cards: Every node's card.
        links: How many links the figure has.
    """
    boxes = [_bounds(piece, cards) for piece in pieces]
    single = max((cards[key].height for key in loose), default=0.0) + BETWEEN_CARDS + TAB / 2
    layout = Layout(curves=[Curve(())] * links)
    bottom = width = 0.0
    for piece, box, (x, y) in zip(pieces, boxes, _shelves(boxes, len(loose), single), strict=True):
        _move(piece, x - box[0], y - box[1], layout)
        width = max(width, x + box[2] - box[0])
        bottom = max(bottom, y + box[3] - box[1])
    _grid(loose, cards, layout, width, bottom + BETWEEN if pieces else 0.0)
    return layout


def _bounds(piece: Piece, cards: Mapping[str, Card]) -> Box:
    boxes = [box_of(cards[key], centre) for key, centre in piece.nodes.items()]
    hanging = TAB / 2
    xs = [x for curve in piece.curves.values() for x, _ in curve.points]
    return (
        min([*(b[0] for b in boxes), *xs]),
        min(b[1] for b in boxes),
        max([*(b[2] for b in boxes), *xs]),
        max(b[3] for b in boxes) + hanging,
    )


def _shelves(boxes: Sequence[Box], loose: int, row: float) -> list[Point]:
    """Share pieces out to as many columns as give the largest type on a page.

    Args:
        boxes: Of the pieces.
        loose: How many single cards follow below them.
        row: Height of a row of those.
    """
    best: list[Point] = []
    best_scale = 0.0
    for columns in range(1, min(4, len(boxes)) + 1):
        corners, width, height = _columns(boxes, columns)
        rows = -(-loose // _fitting(width, loose))
        scale = page_scale(width, height + rows * row + EXTRAS)
        if scale > best_scale * 1.02:
            best, best_scale = corners, scale
    return best


def _columns(boxes: Sequence[Box], columns: int) -> tuple[list[Point], float, float]:
    """Put the highest pieces first, each where the column is shortest."""
    order = sorted(range(len(boxes)), key=lambda i: (boxes[i][1] - boxes[i][3], i))
    heights = [0.0] * columns
    members: list[list[int]] = [[] for _ in range(columns)]
    for i in order:
        column = heights.index(min(heights))
        members[column].append(i)
        heights[column] += boxes[i][3] - boxes[i][1] + BETWEEN
    corners = [(0.0, 0.0)] * len(boxes)
    x = 0.0
    for stack in members:
        y = 0.0
        for i in stack:
            corners[i] = (x, y)
            y += boxes[i][3] - boxes[i][1] + BETWEEN
        x += max((boxes[i][2] - boxes[i][0] for i in stack), default=0.0) + BETWEEN
    return corners, x - BETWEEN, max(heights) - BETWEEN


def _move(piece: Piece, dx: float, dy: float, layout: Layout) -> None:
    for key, (x, y) in piece.nodes.items():
        layout.nodes[key] = (x + dx, y + dy)
    for number, curve in piece.curves.items():
        points = tuple((x + dx, y + dy) for x, y in curve.points)
        label = (curve.label[0] + dx, curve.label[1] + dy) if curve.label else None
        layout.curves[number] = Curve(points, label)


def _fitting(width: float, loose: int) -> int:
    """Tell how many single cards go in a row."""
    fitting = int((width + BETWEEN_CARDS) // (WIDTH + BETWEEN_CARDS))
    return max(fitting, min(GRID, loose), 1)


def _grid(keys: Sequence[str], cards: Mapping[str, Card], layout: Layout, width: float, top: float) -> None:
    """Set single cards in rows below what is there."""
    columns = _fitting(width, len(keys))
    for first in range(0, len(keys), columns):
        row = keys[first : first + columns]
        for i, key in enumerate(row):
            x = i * (WIDTH + BETWEEN_CARDS) + WIDTH / 2
            layout.nodes[key] = (x, top + cards[key].height / 2)
        top += max(cards[key].height for key in row) + BETWEEN_CARDS + TAB / 2
