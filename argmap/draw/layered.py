"""Figures in columns: the claim on the left, what bears on it to the right, step by step.

Graphviz gives columns, orders and the ways of long links; here every column gets its place, every
node moves next to what it is linked with, and what does not hang together is packed side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from argmap.draw.card import TAB, Card
from argmap.draw.curves import (
    WORDS,
    box_of,
    ends_of,
    level_curve,
    ports_of,
    straight,
    through,
    word_place,
)
from argmap.draw.engine import Ranking
from argmap.draw.figure import Edge, Figure
from argmap.draw.layout import Curve, Layout, Point
from argmap.draw.packing import Piece, pack
from argmap.draw.stacking import settle

BEFORE_CLAIM = 40.0
"""Between a column of cards and the reasons that point at it: room for arrows to fan in."""
BEFORE_REASON = 28.0
BETWEEN_ROWS = 13.0
DUMMY = 6.0
"""Room for a link on its way past a card."""
WORD_ROOM = 13.0
"""Room above and below a reason for the word of what undercuts it."""
SWEEPS = 24


@dataclass(slots=True)
class _Slot:
    """A node, or a long link on its way, in one column."""

    name: str
    height: float
    y: float
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def layered(figure: Figure, cards: Mapping[str, Card], ranking: Ranking) -> Layout:
    """Set a figure in columns, what hangs together in one piece.

    Args:
        figure: What to draw.
        cards: Every node's card.
        ranking: What Graphviz found.
    """
    pieces = [_piece(figure, links, cards, ranking) for links in _components(figure)]
    linked = {key for piece in pieces for key in piece.nodes}
    loose = [node.key for node in figure.nodes if node.key not in linked]
    return pack(pieces, loose, cards, len(figure.edges))


def _components(figure: Figure) -> list[list[int]]:
    """Sort links, by number, into sets that hang together; in order of first appearance."""
    group: dict[str, str] = {node.key: node.key for node in figure.nodes}

    def find(key: str) -> str:
        while group[key] != key:
            group[key] = group[group[key]]
            key = group[key]
        return key

    for edge in figure.edges:
        group[find(edge.tail)] = find(edge.head)
    found: dict[str, list[int]] = {}
    for number, edge in enumerate(figure.edges):
        found.setdefault(find(edge.tail), []).append(number)
    return list(found.values())


def _piece(figure: Figure, links: Sequence[int], cards: Mapping[str, Card], ranking: Ranking) -> Piece:
    edges = {number: figure.edges[number] for number in links}
    keys = list(dict.fromkeys(key for e in edges.values() for key in (e.head, e.tail)))
    xs = sorted({round(ranking.nodes[key][0]) for key in keys})
    column_of = {key: xs.index(round(ranking.nodes[key][0])) for key in keys}
    columns, vias = _columns(edges, cards, ranking, xs, column_of)
    _settle(columns)
    piece = Piece()
    spans = _spans(columns, cards, column_of)
    where = {slot.name: slot.y for column in columns for slot in column}
    for key, column in column_of.items():
        piece.nodes[key] = (spans[column][0] + cards[key].width / 2, where[key])
    _curves(edges, cards, piece, spans, where, vias, column_of)
    return piece


def _columns(
    edges: Mapping[int, Edge],
    cards: Mapping[str, Card],
    ranking: Ranking,
    xs: Sequence[int],
    column_of: Mapping[str, int],
) -> tuple[list[list[_Slot]], dict[int, list[tuple[int, str]]]]:
    """Sort nodes and long links into columns, in the order that Graphviz found."""
    slots: dict[str, _Slot] = {}
    columns: list[list[_Slot]] = [[] for _ in xs]
    spoken_to = {edge.head for edge in edges.values() if edge.kind in WORDS}
    for key, column in column_of.items():
        more = TAB / 2 if cards[key].tab else 0
        more += 2 * WORD_ROOM if key in spoken_to else 0
        slots[key] = _Slot(key, cards[key].height + more, ranking.nodes[key][1])
        columns[column].append(slots[key])
    vias: dict[int, list[tuple[int, str]]] = {}
    for number, edge in edges.items():
        first, last = column_of[edge.tail], column_of[edge.head]
        chain = [edge.tail]
        step = -1 if first > last else 1
        for column in range(first + step, last, step):
            name = f"{number}/{column}"
            slots[name] = _Slot(name, DUMMY, _height_at(ranking.ways.get(number, ()), xs[column]))
            columns[column].append(slots[name])
            vias.setdefault(number, []).append((column, name))
            chain.append(name)
        chain.append(edge.head)
        for one, other in pairwise(chain):
            west, east = (other, one) if step < 0 else (one, other)
            if first != last:
                slots[west].right.append(east)
                slots[east].left.append(west)
    for slots_here in columns:
        slots_here.sort(key=lambda slot: (slot.y, slot.name))
    return columns, vias


def _height_at(way: Sequence[Point], x: float) -> float:
    """Read off at which height a way passes a column."""
    for (x1, y1), (x2, y2) in pairwise(way):
        if min(x1, x2) <= x <= max(x1, x2):
            share = (x - x1) / (x2 - x1) if x2 != x1 else 0.0
            return y1 + share * (y2 - y1)
    return way[len(way) // 2][1] if way else 0.0


def _settle(columns: Sequence[list[_Slot]]) -> None:
    """Move everything next to what it is linked with; the last word is the right-hand side's."""
    where = {slot.name: slot for column in columns for slot in column}
    for sweep in range(SWEEPS):
        leftwards = sweep % 2 == 1
        for column in reversed(columns) if leftwards else columns:
            wanted = []
            for slot in column:
                names = slot.right if leftwards else slot.left
                near = [where[name].y for name in names] or [slot.y]
                wanted.append(sum(near) / len(near))
            heights = [slot.height for slot in column]
            for slot, y in zip(column, settle(wanted, heights, BETWEEN_ROWS), strict=True):
                slot.y = y


