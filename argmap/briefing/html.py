"""A document as one HTML page that needs nothing else: no script, no network, printable."""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from argmap.briefing.document import (
    Block,
    Code,
    Commands,
    Document,
    Heading,
    Inline,
    Items,
    Line,
    Mark,
    Paragraph,
    Picture,
    Section,
    Strip,
    Table,
    inlines,
)

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters that HTML may not hold, or that only steer a terminal."""
CONTENTS_FROM = 4
"""Sections from which on a table of contents helps."""


def html_page(document: Document, kind: str) -> str:
    """Write a document as a page.

    Args:
        document: What to write; every text of it is escaped, the figure's SVG has escaped its own.
        kind: ``report`` or ``brief``: a page for reading, or one sheet of A4.
    """
    style = (files("argmap.briefing") / "page.css").read_text("utf-8")
    return _UNFIT.sub("", "".join(_page(document, kind, style)))


def _page(document: Document, kind: str, style: str) -> Iterator[str]:
    title = escape(document.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n"
    yield f'<body class="{escape(kind)}">\n<main>\n<header>\n<h1>{title}</h1>\n'
    yield from map(_block, document.lead)
    yield "</header>\n"
    if len(document.sections) >= CONTENTS_FROM and kind == "report":
        yield '<nav aria-label="Contents"><ul>\n'
        for number, section in enumerate(document.sections, 1):
            yield f'<li><a href="#s{number}">{escape(section.title)}</a></li>\n'
        yield "</ul></nav>\n"
    for number, section in enumerate(document.sections, 1):
        yield from _section(number, section)
    if document.foot:
        yield f"<footer><p>{escape(document.foot)}</p></footer>\n"
    yield "</main>\n</body>\n</html>\n"


def _section(number: int, section: Section) -> Iterator[str]:
    yield f'<section id="s{number}">\n<h2>{escape(section.title)}</h2>\n'
    yield from map(_block, section.blocks)
    yield "</section>\n"


def _inline(piece: Inline) -> str:
    if isinstance(piece, Code):
        return f"<code>{escape(piece.text)}</code>" if piece.text else ""
    if isinstance(piece, Mark):
        sign = (
            f'<span class="sign" aria-hidden="true">{escape(piece.sign)}</span>&nbsp;' if piece.sign else ""
        )
        return f'<span class="mark {escape(piece.kind)}">{sign}{escape(piece.words)}</span>'
    return escape(piece)


def _line(line: Line) -> str:
    return "".join(map(_inline, inlines(line)))


def _block(block: Block) -> str:
    return "".join(_pieces(block))


def _pieces(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield f"<p>{_line(line)}</p>\n"
        case Heading(text):
            yield f"<h3>{escape(text)}</h3>\n"
        case Items(items, title):
            if title:
                yield f"<h4>{escape(title)}</h4>\n"
            yield "<ul>\n"
            yield from (f"<li>{_line(item)}</li>\n" for item in items)
            yield "</ul>\n"
        case Commands(lines):
            yield f"<pre>{escape(chr(10).join(lines))}</pre>\n"
        case Table():
            yield from _table(block)
        case Strip(cells):
            yield '<ol class="strip">\n'
            for since, mark in cells:
                yield f'<li class="{escape(mark.kind)}"><b>{escape(since)}</b> {_inline(mark)}</li>\n'
            yield "</ol>\n"
        case Picture(svg, outline):
            yield f"<figure>{svg}\n"
            if outline:
                yield "<details><summary>The figure as a list</summary>"
                yield f"<pre>{escape(outline)}</pre></details>"
            yield "</figure>\n"


def _table(table: Table) -> Iterator[str]:
    # a cell carries its heading, so that rows can stand as cards on a narrow screen
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col">{escape(name)}</th>' for name in table.head)
    yield "</tr></thead>\n<tbody>\n"
    for row in table.rows:
        yield "<tr>"
        for name, cell in zip(table.head, row, strict=True):
            text = _line(cell)
            yield f'<td data-label="{escape(name)}"{_narrow(cell)}>{text}</td>'
        yield "</tr>\n"
    yield "</tbody>\n</table>\n"
    if table.rest:
        yield f'<p class="rest">{escape(table.rest)}</p>\n'


def _narrow(cell: Line) -> str:
    """Keep a number or a mark from taking the room of running text."""
    if isinstance(cell, str) and re.fullmatch(r"[\d–]+", cell):
        return ' class="number"'
    return ' class="marked"' if isinstance(cell, Mark) else ""
