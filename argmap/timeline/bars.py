"""The marks of a timeline: discs, bars open and filled, fading ends, counted rests."""

from argmap.draw.figure import Href
from argmap.draw.marks import number
from argmap.draw.paint import text
from argmap.draw.palette import Palette
from argmap.draw.wrap import xml
from argmap.timeline.axis import Axis
from argmap.timeline.lanes import FADE, SIZE, Bin, Placed
from argmap.timeline.timeline import LANE_WORDS

BAR = 11.0
"""Height of a bar."""
_TINTS = {"events": "#E3E6EA", "claims": "#D3E4F2", "made": "#EFE7CF", "public": "#E2DCEC"}


def lane_colour(lane: str, colours: Palette) -> tuple[str, str]:
    """Give the line and the tint of a lane."""
    line = {
        "events": colours.ink,
        "claims": colours.support,
        "made": "#6B5D38",
        "public": colours.undercut,
    }[lane]
    if colours.support_tint == "#FFFFFF":  # without colour
        return colours.ink, "#E4E4E4"
    return line, _TINTS[lane]


def item_svg(placed: Placed, axis: Axis, top: float, colours: Palette, link: Href | None) -> str:
    """Paint one item: its mark and its label."""
    item = placed.item
    line, tint = lane_colour(item.lane, colours)
    mark = _disc(placed, top, line) if item.span.is_day else _bar(placed, axis, top, line, tint)
    label = text(placed.label_at, top + 8.6, placed.label, SIZE, colours.ink)
    note = f", {item.note}" if item.note else ""
    words = xml(f"{LANE_WORDS[item.lane]} {item.when}{note}: {item.text} ({item.id})")
    made = f'<g class="item {item.lane}"><title>{words}</title>{mark}{label}</g>'
    address = link(item.kind, item.id) if link else None
    return f'<a href="{xml(address)}" aria-label="{words}">{made}</a>' if address else made


def _disc(placed: Placed, top: float, line: str) -> str:
    span = placed.item.span
    x, y = (placed.left + placed.right) / 2, top + 5.5
    dashes = ' stroke-dasharray="1.6 1.4"' if span.approximate else ""
    fill = "#FFFFFF" if span.approximate or span.uncertain else line
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="3" fill="{fill}" stroke="{line}"'
        f' stroke-width="1"{dashes}/>'
    )


def _bar(placed: Placed, axis: Axis, top: float, line: str, tint: str) -> str:
    span = placed.item.span
    left, right = placed.left, placed.right
    dashes = ' stroke-dasharray="3 2"' if span.approximate else ""
    fill = tint if placed.item.lane == "claims" else "#FFFFFF"  # a claim is about the whole time
    drawn = []
    body_left, body_right = left, right
    if span.open_start:
        body_left = min(left + FADE, right)
        drawn.append(_faded(left, body_left, top, tint, line, rising=True))
    if span.open_end:
        body_right = max(right - FADE, body_left)
        drawn.append(_faded(body_right, right, top, tint, line, rising=False))
    if body_right > body_left:
        drawn.append(
            f'<rect x="{number(body_left)}" y="{number(top)}" width="{number(body_right - body_left)}"'
            f' height="{number(BAR)}" rx="2" fill="{fill}" stroke="{line}" stroke-width="0.8"{dashes}/>'
        )
    if span.sure is not None:
        a, b = axis.x(span.sure[0]), axis.x(span.sure[1] + 1)
        a, b = max(a, body_left), min(b, body_right)
        if b > a:
            drawn.append(
                f'<rect x="{number(a)}" y="{number(top + 0.4)}" width="{number(b - a)}"'
                f' height="{number(BAR - 0.8)}" fill="{tint}"/>'
            )
    return "".join(drawn) + _beyond(placed, axis, top, line)


def _faded(left: float, right: float, top: float, tint: str, line: str, *, rising: bool) -> str:
    """Paint an open end: pieces that grow fainter outwards, and a dashed line along them."""
    step = (right - left) / 4
    pieces = []
    for i in range(4):
        share = (i + 0.5) / 4 if rising else 1 - (i + 0.5) / 4
        pieces.append(
            f'<rect x="{number(left + i * step)}" y="{number(top)}" width="{number(step)}"'
            f' height="{number(BAR)}" fill="{tint}" fill-opacity="{number(share)}"/>'
        )
    rails = "".join(f"M{number(left)},{number(top + y)}H{number(right)}" for y in (0, BAR))
    return (
        f'{"".join(pieces)}<path d="{rails}" fill="none" stroke="{line}" stroke-width="0.8"'
        ' stroke-dasharray="1 2.4"/>'
    )


def _beyond(placed: Placed, axis: Axis, top: float, line: str) -> str:
    """Point out of the axis where a date goes on beyond it."""
    span = placed.item.span
    drawn = ""
    if span.start is not None and span.start < axis.first:
        drawn += _head(axis.left, -6, top, line)
    if span.end is not None and span.end > axis.last:
        drawn += _head(axis.right, 6, top, line)
    return drawn


def _head(x: float, reach: float, top: float, line: str) -> str:
    corners = ((x + reach, top + BAR / 2), (x, top + 1.5), (x, top + BAR - 1.5))
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    return f'<polygon points="{points}" fill="{line}"/>'


def bin_svg(each: Bin, lane: str, top: float, colours: Palette) -> str:
    """Paint the count of what found no room in one piece of the axis."""
    line, _ = lane_colour(lane, colours)
    first = "; ".join(f"{item.when} {item.text}" for item in each.items[:5])
    more = f"; and {len(each.items) - 5} more" if len(each.items) > 5 else ""
    words = xml(f"{len(each.items)} more: {first}{more}")
    middle = (each.left + each.right) / 2
    return (
        f'<g class="more {lane}"><title>{words}</title>'
        f'<rect x="{number(each.left + 1)}" y="{number(top)}" width="{number(each.right - each.left - 2)}"'
        f' height="{number(BAR)}" rx="5.5" fill="#FFFFFF" stroke="{line}" stroke-width="0.6"/>'
        f"{text(middle, top + 8.4, f'+{len(each.items)}', SIZE, line, anchor='middle')}</g>"
    )
