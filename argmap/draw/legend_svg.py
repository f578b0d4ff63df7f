"""The legend as SVG: a sample of each sign that occurs, and what it means."""

from argmap.draw.card import chip_width
from argmap.draw.frame import Frame
from argmap.draw.legend import CHIP, ROW, RULE, SIZE, Entry
from argmap.draw.marks import number, sign
from argmap.draw.paint import chip_svg, line_look, text
from argmap.draw.palette import Palette


def legend_svg(frame: Frame, colours: Palette) -> str:
    """Paint the rows of a legend below a thin line."""
    if not frame.legend:
        return ""
    drawn = [f'<path d="M0,14L{number(frame.inner)},14" stroke="{colours.hairline}" stroke-width="0.5"/>']
    for r, row in enumerate(frame.legend):
        y = RULE + r * ROW + ROW / 2
        for x, entry in row:
            drawn.append(_sample(entry, x, y, colours))
            drawn.append(text(x + entry.indent, y + 3.2, entry.text, SIZE, colours.muted))
    return "".join(drawn)


def _sample(entry: Entry, x: float, y: float, colours: Palette) -> str:
    """Paint the sample of a legend entry, about a middle line."""
    line = colours.hairline
    match entry.sample:
        case "claim":
            return _box(x + 3, y - 6, 20, 12, 3.5, colours.claim, line)
        case "evidence":
            corners = [(3, -6), (18, -6), (23, -1), (23, 6), (3, 6)]
            outline = "L".join(f"{number(x + a)},{number(y + b)}" for a, b in corners)
            ear = "L".join(f"{number(x + a)},{number(y + b)}" for a, b in [(18, -6), (18, -1), (23, -1)])
            shape = f"M{outline}ZM{ear}"
            look = f'fill="{colours.evidence}" stroke="{colours.evidence_line}"'
            return f'<path d="{shape}" {look} stroke-width="0.9" stroke-linejoin="round"/>'
        case "chip" | "stance":
            assert entry.chip is not None
            wide = chip_width(entry.chip)
            return chip_svg(entry.chip, x + CHIP - wide, y - 6.5, wide, colours)
        case "more":
            label = text(x + 13, y + 3.2, "+n", SIZE, colours.muted, anchor="middle")
            return _box(x, y - 6.5, 26, 13, 6.5, "#FFFFFF", line) + label
        case "joint":
            ways = "".join(
                f"M{number(x + 26)},{number(y + rise)}C{number(x + 18)},{number(y + rise)}"
                f" {number(x + 14)},{number(y)} {number(x + 8)},{number(y)}"
                for rise in (-5, 5)
            )
            path = f'<path d="{ways}" fill="none" stroke="{colours.support}" stroke-width="1.3"/>'
            return path + sign("for", x + 6, y, 5.5, colours.support)
        case kind:
            colour, look = line_look(kind, "for", colours)
            path = (
                f'<path d="M{number(x)},{number(y)}L{number(x + 26)},{number(y)}" stroke="{colour}" {look}/>'
            )
            if kind in ("for", "against"):
                path += sign(kind, x + 13, y, 5.5, colour)
            return path


def _box(x: float, y: float, width: float, height: float, r: float, fill: str, stroke: str) -> str:
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f' rx="{number(r)}" fill="{fill}" stroke="{stroke}" stroke-width="0.9"/>'
    )
