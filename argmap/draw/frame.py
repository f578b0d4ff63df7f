"""The sheet a figure stands on: heading above, legend below, margins around."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.draw.card import TAB, Card
from argmap.draw.curves import box_of
from argmap.draw.figure import Figure
from argmap.draw.layout import Box, Layout
from argmap.draw.legend import ROW, RULE, Entry, legend, rows
from argmap.draw.wrap import wrap

MARGIN = 20.0
TITLE, SUBTITLE = 14.0, 9.5
NARROWEST = 440.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Measures of a sheet, in points."""

    width: float
    height: float
    inner: float
    """Width within the margins."""
    left: float
    """What to add to the layout's x."""
    top: float
    """What to add to the layout's y."""
    title: Sequence[str]
    subtitle: Sequence[str]
    legend: Sequence[Sequence[tuple[float, Entry]]]
    """Rows of entries, each with its x."""
    foot: float
    """Where the legend begins."""


def frame_of(figure: Figure, cards: Mapping[str, Card], layout: Layout) -> Frame:
    """Measure the sheet of a figure."""
    x1, y1, x2, y2 = _bounds(cards, layout)
    inner = max(x2 - x1, NARROWEST)
    title = wrap(figure.title, inner, TITLE, bold=True, lines=3)
    subtitle = wrap(figure.subtitle, inner, SUBTITLE, lines=3)
    above = len(title) * TITLE * 1.25 + len(subtitle) * SUBTITLE * 1.4 + 16
    entries = rows(legend(figure), inner)
    below = RULE + len(entries) * ROW if entries else 0.0
    height = above + (y2 - y1) + below + 2 * MARGIN
    return Frame(
        width=inner + 2 * MARGIN,
        height=height,
        inner=inner,
        left=MARGIN - x1,
        top=MARGIN + above - y1,
        title=title,
        subtitle=subtitle,
        legend=entries,
        foot=height - MARGIN - below,
    )


def _bounds(cards: Mapping[str, Card], layout: Layout) -> Box:
    """Find the box round everything that the layout placed."""
    boxes = [box_of(cards[key], centre) for key, centre in layout.nodes.items()]
    boxes += layout.clusters.values()
    xs = [x for box in boxes for x in (box[0], box[2])]
    ys = [y for box in boxes for y in (box[1], box[3])]
    ys += [layout.nodes[k][1] + c.height / 2 + TAB / 2 for k, c in cards.items() if c.tab]
    for curve in layout.curves:
        xs += [x for x, _ in curve.points]
        ys += [y for _, y in curve.points]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)
