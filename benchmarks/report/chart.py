"""A plot of growth on log axes as SVG: told apart by marks and dashes, so that it reads in grey."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 860, 560
LEFT, RIGHT, TOP, BOTTOM = 70, 230, 40, 60
DASHES = ("", "7 3", "2 3", "10 3 2 3", "5 5", "1 2", "12 4", "8 2 2 2 2 2")
INKS = ("#111", "#444", "#666", "#222", "#777", "#555", "#333", "#888")
MARKS = (
    *("circle", "square", "ring", "diamond", "up", "cross", "open square", "down"),
    *("plus", "open diamond", "open up", "star", "open down", "bar"),
)
LEAST_GAP = 15.0
"""Pixels between two labels."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a plot."""

    name: str
    points: tuple[tuple[float, float], ...]
    """Size and value, both above 0."""
    bold: bool = False


def plot(curves: Sequence[Curve], *, title: str, across: str, upwards: str) -> str:
    """Draw curves on log axes with their names at their right ends.

    Args:
        curves: The lines.
        title: Of the plot.
        across: What the x axis counts.
        upwards: What the y axis counts.
    """
    drawn = [curve for curve in curves if curve.points]
    xs = [x for curve in drawn for x, _ in curve.points] or [1.0, 10.0]
    ys = [y for curve in drawn for _, y in curve.points] or [1.0, 10.0]
    frame = Frame(_decades(min(xs), max(xs)), _decades(min(ys), max(ys)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>',
        *_grid(frame, across, upwards),
    ]
    ends = [(frame.y(curve.points[-1][1]), n) for n, curve in enumerate(drawn)]
    places = dict(_apart(sorted(ends)))
    for number, curve in enumerate(drawn):
        parts += _curve(frame, curve, number, places[number])
    return "\n".join([*parts, "</svg>", ""])


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's inner field: decades from and to, along both axes."""

    across: tuple[float, float]
    upwards: tuple[float, float]

    def x(self, value: float) -> float:
        """Give the place of a size."""
        low, high = self.across
        return LEFT + (math.log10(value) - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """Give the place of a value."""
        low, high = self.upwards
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)


def _decades(least: float, most: float) -> tuple[float, float]:
    low, high = math.floor(math.log10(least)), math.ceil(math.log10(most))
    return (low, high if high > low else low + 1)


def _grid(frame: Frame, across: str, upwards: str) -> list[str]:
    parts = []
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for power in range(int(frame.across[0]), int(frame.across[1]) + 1):
        x = frame.x(10.0**power)
        parts.append(f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(int(frame.upwards[0]), int(frame.upwards[1]) + 1):
        y = frame.y(10.0**power)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{right}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    middle = (LEFT + right) / 2
    parts.append(f'<text x="{middle:.0f}" y="{HEIGHT - 18}" text-anchor="middle">{escape(across)}</text>')
    parts.append(
        f'<text transform="translate(18 {(TOP + bottom) / 2:.0f}) rotate(-90)" '
        f'text-anchor="middle">{escape(upwards)}</text>'
    )
    return parts


def _apart(ends: list[tuple[float, int]]) -> list[tuple[int, float]]:
    """Move labels apart: first downwards, then the lowest up again where they left the plot."""
    places = [y for y, _ in ends]
    for i in range(1, len(places)):
        places[i] = max(places[i], places[i - 1] + LEAST_GAP)
    lowest = HEIGHT - BOTTOM + 4.0
    for i in reversed(range(len(places))):
        places[i] = min(places[i], lowest)
        lowest = places[i] - LEAST_GAP
    return [(number, place) for (_, number), place in zip(ends, places, strict=True)]


def _curve(frame: Frame, curve: Curve, number: int, label: float) -> list[str]:
    ink = "#111" if curve.bold else INKS[number % len(INKS)]
    dash = DASHES[number % len(DASHES)]
    points = [(frame.x(x), frame.y(y)) for x, y in curve.points]
    way = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    width = 3 if curve.bold else 1.5
    dashes = f' stroke-dasharray="{dash}"' if dash and not curve.bold else ""
    last_x, last_y = points[-1]
    right = WIDTH - RIGHT + 14
    weight = ' font-weight="bold"' if curve.bold else ""
    return [
        f'<path d="{way}" fill="none" stroke="{ink}" stroke-width="{width}"{dashes}/>',
        *(_mark(MARKS[number % len(MARKS)], x, y, ink) for x, y in points),
        f'<path d="M{last_x + 6:.1f} {last_y:.1f}L{right - 4} {label - 4:.1f}" stroke="#bbb" fill="none"/>',
        _mark(MARKS[number % len(MARKS)], right + 4, label - 4, ink),
        f'<text x="{right + 14}" y="{label:.1f}"{weight}>{escape(curve.name)}</text>',
    ]


def _mark(kind: str, x: float, y: float, ink: str) -> str:
    shapes = {
        "circle": f"M{x - 4:.1f} {y:.1f}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
        "square": f"M{x - 3.5:.1f} {y - 3.5:.1f}h7v7h-7z",
        "diamond": f"M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z",
        "up": f"M{x:.1f} {y - 5:.1f}l5 9h-10z",
        "down": f"M{x:.1f} {y + 5:.1f}l5 -9h-10z",
        "cross": f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8",
        "plus": f"M{x:.1f} {y - 5:.1f}v10m-5 -5h10",
        "star": f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8M{x:.1f} {y - 6:.1f}v12",
        "bar": f"M{x - 6:.1f} {y:.1f}h12M{x:.1f} {y - 2:.1f}v4",
    }
    shape = "circle" if kind == "ring" else kind.removeprefix("open ")
    fill = "none" if shape in ("cross", "plus", "star", "bar") else "#fff" if shape != kind else ink
    return f'<path d="{shapes[shape]}" fill="{fill}" stroke="{ink}" stroke-width="1.5"/>'
