"""A manuscript read: parts, paragraphs, sentences with anchors, notes with their places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from argmap.manuscript.reading import BlockKind, Citation, Unit


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    part: str
    number: int
    line: int
    """Where its text begins, in the manuscript's unit, from 1."""
    text: str
    marker_line: int | None
    """Where its marker stands; None if the text never calls it."""
    paragraph: int | None = None
    """Index of the paragraph that calls it."""
    offset: int | None = None
    """Characters of that paragraph before the marker."""
    key: str = ""
    """Its key in the file."""

    @property
    def ref(self) -> str:
        """As evidence cites it: ``part.number``."""
        return f"{self.part}.{self.number}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph."""

    anchor: str
    """Stable name: part, ordinal of the paragraph in it, ordinal of the sentence (``IV.12.3``)."""
    text: str
    start: int
    """Offset in the paragraph."""
    line: int
    notes: tuple[str, ...] = ()
    """References of the notes called in it or at its end."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, paragraph, item or block quotation, whole across page breaks."""

    part: str | None
    """None before the first part: front matter."""
    section: str | None
    """Heading it stands under."""
    ordinal: int
    """Position in its part, from 1."""
    kind: BlockKind
    text: str
    line: int
    sentences: tuple[Sentence, ...] = ()
    level: int = 0

    @property
    def anchor(self) -> str:
        """Stable name: part and ordinal (``IV.12``)."""
        return f"{self.part or 'front'}.{self.ordinal}"


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One line of the manuscript's own bibliography, or a heading in it."""

    text: str
    line: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class ManuscriptPart:
    """A chapter or another part with its own run of notes."""

    name: str
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A marker without a note, a note without a marker, a number used twice."""

    kind: str
    """``marker-without-note``, ``note-without-marker`` or ``number-used-twice``."""
    ref: str
    line: int
    message: str


@dataclass(frozen=True)
class Manuscript:
    """A text under audit."""

    format: str
    unit: Unit
    title: str | None
    parts: tuple[ManuscriptPart, ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    listed: tuple[ListedLine, ...] = ()
    """The lines of its bibliography."""
    loose_ends: tuple[LooseEnd, ...] = ()
    citations: tuple[Citation, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    def sentences(self) -> Iterator[tuple[Paragraph, Sentence]]:
        """Give every sentence with its paragraph, in order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.sentences:
                yield paragraph, sentence

    @cached_property
    def note_by_ref(self) -> dict[str, Note]:
        """Give notes by ``part.number``; the first where a number is used twice."""
        return {note.ref: note for note in reversed(self.notes)}
