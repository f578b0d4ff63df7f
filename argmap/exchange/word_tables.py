"""Tables of a Word document: three rules, a head that repeats, rows that no page breaks."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.citing.marked import OFF, ON, Marked
from argmap.exchange.appendix import AppendixRow, AppendixTable
from argmap.exchange.texts import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SMALL = "18"
"""Size of the letters in tables, in half points."""


def element(name: str, *children: "_Element", **attributes: str) -> "_Element":
    """Make an element of the document, with attributes of its own namespace."""
    from lxml import etree

    made = etree.Element(f"{{{SPACE}}}{name}", {f"{{{SPACE}}}{k}": v for k, v in attributes.items()})
    made.extend(children)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False, size: str = SMALL) -> "_Element":
    """Make a run of text."""
    kinds = [name for name, wanted in (("b", bold), ("i", italic)) if wanted]
    properties = element("rPr", *map(element, kinds), element("sz", val=size))
    words = element("t")
    words.set(_XML_SPACE, "preserve")
    words.text = text
    return element("r", properties, words)


def word_table(table: AppendixTable, width: int) -> "_Element":
    """Make a table.

    Args:
        table: What it holds.
        width: Its width in twentieths of a point.
    """
    widths = [width * share // 100 for share in table.widths]
    properties = element(
        "tblPr",
        element("tblW", w=str(sum(widths)), type="dxa"),
        _borders("tblBorders", ("top", 8, "000000"), ("bottom", 8, "000000"), ("insideH", 4, "C8C8C8")),
        element("tblLayout", type="fixed"),
        _margins(),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(each)) for each in widths))
    head = AppendixRow(table.head)
    rows = (_row(row, widths) for row in table.rows)
    return element("tbl", properties, grid, _row(head, widths, is_head=True), *rows)


def _margins() -> "_Element":
    sides = (("top", 40), ("left", 70), ("bottom", 40), ("right", 70))
    return element("tblCellMar", *(element(side, w=str(size), type="dxa") for side, size in sides))


def _borders(name: str, *sides: tuple[str, int, str]) -> "_Element":
    lines = (
        element(side, val="single", sz=str(size), space="0", color=colour) for side, size, colour in sides
    )
    return element(name, *lines)


def _row(row: AppendixRow, widths: list[int], *, is_head: bool = False) -> "_Element":
    properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if is_head else []))
    if row.heading:
        cells: Iterable[_Element] = (
            _cell(row.cells[0], sum(widths), span=len(widths), bold=True, keep=True),
        )
    else:
        pairs = zip(row.cells, widths, strict=True)
        cells = (_cell(text, width, bold=is_head, keep=is_head, ruled=is_head) for text, width in pairs)
    return element("tr", properties, *cells)


def _cell(
    text: str | Marked,
    width: int,
    *,
    span: int = 1,
    bold: bool = False,
    keep: bool = False,
    ruled: bool = False,
) -> "_Element":
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if ruled:
        properties.append(_borders("tcBorders", ("bottom", 6, "000000")))
    if span > 1:
        properties.append(element("shd", val="clear", color="auto", fill="EDEDED"))
    style = element(
        "pPr", *([element("keepNext")] if keep else []), element("spacing", before="0", after="0")
    )
    return element("tc", properties, element("p", style, *_runs(text, bold)))


def _runs(text: str | Marked, bold: bool) -> Iterator["_Element"]:
    """Make runs of a text, those in italics apart."""
    if isinstance(text, str):
        yield run(text, bold=bold)
        return
    pieces = re.split(f"([{ON}{OFF}])", clean(text.source))
    italic = False
    for piece in pieces:
        if piece in (ON, OFF):
            italic = piece == ON
        elif piece:
            yield run(piece, bold=bold, italic=italic)
