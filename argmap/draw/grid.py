"""A matrix as SVG: rows by columns, a sign and a letter in every cell, readable in grey.

Above some 20 nodes readers do better with a matrix than with a picture of nodes and links (Ghoniem,
Fekete and Castagliola 2005); nothing in it hangs on colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.draw.font import FAMILY, text_width
from argmap.draw.marks import number, verdict_mark
from argmap.draw.paint import text
from argmap.draw.palette import Palette, palette
from argmap.draw.tall import Slice, Tall
from argmap.draw.wrap import shorten, wrap, xml

MARGIN = 20.0
HEAD = 268.0
"""Width of the column of row headings."""
TITLE, BODY, SMALL = 14.0, 9.0, 7.5
LINE = 11.5
PAD = 4.5


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell."""

    sign: str = "·"
    """``+`` for, ``−`` against, ``±`` both or qualified, ``·`` nothing."""
    letter: str = ""
    verdict: str = ""
    """A verdict word, whose mark is drawn."""
    note: str = ""
    """A word or two below the sign."""
    strong: bool = False
    """Drawn darker."""
    told: str = ""
    """The cell in words, for a tooltip and a screen reader."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column."""

    title: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row."""

    text: str
    small: str
    """Small print under the text: an id, a date."""
    cells: Sequence[GridCell]
    group: str = ""
    """Heading above the row where it differs from that of the row before."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole matrix."""

    title: str
    subtitle: str
    columns: Sequence[GridColumn]
    rows: Sequence[GridRow]
    width: float
    """Width of a column of cells."""
    legend: Sequence[str] = ()
    """Lines below the matrix: what signs mean, what is left out."""
    preface: Sequence[str] = field(default=())
    """Lines between the subtitle and the matrix, each wrapped."""


def grid_svg(grid: Grid, *, colours: str = "colour") -> str:
    """Paint a matrix, see ``paint_grid``."""
    return paint_grid(grid, colours=colours).svg


def paint_grid(grid: Grid, *, colours: str = "colour") -> Tall:
    """Paint a matrix, which may be cut between its rows; the same bytes for the same matrix.

    Args:
        grid: The matrix.
        colours: Name of a palette: ``colour`` or ``mono``.
    """
    paint = _Painter(grid, palette(colours))
    body = paint.whole()
    bottom = paint.y + MARGIN
    width, height = number(paint.width), number(bottom)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" class="argmap-figure matrix" role="group"'
        f' aria-label="{xml(grid.title)}" font-family="{xml(FAMILY)}">'
        f"<title>{xml(grid.title)}</title><desc>{xml(grid.subtitle)}</desc>"
        f'<rect class="paper" width="{width}" height="{height}" fill="#FFFFFF"/>{body}</svg>\n'
    )
    return Tall(svg, paint.width, bottom, paint.cuts, Slice(paint.cuts[0], paint.cuts[1] - paint.cuts[0]))


