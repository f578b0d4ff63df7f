"""What a format's reader gives: blocks of text with the places of their notes, and the notes.

Every reader of ``manuscript.formats`` turns bytes into a `Reading`; nothing behind it knows formats.
Emphasis is kept as in plain text: a run in italics reads ``*so*``, whatever the format.
"""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "quotation"]

Unit = Literal["line", "paragraph", "page"]
"""What places count: lines of a text file, paragraphs of an office document, pages of a PDF."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The place of a note in a block; the marker itself is not part of the text."""

    key: str
    """Key of the note it calls."""
    offset: int
    """Characters of the block's text before it."""
    line: int
    """Where it stands, in the reading's unit, from 1."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list or a block quotation, in order of reading."""

    kind: BlockKind
    text: str
    """One line; line breaks inside are spaces, hyphens at line ends are joined."""
    line: int
    """Where it begins, in the reading's unit, from 1."""
    markers: tuple[Marker, ...] = ()
    level: int = 0
    """Depth of a heading from 1, as far as the format tells; 0 else."""
    starts: tuple[tuple[int, int], ...] = ()
    """(offset, line) where the text goes on in another line; empty when it does not."""

    def line_at(self, offset: int) -> int:
        """Tell in which line a character stands."""
        line = self.line
        for start, place in self.starts:
            if start > offset:
                break
            line = place
        return line


@dataclass(frozen=True, slots=True)
class LooseNote:
    """A footnote or endnote as it stands in the file."""

    key: str
    """What its marker calls it by; unique in the reading."""
    text: str
    """One line; paragraphs inside are joined by a space."""
    line: int
    """Where it begins, in the reading's unit, from 1."""
    number: int | None = None
    """The number it is printed with; None if the format numbers by order of the markers."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation by key that stands in the text or a note instead of words, e.g. ``[@smith2010, p. 4]``."""

    entry: str
    """Key of the bibliography entry."""
    locator: str | None
    line: int
    note: str | None = None
    """Key of the note that it stands in, if any."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in order, as one format's reader found it."""

    format: str
    blocks: tuple[Block, ...]
    notes: tuple[LooseNote, ...] = ()
    unit: Unit = "line"
    title: str | None = None
    citations: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the reader could not make out, in sentences."""
