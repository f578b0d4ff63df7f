"""The comparison of schools as a heat map: claims by schools, a sign and a letter in each cell."""

from collections.abc import Callable

from argmap.compare.comparison import STANCE_SIGNS, Cell, Comparison, Row
from argmap.compare.selection import Which, shown_rows, spoken_schools
from argmap.draw.chips import school_letters
from argmap.draw.grid import Grid, GridCell, GridColumn, GridRow, paint_grid
from argmap.draw.tall import Tall
from argmap.model.project import Project

MOST = 300
"""Rows that one picture holds at most."""
LEGEND = (
    "+ H holds    ± Q qualifies    − R rejects    · silent.",
    "Beside it the verdict on the claim before that school, with its word or grade below: a tick for "
    "supported, a cross for outweighed, half a disc for contested, a quarter for insufficient, an empty ring "
    "for unsupported, a loop for circular. A cell is darker where the claim is supported.",
)


def compare_svg(comparison: Comparison, which: Which = "common", *, colours: str = "colour") -> str:
    """Draw schools side by side, see ``compare_picture``."""
    return compare_picture(comparison, which, colours=colours).svg


def compare_picture(
    comparison: Comparison,
    which: Which = "common",
    *,
    colours: str = "colour",
    link: Callable[[str], str] | None = None,
    most: int = MOST,
) -> Tall:
    """Draw schools side by side; the same bytes for the same comparison.

    Args:
        comparison: The schools.
        which: Which claims, see ``shown_rows``.
        colours: ``colour`` or ``mono``.
        link: Id of a claim to its address.
        most: Not more claims than so many; the rest is counted below.
    """
    project = comparison.project
    rows, told = shown_rows(comparison, which, most)
    spoken, silent = spoken_schools(comparison)
    letters = school_letters(project)
    columns = [
        GridColumn("The map"),
        *(GridColumn(project.schools[school].name, letters[school]) for school in spoken),
    ]
    legend = [*LEGEND]
    if silent:
        names = ", ".join(project.schools[school].name for school in silent)
        legend.append(f"Silent on every claim: {names}.")
    grid = Grid(
        title=project.settings.title,
        subtitle=f"Schools side by side: {told}.",
        columns=columns,
        rows=[_row(comparison, row, spoken, link) for row in rows],
        width=96,
        legend=legend,
    )
    return paint_grid(grid, colours=colours)


def _row(comparison: Comparison, row: Row, spoken: list[str], link: Callable[[str], str] | None) -> GridRow:
    project = comparison.project
    head = "Schools part" if row.parted else project.part_title(project.claims[row.claim].part)
    verdict = row.verdict
    first = GridCell("", "", verdict.verdict, verdict.grade or verdict.verdict, told=f"The map: {verdict}")
    cells = [_cell(project, project.schools[school].name, row.cells[school]) for school in spoken]
    return GridRow(row.text, row.claim, [first, *cells], head, link(row.claim) if link else "")


def _cell(project: Project, name: str, cell: Cell) -> GridCell:
    sign, letter = STANCE_SIGNS[cell.stance]
    where = "; ".join(cell.where(project))
    told = f"{name} {cell.stance if cell.stance != 'silent' else 'is silent'}"
    told += f" ({where})" if where else ""
    return GridCell(
        sign,
        letter,
        cell.verdict.verdict,
        cell.verdict.grade or cell.verdict.verdict,
        strong=cell.verdict.verdict == "supported",
        told=f"{told}; before it the claim is {cell.verdict}",
    )
