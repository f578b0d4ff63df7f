"""A timeline as SVG: two panels on their own axes, lanes in each, uncertain dates drawn as such."""

from collections.abc import Sequence

from argmap.draw.figure import Href
from argmap.draw.font import FAMILY, text_width
from argmap.draw.marks import number
from argmap.draw.paint import text
from argmap.draw.palette import Palette, palette
from argmap.draw.tall import Tall
from argmap.draw.wrap import wrap, xml
from argmap.timeline.axis import Axis, ticks, told_day
from argmap.timeline.bars import bin_svg, item_svg, lane_colour
from argmap.timeline.lanes import Packed, pack
from argmap.timeline.strip import HEIGHT, strip_bar, strip_words
from argmap.timeline.timeline import LANE_TITLES, LaneItems, Timeline

MARGIN, TITLE, BODY = 20.0, 14.0, 9.0
ROW = 15.0
ROWS = {"events": 22, "claims": 14, "made": 14, "public": 14}
"""Rows that a lane has at most; what finds no place in them is counted."""
LEGEND = (
    "Disc: a day. Open bar: one day within it, we do not know which. Filled bar: a span, open where its ends "
    "are not known to the day. Dashed: approximate. (?): uncertain. Fading: an open end. "
    "Arrow head: goes on beyond the axis. +N: N more records that begin there, without room for a label."
)


def timeline_svg(
    shown: Timeline, *, width: float = 1040.0, colours: str = "colour", link: Href | None = None
) -> str:
    """Draw a timeline, see ``timeline_picture``."""
    return timeline_picture(shown, width=width, colours=colours, link=link).svg


def timeline_picture(
    shown: Timeline, *, width: float = 1040.0, colours: str = "colour", link: Href | None = None
) -> Tall:
    """Draw a timeline, which may be cut between its rows; the same bytes for the same timeline.

    Args:
        shown: The timeline.
        width: Of the sheet, in points.
        colours: ``colour`` or ``mono``.
        link: Kind of record and id to an address.
    """
    paint = _Painter(shown, width, palette(colours), link)
    body = paint.whole()
    bottom = paint.y + MARGIN
    height = number(bottom)
    title = xml(f"Timeline: {shown.title}")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}pt" height="{height}pt"'
        f' viewBox="0 0 {number(width)} {height}" class="argmap-figure timeline" role="group"'
        f' aria-label="{title}" font-family="{xml(FAMILY)}">'
        f'<title>{title}</title><rect class="paper" width="{number(width)}" height="{height}"'
        f' fill="#FFFFFF"/>{body}</svg>\n'
    )
    return Tall(svg, width, bottom, paint.cuts)


