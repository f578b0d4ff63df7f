"""How the verdict on a claim went over the years, as a strip: small multiples of one bar."""

from collections.abc import Sequence

from argmap.draw.font import FAMILY, text_width
from argmap.draw.marks import number, verdict_mark
from argmap.draw.paint import text
from argmap.draw.palette import Palette, palette
from argmap.draw.wrap import xml
from argmap.model.edtf_parse import day_number
from argmap.timeline.axis import Axis, ticks
from argmap.verdict.history import History
from argmap.verdict.judgement import Verdict

HEIGHT = 15.0
SIZE = 7.5
TINTS = ("#FFFFFF", "#EAF2F9", "#D3E4F2", "#BBD5EA", "#9CC1E0")
"""Fill of a supported claim by grade, the firmer the darker; black type stands out on all."""

Segment = tuple[int | None, Verdict]
"""The first year of a verdict (None before the first release), and the verdict."""


def segments(history: History) -> list[Segment]:
    """Give a claim's verdicts in time, each with the year after which it was given."""
    return [(None, history.first), *history.strip]


def strip_words(history: History) -> str:
    """Tell a strip in one line, for those who cannot see it.

    Examples:
        before 1994 unsupported; 1994 supported (good); now supported (good)
    """
    told = [f"{'at first' if year is None else year} {verdict}" for year, verdict in segments(history)]
    return "; ".join([*told, f"now {history.now}"])


def strip_svg(history: History, *, width: float = 360.0, colours: str = "colour") -> str:
    """Draw one claim's strip by itself, with its years below.

    Args:
        history: How the verdict went.
        width: Of the strip, in points.
        colours: ``colour`` or ``mono``.
    """
    paint = palette(colours)
    years = [year for year, _ in history.strip]
    first = min(years, default=2000) - 2
    last = max(years, default=2000) + 4
    room = max(1, (last - first) // 12)
    axis = Axis(day_number(first - room, 1, 1), day_number(last + room, 1, 1), 1, width - 2)
    words = xml(f"{history.claim}: {strip_words(history)}")
    below = _years(axis, HEIGHT + 1, paint)
    height = HEIGHT + 15
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}pt" height="{number(height)}pt"'
        f' viewBox="0 0 {number(width)} {number(height)}" class="argmap-figure strip" role="img"'
        f' aria-label="{words}" font-family="{xml(FAMILY)}">'
        f"<title>{words}</title>{strip_bar(history, axis, 0.5, paint)}{below}</svg>\n"
    )


def _years(axis: Axis, y: float, colours: Palette) -> str:
    drawn = []
    free = axis.left
    for day, label in ticks(axis.first, axis.last, max(2, int(axis.width // 40))):
        x, wide = axis.x(day), text_width(label, SIZE)
        drawn.append(
            f'<line x1="{number(x)}" y1="{number(y)}" x2="{number(x)}" y2="{number(y + 3)}"'
            f' stroke="{colours.hairline}" stroke-width="0.7"/>'
        )
        if x - wide / 2 >= free and x + wide / 2 <= axis.right:
            drawn.append(text(x, y + 11, label, SIZE, colours.muted, anchor="middle"))
            free = x + wide / 2 + 4
    return "".join(drawn)


def strip_bar(history: History, axis: Axis, top: float, colours: Palette) -> str:
    """Paint the bar of one claim on an axis."""
    told = segments(history)
    ends = [*(axis.x(_from(year)) for year, _ in told[1:]), axis.right]
    drawn = []
    start = axis.left
    for (year, verdict), end in zip(told, ends, strict=True):
        if end - start > 0.2:
            drawn.append(_segment(year, verdict, (start, end), top, colours))
        start = max(start, end)
    return f'<g class="strip">{"".join(drawn)}</g>'


def _from(year: int | None) -> int:
    return day_number(0 if year is None else year, 7, 1)


def _segment(
    year: int | None, verdict: Verdict, ends: tuple[float, float], top: float, colours: Palette
) -> str:
    left, right = ends
    fill, dashes = "#FFFFFF", ""
    if verdict.verdict == "supported":
        fill = TINTS[verdict.lo] if colours.support_tint != "#FFFFFF" else "#DDDDDD"
    elif verdict.verdict == "outweighed":
        fill, dashes = colours.contrary_tint, ' stroke-dasharray="3 2"'
    drawn = (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}"'
        f' height="{number(HEIGHT - 1)}" fill="{fill}" stroke="{colours.hairline}"'
        f' stroke-width="0.8"{dashes}/>'
    )
    when = "at first" if year is None else f"{year}"
    if right - left >= 13:
        drawn += verdict_mark(verdict.verdict, left + 7, top + HEIGHT / 2 - 0.5, 4.2, colours)
    for words in _wordings(when, verdict, year):
        if text_width(words, SIZE) <= right - left - 17:
            drawn += text(left + 14, top + HEIGHT / 2 + 2.2, words, SIZE, colours.ink)
            break
    return f"<g><title>{xml(f'{when}: {verdict}')}</title>{drawn}</g>"


def _wordings(when: str, verdict: Verdict, year: int | None) -> Sequence[str]:
    """Give the words for a segment, the longest first."""
    short = verdict.grade or verdict.verdict
    return (f"{when} {verdict}", f"{when} {short}", *((str(year),) if year is not None else ()), short)
