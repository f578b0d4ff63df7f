"""A picture longer than a sheet is cut between its rows, and begins every sheet with its headings."""

import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.draw.grid import Grid, GridCell, GridColumn, GridRow, paint_grid
from argmap.draw.tall import Slice, Tall

SVG = "{http://www.w3.org/2000/svg}"


def a_grid(texts: list[str]) -> Grid:
    cell = GridCell("+", "H", "supported", "good")
    rows = [GridRow(text, f"c{i}", [cell], "Fire") for i, text in enumerate(texts)]
    return Grid("Mills", "Two schools.", [GridColumn("Old", "O")], rows, 90)


def spans(tall: Tall) -> list[tuple[float, float]]:
    """Top and bottom of everything written, rows apart."""
    rows = ET.fromstring(tall.svg).findall(f"{SVG}g[@class='row']")
    heights = [[float(text.get("y", 0)) for text in row.iter(f"{SVG}text")] for row in rows]
    return [(min(ys), max(ys)) for ys in heights]


@given(st.lists(st.text("ab ", min_size=1, max_size=90), min_size=1, max_size=9))
def test_a_matrix_is_cut_between_its_rows_and_nowhere_else(texts: list[str]):
    tall = paint_grid(a_grid(texts))
    assert tall.head is not None
    stretches = [tall.title, tall.head, *tall.slices]
    assert stretches[0].top == 0
    for above, below in pairwise(stretches):
        assert abs(above.top + above.height - below.top) < 1e-6
    assert stretches[-1].top + stretches[-1].height == tall.height
    for top, bottom in spans(tall):
        holding = [s for s in tall.slices if s.top < top and bottom < s.top + s.height]
        assert len(holding) == 1


def test_a_matrix_without_rows_has_its_legend_below_the_headings():
    assert len(paint_grid(a_grid([])).slices) == 1


def test_what_cannot_be_cut_is_one_stretch():
    tall = Tall("<svg/>", 10, 20, ())
    assert (tall.title, tall.slices) == (Slice(0, 20), [])