class _Painter:
    """Paints from top to bottom; ``y`` is where the next thing goes."""

    def __init__(self, shown: Timeline, width: float, colours: Palette, link: Href | None) -> None:
        self.shown, self.colours, self.link = shown, colours, link
        self.inner = width - 2 * MARGIN
        self.y = MARGIN
        self.cuts: list[float] = []
        """Above lanes, their rows and strips."""

    def whole(self) -> str:
        shown = self.shown
        drawn = self._lines(shown.title, TITLE, self.colours.ink, bold=True)
        happened = [lane for lane in shown.lanes if lane.lane != "public"]
        drawn += self._panel("What happened, and when it was written down", happened, shown.range)
        public = shown.lane("public")
        if public is not None:
            drawn += self._panel("When it could be read", [public], shown.public_range)
        self.y += 8
        drawn += self._lines(LEGEND, BODY - 1, self.colours.muted)
        return "".join(drawn)

    def _lines(self, words: str, size: float, fill: str, *, bold: bool = False) -> list[str]:
        drawn = []
        for line in wrap(words, self.inner, size, bold=bold):
            self.y += size * 1.35
            drawn.append(text(MARGIN, self.y - size * 0.3, line, size, fill, bold=bold))
        return drawn

    def _panel(self, title: str, lanes: Sequence[LaneItems], days: tuple[int, int] | None) -> list[str]:
        if not lanes:
            return []
        self.y += 10
        drawn = self._lines(title, BODY + 2, self.colours.ink, bold=True)
        if days is None:
            undated = sum(lane.undated for lane in lanes)
            return drawn + self._lines(
                f"Nothing is dated; {undated} records without a date.", BODY, self.colours.muted
            )
        axis = Axis(*days, MARGIN, self.inner)
        told = f"{told_day(days[0])} to {told_day(days[1])}"
        drawn += self._lines(told, BODY - 1, self.colours.muted)
        top = self.y + 4
        labels = self._axis(axis)
        inside: list[str] = []
        for lane in lanes:
            inside += self._lane(lane, axis)
        if lanes[0].lane == "public":
            inside += self._strips(axis)
        drawn.append(self._gridlines(axis, top + 12, self.y + 2))
        return drawn + labels + inside

    def _axis(self, axis: Axis) -> list[str]:
        self.y += 16
        drawn = []
        free = 0.0
        for day, label in ticks(axis.first, axis.last):
            x = axis.x(day)
            if x >= free and x + 3 + text_width(label, BODY - 1) <= axis.right + MARGIN:
                drawn.append(text(x + 3, self.y - 3, label, BODY - 1, self.colours.ink))
                free = x + text_width(label, BODY - 1) + 10
        return drawn

    def _gridlines(self, axis: Axis, top: float, bottom: float) -> str:
        lines = [
            f"M{number(axis.x(day))},{number(top - 8)}V{number(bottom)}"
            for day, _ in ticks(axis.first, axis.last)
        ]
        return (
            f'<path d="{"".join(lines)}M{number(axis.left)},{number(top + 4)}H{number(axis.right)}"'
            ' fill="none" stroke="#D5DAE1" stroke-width="0.7"/>'
        )

    def _lane(self, lane: LaneItems, axis: Axis) -> list[str]:
        packed = pack(lane.items, axis, ROWS[lane.lane])
        self.cuts.append(self.y)
        drawn = [self._lane_head(lane, packed)]
        self.cuts += [self.y + ROW * row for row in range(1, packed.rows)]
        for placed in packed.placed:
            drawn.append(item_svg(placed, axis, self.y + ROW * placed.row, self.colours, self.link))
        self.y += ROW * packed.rows
        if packed.bins:
            drawn += [bin_svg(each, lane.lane, self.y + 1, self.colours) for each in packed.bins]
            self.y += ROW + 1
        return drawn

    def _lane_head(self, lane: LaneItems, packed: Packed) -> str:
        self.y += 19
        more = sum(len(each.items) for each in packed.bins)
        told = f"{lane.told}" + (f"; {more} of them without a label, counted below the rows" if more else "")
        title = LANE_TITLES[lane.lane]
        colour = lane_colour(lane.lane, self.colours)[0]
        head = text(MARGIN, self.y - 6, title, BODY, colour, bold=True)
        at = MARGIN + text_width(title, BODY, bold=True) + 8
        self.y -= 1
        return head + text(at, self.y - 5, told, BODY - 1, self.colours.muted)

    def _strips(self, axis: Axis) -> list[str]:
        shown = self.shown
        if not shown.strips:
            return []
        self.y += 19
        drawn = [
            text(MARGIN, self.y - 6, "The verdict, by what could be read", BODY, self.colours.ink, bold=True)
        ]
        for history in shown.strips:
            line = wrap(shown.project.claims[history.claim].text, self.inner, BODY - 1, lines=1)[0]
            self.cuts.append(self.y)
            self.y += 10
            drawn.append(text(MARGIN, self.y - 2, line, BODY - 1, self.colours.ink))
            words = xml(f"{history.claim}: {strip_words(history)}")
            drawn.append(f"<g><title>{words}</title>{strip_bar(history, axis, self.y + 1, self.colours)}</g>")
            self.y += HEIGHT + 5
        if shown.more_strips:
            drawn += self._lines(f"{shown.more_strips} more claims asked about", BODY - 1, self.colours.muted)
        return drawn
