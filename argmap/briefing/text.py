"""A document as plain text for a terminal."""

import textwrap
from collections.abc import Iterator

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
    Strip,
    Table,
    inlines,
)


def plain_text(document: Document, width: int = 100) -> str:
    """Write a document as text.

    Args:
        document: What to write.
        width: Columns of a line at most.
    """
    lines = [*_fold(document.title, width)]
    for block in document.lead:
        lines += ["", *_lines(block, width, "")]
    for section in document.sections:
        lines += ["", section.title.upper()]
        for block in section.blocks:
            lines += _lines(block, width, "  ")
    if document.foot:
        lines += ["", *_fold(document.foot, width)]
    return "\n".join(lines) + "\n"


def _inline(piece: Inline) -> str:
    if isinstance(piece, Code):
        return piece.text
    return f"{piece.sign} {piece.words}".strip() if isinstance(piece, Mark) else piece


def _line(line: Line) -> str:
    return "".join(map(_inline, inlines(line)))


def _fold(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, max(width, 40), initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _lines(block: Block, width: int, indent: str) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield from _fold(_line(line), width, indent, indent)
        case Heading(text):
            yield from _fold(text, width, indent, indent)
        case Items(items, title):
            if title:
                yield from _fold(title, width, indent, indent)
            for item in items:
                yield from _fold(_line(item), width, f"{indent}- ", f"{indent}  ")
        case Commands(lines):
            yield from (f"{indent}{line}" for line in lines)
        case Table(head, rows, rest):
            for row in rows:
                first, *others = [_line(cell) for cell in row]
                yield from _fold(first, width, f"{indent}- ", f"{indent}  ")
                for name, cell in zip(head[1:], others, strict=True):
                    if cell.strip():
                        yield from _fold(f"{name}: {cell}", width, f"{indent}    ", f"{indent}      ")
            if rest:
                yield from _fold(rest, width, indent, indent)
        case Strip(cells):
            widest = max((len(since) for since, _ in cells), default=0)
            yield from (f"{indent}{since:>{widest}}  {_inline(mark)}" for since, mark in cells)
        case Picture(_, outline):
            for line in outline.splitlines():
                inner = indent + " " * (len(line) - len(line.lstrip()))
                yield from _fold(line.strip(), width, inner, inner + "  ")
