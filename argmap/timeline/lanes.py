"""Items of a lane put into rows so that no two marks or labels meet; what finds no place is counted."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.draw.font import text_width
from argmap.draw.wrap import plain, shorten, wrap
from argmap.timeline.axis import Axis
from argmap.timeline.timeline import Item

Ends = tuple[float, float]
"""Where something begins and ends on the line, label and gap included."""
SIZE = 8.0
"""Type of labels, in points."""
WIDEST = 215.0
"""Widest label beside a mark; longer texts are cut at a word. A long bar holds longer ones."""
GAP = 7.0
FADE = 26.0
"""Length over which an open end fades."""
LEAST = 5.0
"""Narrowest bar of a date that is not one day."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its row and measures, in points."""

    item: Item
    row: int
    left: float
    right: float
    """Ends of the mark."""
    label: str
    label_at: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Items that found no row, counted by time."""

    left: float
    right: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A lane laid out."""

    placed: tuple[Placed, ...]
    rows: int
    bins: tuple[Bin, ...]


def pack(items: Sequence[Item], axis: Axis, most: int) -> Packed:
    """Lay out a lane: the weightiest items are sure of a place, and rows then run on in time.

    Args:
        items: What to place.
        axis: Where days lie.
        most: Not more rows than so many.
    """
    rows: list[list[Ends]] = []
    kept: list[tuple[Ends, Placed]] = []
    left_over: list[Item] = []
    for item in sorted(items, key=lambda item: item.weight):
        made = _measured(item, axis)
        ends = (min(made.left, made.label_at), max(made.right, made.label_at + _wide(made.label)) + GAP)
        if _free_row(rows, ends, most) is None:
            left_over.append(item)
        else:
            kept.append((ends, made))
    by_mark = sorted(kept, key=lambda pair: (pair[1].left, pair[0], pair[1].item.id))
    by_label = sorted(kept, key=lambda pair: (pair[0], pair[1].item.id))  # wants no more rows than before
    placed = _in_rows(by_mark, most) or _in_rows(by_label, most)
    return Packed(tuple(placed), max((p.row + 1 for p in placed), default=0), _bins(left_over, axis))


def _in_rows(kept: Sequence[tuple[Ends, Placed]], most: int) -> list[Placed]:
    """Give each item the first row with room; nothing where the rows do not suffice."""
    rows: list[list[Ends]] = []
    placed = []
    for ends, made in kept:
        row = _free_row(rows, ends, most)
        if row is None:
            return []
        placed.append(replace(made, row=row))
    return placed


def _free_row(rows: list[list[Ends]], taken: Ends, most: int) -> int | None:
    """Find the first row with room, and take it."""
    for number, row in enumerate(rows):
        at = bisect_left(row, taken)
        if (at == 0 or row[at - 1][1] <= taken[0]) and (at == len(row) or taken[1] <= row[at][0]):
            row.insert(at, taken)
            return number
    if len(rows) < most:
        rows.append([taken])
        return len(rows) - 1
    return None


def _measured(item: Item, axis: Axis) -> Placed:
    span = item.span
    left = axis.left if span.start is None else axis.x(span.start)
    right = axis.right if span.end is None else axis.x(span.end + 1)
    if span.is_day:
        left, right = left - 3.5, left + 3.5
    elif right - left < LEAST:
        middle = min(max((left + right) / 2, axis.left + LEAST / 2), axis.right - LEAST / 2)
        left, right = middle - LEAST / 2, middle + LEAST / 2
    label = _label(item, max(WIDEST, right - left - 2 * FADE - 8))
    wide = _wide(label)
    fading = left + (FADE if span.open_start else 0), right - (FADE if span.open_end else 0)
    at = fading[0] + 4 if fading[1] - fading[0] >= wide + 8 else _label_at(left, right, wide, axis)
    return Placed(item, 0, left, right, label, at)


def _label_at(left: float, right: float, wide: float, axis: Axis) -> float:
    """Put a label to the right of a bar that cannot hold it, else to its left, else where it fits."""
    if right + 3 + wide <= axis.right:
        return right + 3
    if left - 3 - wide >= axis.left:
        return left - 3 - wide
    return max(axis.left, axis.right - wide)


def _label(item: Item, room: float) -> str:
    """Cut a text at a word so that it has room, its mark of uncertainty after it."""
    mark = " (?)" if item.span.uncertain else ""
    text = plain(item.text) or item.id
    length = int(room / (0.42 * SIZE))
    while length > 8 and _wide(shorten(text, length)) > room:
        length -= 4
    words = shorten(text, length)
    return (words if _wide(words) <= room else wrap(words, room, SIZE, lines=1)[0]) + mark


def _wide(label: str) -> float:
    return text_width(label, SIZE)


def _bins(items: Sequence[Item], axis: Axis, width: float = 40.0) -> tuple[Bin, ...]:
    """Count items by the piece of the axis in which each begins."""
    count = max(1, int(axis.width // width))
    step = axis.width / count
    found: dict[int, list[Item]] = {}
    for item in items:
        at = axis.left if item.span.start is None else axis.x(item.span.start)
        found.setdefault(min(count - 1, int((at - axis.left) / step)), []).append(item)
    return tuple(
        Bin(axis.left + step * i, axis.left + step * (i + 1), tuple(found[i])) for i in sorted(found)
    )
