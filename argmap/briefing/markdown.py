"""A document in Markdown."""

import re
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


def markdown(document: Document) -> str:
    """Write a document in Markdown; what could steer it is escaped."""
    parts = [f"# {escaped(document.title)}", *map(_block, document.lead)]
    for section in document.sections:
        parts += [f"## {escaped(section.title)}", *map(_block, section.blocks)]
    if document.foot:
        parts.append(escaped(document.foot))
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    r"""Make a text safe anywhere in Markdown, also inside a table.

    Examples:
        >>> escaped("a|b <i>")
        'a\\|b \\<i>'
    """
    return re.sub(r"([\\|*_`<\[\]])", r"\\\1", " ".join(text.split()))


def _inline(piece: Inline) -> str:
    if isinstance(piece, Code):
        return f"`{' '.join(piece.text.replace('`', ' ').split())}`" if piece.text else ""
    if isinstance(piece, Mark):
        return f"{piece.sign} {escaped(piece.words)}".strip()
    if piece != piece.strip() and piece.strip():
        lead, tail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        return f"{lead and ' '}{escaped(piece)}{tail and ' '}"
    return escaped(piece) if piece.strip() else piece


def _line(line: Line) -> str:
    return "".join(map(_inline, inlines(line)))


def _block(block: Block) -> str:
    return "\n".join(_lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line)
        case Heading(text):
            yield f"### {escaped(text)}"
        case Items(items, title):
            if title:
                yield f"**{escaped(title)}**"
                yield ""
            yield from (f"- {_line(item)}" for item in items)
        case Commands(lines):
            yield from ("```sh", *lines, "```")
        case Table(head, rows, rest):
            yield f"| {' | '.join(map(escaped, head))} |"
            yield f"|{' --- |' * len(head)}"
            yield from (f"| {' | '.join(_line(cell) for cell in row)} |" for row in rows)
            if rest:
                yield ""
                yield escaped(rest)
        case Strip(cells):
            yield f"| {' | '.join(escaped(since) for since, _ in cells)} |"
            yield f"|{' --- |' * len(cells)}"
            yield f"| {' | '.join(_inline(mark) for _, mark in cells)} |"
        case Picture(_, outline):
            if outline:
                yield from ("```text", *(line.replace("```", "'''") for line in outline.splitlines()), "```")
