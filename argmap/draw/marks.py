"""Signs drawn as shapes, so that no font has to have them."""

import functools
import math

from argmap.draw.palette import Palette


@functools.lru_cache(maxsize=50_000)
def number(value: float) -> str:
    """Write a length shortly and always the same way.

    Examples:
        >>> number(3.0), number(-0.001), number(2.456)
        ('3', '0', '2.46')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def verdict_mark(word: str, x: float, y: float, r: float, colours: Palette) -> str:
    """Draw a verdict's mark around a centre: each word has a shape of its own."""
    colour = verdict_colour(word, colours)
    ring = _circle(x, y, r - 0.5, "none", colour, 1.1)
    match word:
        case "supported":
            tick = [(-0.5, 0.02), (-0.13, 0.4), (0.52, -0.36)]
            return _circle(x, y, r, colour) + _line(tick, x, y, r, "#FFFFFF", 1.5)
        case "outweighed":
            cross = _line([(-0.4, -0.4), (0.4, 0.4)], x, y, r, "#FFFFFF", 1.5)
            return (
                _circle(x, y, r, colour) + cross + _line([(-0.4, 0.4), (0.4, -0.4)], x, y, r, "#FFFFFF", 1.5)
            )
        case "insufficient":
            return ring + f'<path d="{_sector(x, y, r - 0.5, -90, 0)}" fill="{colour}"/>'
        case "contested":
            return ring + f'<path d="{_sector(x, y, r - 0.5, 90, 270)}" fill="{colour}"/>'
        case "circular":
            return _loop(x, y, r, colour)
        case _:
            return ring


def verdict_colour(word: str, colours: Palette) -> str:
    """Choose the colour of a verdict."""
    if word == "supported":
        return colours.support
    return colours.contrary if word == "outweighed" else colours.muted


def sign(side: str, x: float, y: float, r: float, colour: str) -> str:
    """Draw + or − in a disc."""
    bars = _line([(-0.5, 0), (0.5, 0)], x, y, r, "#FFFFFF", 1.5)
    if side == "for":
        bars += _line([(0, -0.5), (0, 0.5)], x, y, r, "#FFFFFF", 1.5)
    return _circle(x, y, r, colour) + bars


def crossed(x: float, y: float, size: float, colour: str) -> str:
    """Draw a small cross in a square given by its top left corner."""
    r = size / 2
    one = _line([(-1, -1), (1, 1)], x + r, y + r, r, colour, 1.4)
    return one + _line([(-1, 1), (1, -1)], x + r, y + r, r, colour, 1.4)


def pips(grade: int, x: float, y: float, step: float, colours: Palette) -> str:
    """Draw four pips, the first ``grade`` of them filled."""
    dots = []
    for i in range(4):
        at = x + i * step
        if i < grade:
            dots.append(_circle(at, y, 2.0, colours.ink))
        else:
            dots.append(_circle(at, y, 1.65, "#FFFFFF", colours.hairline, 0.7))
    return "".join(dots)


def _circle(x: float, y: float, r: float, fill: str, stroke: str = "", width: float = 0) -> str:
    line = f' stroke="{stroke}" stroke-width="{number(width)}"' if stroke else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"{line}/>'


def _line(points: list[tuple[float, float]], x: float, y: float, r: float, colour: str, width: float) -> str:
    """Draw a line through points given in radii from a centre."""
    path = " ".join(f"{number(x + r * dx)},{number(y + r * dy)}" for dx, dy in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{number(width)}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _loop(x: float, y: float, r: float, colour: str) -> str:
    """Draw three quarters of a circle that ends in an arrowhead."""
    inner = r - 0.9
    end = math.radians(200)
    x2, y2 = x + inner * math.cos(end), y + inner * math.sin(end)
    tip = [(x2 + 0.4, y2 - 3.0), (x2 - 2.2, y2 + 0.9), (x2 + 2.2, y2 + 0.5)]
    points = " ".join(f"{number(a)},{number(b)}" for a, b in tip)
    return (
        f'<path d="M{_arc(x, y, inner, -60, 200)}" fill="none" stroke="{colour}" stroke-width="1.3"/>'
        f'<polygon points="{points}" fill="{colour}"/>'
    )


def _sector(x: float, y: float, r: float, start: float, end: float) -> str:
    return f"M{number(x)},{number(y)}L{_arc(x, y, r, start, end)}Z"


def _arc(x: float, y: float, r: float, start: float, end: float) -> str:
    """Write an arc, angles in degrees, clockwise from the right, as a point and Bézier curves."""
    pieces = math.ceil((end - start) / 90)
    step = math.radians((end - start) / pieces)
    reach = 4 / 3 * math.tan(step / 4) * r
    angle = math.radians(start)
    drawn = f"{number(x + r * math.cos(angle))},{number(y + r * math.sin(angle))}"
    for _ in range(pieces):
        following = angle + step
        points = (
            (
                x + r * math.cos(angle) - reach * math.sin(angle),
                y + r * math.sin(angle) + reach * math.cos(angle),
            ),
            (
                x + r * math.cos(following) + reach * math.sin(following),
                y + r * math.sin(following) - reach * math.cos(following),
            ),
            (x + r * math.cos(following), y + r * math.sin(following)),
        )
        drawn += "C" + " ".join(f"{number(a)},{number(b)}" for a, b in points)
        angle = following
    return drawn
