"""What a report or a brief says, before it is Markdown, HTML or text: sections of plain blocks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """An id, a name of a rule or a place in a file, set as such."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict or a grade: its sign and its words."""

    sign: str
    words: str
    kind: str = ""
    """The verdict's word, by which a page may colour it."""


Inline = str | Code | Mark
Line = Inline | Sequence[Inline]
"""What stands in one cell, list item or paragraph."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    rest: str = ""
    """What is said of rows that are left out."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Commands:
    """Lines for a shell."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Verdicts over the years, the earliest first."""

    cells: tuple[tuple[str, Mark], ...]
    """Since when, and what then."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: as SVG where pictures can be shown, else as a nested list in plain text."""

    svg: str
    outline: str


Block = Paragraph | Table | Items | Heading | Commands | Strip | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a title."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report or brief."""

    title: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: str = ""


def inlines(line: Line) -> Sequence[Inline]:
    """Give the pieces of a line."""
    return (line,) if isinstance(line, str | Code | Mark) else line