class _Painter:
    """Paints from top to bottom; ``y`` is where the next thing goes."""

    def __init__(self, grid: Grid, colours: Palette) -> None:
        self.grid, self.colours = grid, colours
        self.inner = max(HEAD + grid.width * len(grid.columns), 420.0)
        self.width = self.inner + 2 * MARGIN
        self.y = MARGIN
        self.cuts: list[float] = []
        """Above the headings of the columns, below them, and below every row."""

    def whole(self) -> str:
        grid = self.grid
        drawn = [*self._lines(grid.title, TITLE, self.colours.ink, bold=True)]
        drawn += self._lines(grid.subtitle, BODY, self.colours.muted)
        for line in grid.preface:
            self.y += 3
            drawn += self._lines(line, BODY, self.colours.ink)
        self.y += 8
        self.cuts.append(self.y)
        drawn.append(self._head())
        self.cuts.append(self.y + 1)
        group = ""
        for row in grid.rows:
            if row.group != group:
                group = row.group
                drawn.append(self._group(group))
            drawn.append(self._row(row))
            self.cuts.append(self.y + 0.5)
        self.y += 10
        for line in grid.legend:
            drawn += self._lines(line, BODY, self.colours.muted)
        return "".join(drawn)

    def _lines(self, words: str, size: float, fill: str, *, bold: bool = False) -> list[str]:
        drawn = []
        for line in wrap(words, self.inner, size, bold=bold):
            self.y += size * 1.35
            drawn.append(text(MARGIN, self.y - size * 0.3, line, size, fill, bold=bold))
        return drawn

    def _centre(self, column: int) -> float:
        return MARGIN + HEAD + self.grid.width * (column + 0.5)

    def _head(self) -> str:
        """Write the headings of the columns, standing on their rule."""
        colours, width = self.colours, self.grid.width
        titles = [
            wrap(column.title, width - 6, BODY, bold=True, lines=3) if column.title else []
            for column in self.grid.columns
        ]
        letters = any(column.letter for column in self.grid.columns)
        deepest = max((len(lines) for lines in titles), default=0)
        bottom = self.y + deepest * LINE + (14 if letters else 0)
        drawn = []
        for i, (column, lines) in enumerate(zip(self.grid.columns, titles, strict=True)):
            at = bottom - LINE * len(lines)
            if column.letter:
                drawn.append(
                    text(self._centre(i), at - 4, column.letter, 11, colours.ink, bold=True, anchor="middle")
                )
            for j, line in enumerate(lines):
                y = at + LINE * (j + 1) - 3
                drawn.append(text(self._centre(i), y, line, BODY, colours.ink, bold=True, anchor="middle"))
        self.y = bottom + 4
        return "".join(drawn) + self._rule(colours.ink, 1)

    def _rule(self, colour: str, width: float) -> str:
        right = MARGIN + HEAD + self.grid.width * len(self.grid.columns)
        return (
            f'<line x1="{number(MARGIN)}" y1="{number(self.y)}" x2="{number(right)}"'
            f' y2="{number(self.y)}" stroke="{colour}" stroke-width="{number(width)}"/>'
        )

    def _group(self, title: str) -> str:
        self.y += 17
        line = shorten(title, 110)
        return text(MARGIN, self.y - 4.5, line, BODY, self.colours.ink, bold=True) + self._rule(
            self.colours.hairline, 0.6
        )

    def _row(self, row: GridRow) -> str:
        lines = wrap(row.text, HEAD - 12, BODY, lines=3)
        noted = any(cell.note for cell in row.cells)
        height = max(len(lines) * LINE + (SMALL * 1.5 if row.small else 0), 26 if noted else 18) + 2 * PAD
        top = self.y
        drawn = []
        for i, line in enumerate(lines):
            drawn.append(text(MARGIN, top + PAD + LINE * (i + 1) - 3, line, BODY, self.colours.ink))
        if row.small:
            at = top + PAD + LINE * len(lines) + SMALL * 1.1
            small = wrap(row.small, HEAD - 12, SMALL, lines=1)[0]
            drawn.append(text(MARGIN, at, small, SMALL, self.colours.muted))
        name = "".join(drawn)
        if row.href:
            name = f'<a href="{xml(row.href)}">{name}</a>'
        cells = [self._cell(i, cell, top, height) for i, cell in enumerate(row.cells)]
        self.y = top + height
        return f'<g class="row">{name}{"".join(cells)}</g>{self._rule(self.colours.hairline, 0.35)}'

    def _cell(self, column: int, cell: GridCell, top: float, height: float) -> str:
        fill, line, dashes, ink = self._look(cell)
        x, width = MARGIN + HEAD + self.grid.width * column, self.grid.width
        drawn = [
            f'<rect x="{number(x + 2)}" y="{number(top + 2)}" width="{number(width - 4)}"'
            f' height="{number(height - 4)}" rx="3" fill="{fill}" stroke="{line}"'
            f' stroke-width="0.9"{dashes}/>'
            if cell.sign != "·"
            else ""
        ]
        middle = x + width / 2
        base = top + height / 2 + (-1.5 if cell.note else 4)
        sign = f"{cell.sign} {cell.letter}".strip()
        at = middle - 8 if cell.verdict else middle
        drawn.append(text(at, base, sign, 11, ink, bold=cell.sign != "·", anchor="middle"))
        if cell.verdict:
            right = at + text_width(sign, 11, bold=True) / 2 + 12
            drawn.append(verdict_mark(cell.verdict, right, base - 4, 5.5, self.colours))
        if cell.note:
            note = wrap(cell.note, width - 8, SMALL, lines=1)[0]
            drawn.append(text(middle, base + 12, note, SMALL, ink, anchor="middle"))
        told = f"<title>{xml(cell.told)}</title>" if cell.told else ""
        return f'<g class="cell">{told}{"".join(drawn)}</g>'

    def _look(self, cell: GridCell) -> tuple[str, str, str, str]:
        """Choose fill, outline, dashes and ink of a cell: by sign, darker where it is strong."""
        colours = self.colours
        if cell.sign == "+":
            fill = _MIXED[colours.support_tint, cell.strong]
            return fill, colours.support, "", colours.ink
        if cell.sign == "−":
            fill = _MIXED[colours.contrary_tint, cell.strong]
            return fill, colours.contrary, ' stroke-dasharray="4 2.5"', colours.ink
        if cell.sign == "±":
            return "#FFFFFF", colours.muted, ' stroke-dasharray="1.5 2"', colours.ink
        return "none", "none", "", colours.muted


_MIXED = {
    ("#EAF2F9", False): "#EAF2F9",
    ("#EAF2F9", True): "#BBD5EA",
    ("#FBEFE7", False): "#FBEFE7",
    ("#FBEFE7", True): "#F0C8AE",
    ("#FFFFFF", False): "#FFFFFF",
    ("#FFFFFF", True): "#DDDDDD",
}
"""Tint of a palette, and whether the cell is strong, to its fill; black type stands out on all."""