def _spans(
    columns: Sequence[list[_Slot]], cards: Mapping[str, Card], column_of: Mapping[str, int]
) -> list[tuple[float, float]]:
    """Give each column its left and right edge."""
    widths = [0.0] * len(columns)
    for key, column in column_of.items():
        widths[column] = max(widths[column], cards[key].width)
    spans: list[tuple[float, float]] = []
    x = 0.0
    reasons = {column_of[key] for key in column_of if cards[key].node.kind == "reason"}
    for column, width in enumerate(widths):
        spans.append((x, x + width))
        x += width + (BEFORE_REASON if column in reasons else BEFORE_CLAIM)
    return spans


def _curves(
    edges: Mapping[int, Edge],
    cards: Mapping[str, Card],
    piece: Piece,
    spans: Sequence[tuple[float, float]],
    where: Mapping[str, float],
    vias: Mapping[int, list[tuple[int, str]]],
    column_of: Mapping[str, int],
) -> None:
    """Draw the links: level as far as the edge of a column, so that none runs under a wider card of it."""
    boxes = {key: box_of(cards[key], centre) for key, centre in piece.nodes.items()}
    ports = ports_of(edges.values(), boxes)
    for number, edge in edges.items():
        start, end, leave, arrive = ends_of(edge, boxes, ports)
        first = (_edge_of(spans[column_of[edge.tail]], leave), start[1])
        last = (_edge_of(spans[column_of[edge.head]], arrive), end[1])
        passed = vias.get(number, [])
        if passed:
            stops = [first]
            for column, name in passed:
                left, right = spans[column]
                near, far = (right, left) if leave < 0 else (left, right)
                stops += [(near, where[name]), (far, where[name])]
            points = through([*stops, last])
        else:
            points = level_curve(first, last, leave, arrive)
        tail = straight(last, end)[1:]
        points = (*straight(start, first), *points, *tail, *([end] if tail else []))
        piece.curves[number] = Curve(points, word_place(edge, boxes, points))


def _edge_of(span: tuple[float, float], side: int) -> float:
    """Give the edge of a column on one side."""
    return span[0] if side < 0 else span[1]
