"""Text woven from a format's pieces: white space folded, italics marked, places of notes kept."""

import unicodedata
from dataclasses import replace

from argmap.manuscript.reading import Block, BlockKind, Citation, LooseNote, Marker, Reading, Unit

ENDNOTES_FROM = 1000
"""Added to the numbers of endnotes in a text that has footnotes, too."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Weaver:
    """Gathers the text of one block or note.

    Attributes:
        line: Where the next text stands, in the reading's unit; counts up at every line break added.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        self._first: int | None = None
        self._last = line
        self._pieces: list[str] = []
        self._length = 0
        self._space = False
        self._italics = 0
        self._open = False
        self._markers: list[Marker] = []
        self._starts: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Add text; a line break in it is a space and begins the next line."""
        rows = text.split("\n")
        self._add_row(rows[0])
        for row in rows[1:]:
            self.line += 1
            self._space = True
            self._add_row(row)

    def space(self) -> None:
        """Add a space, unless there is one."""
        self._space = True

    def italics(self, on: bool) -> None:
        """Begin or end a run in italics; runs may stand in each other."""
        self._italics = max(0, self._italics + (1 if on else -1))

    def mark(self, key: str) -> None:
        """Put the marker of a note here."""
        if self._open and not self._italics:
            self._close()
        self._markers.append(Marker(key, self._length, self.line))

    def line_of_text(self) -> int:
        """Tell where the text begins."""
        return self.line if self._first is None else self._first

    def empty(self) -> bool:
        """Tell whether there is neither text nor marker."""
        return not self._pieces and not self._markers

    def _add_row(self, row: str) -> None:
        if not row.isascii():
            row = unicodedata.normalize("NFC", row.translate(_INVISIBLE))
        words = row.split()
        if not words:
            self._space = self._space or bool(row)
            return
        self._begin(row[0].isspace())
        self._append(" ".join(words))
        self._space = row[-1].isspace()

    def _begin(self, spaced: bool) -> None:
        """Write what is due before the next word: an asterisk, a space, a note of the line."""
        if self._open and not self._italics:
            self._close()
        if (spaced or self._space) and self._length:
            self._append(" ")
        if self._first is None:
            self._first = self._last = self.line
        elif self.line != self._last:
            self._starts.append((self._length, self.line))
            self._last = self.line
        if self._italics and not self._open:
            self._append("*")
            self._open = True

    def _close(self) -> None:
        """End the italics; markers that stood last in them come after the asterisk."""
        end = self._length
        self._append("*")
        self._open = False
        for at, marker in enumerate(self._markers):
            if marker.offset == end:
                self._markers[at] = replace(marker, offset=end + 1)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def text(self) -> str:
        """Give the text so far, as one line."""
        if self._open:
            self._close()
        return unicodedata.normalize("NFC", "".join(self._pieces))

    def block(self, kind: BlockKind, level: int = 0) -> Block:
        """Give the block."""
        text, raw = self.text(), "".join(self._pieces)
        markers, starts = tuple(self._markers), tuple(self._starts)
        if raw != text:
            markers = tuple(replace(m, offset=_composed(raw, m.offset)) for m in markers)
            starts = tuple((_composed(raw, at), line) for at, line in starts)
        if kind == "heading" and text.startswith("*") and text.endswith("*") and text.count("*") == 2:
            text = text[1:-1]
            markers = tuple(replace(m, offset=min(max(m.offset - 1, 0), len(text))) for m in markers)
            starts = tuple((max(at - 1, 0), line) for at, line in starts)
        first = self._first if self._first is not None else self._last
        return Block(kind, text, first, markers, level, starts)


def _composed(raw: str, offset: int) -> int:
    return len(unicodedata.normalize("NFC", raw[:offset]))


class Gathering:
    """Blocks and notes of a file, gathered in order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[LooseNote] = []
        self.citations: list[Citation] = []
        self.remarks: list[str] = []
        self._keys: set[str] = set()
        self._endnotes: set[str] = set()

    def add(self, weaver: Weaver, kind: BlockKind, level: int = 0) -> None:
        """Add a block; markers that stand alone go to the end of the block before."""
        if weaver.empty():
            return
        block = weaver.block(kind, level)
        if not block.text and self.blocks:
            before = self.blocks[-1]
            moved = tuple(replace(m, offset=len(before.text)) for m in block.markers)
            self.blocks[-1] = replace(before, markers=before.markers + moved)
            return
        self.blocks.append(block)

    def add_note(
        self, key: str, text: str, line: int, number: int | None = None, endnote: bool = False
    ) -> str:
        """Add a note and give the key it got: another one if the key is taken."""
        unique, count = key, 2
        while unique in self._keys:
            unique, count = f"{key}#{count}", count + 1
        self._keys.add(unique)
        if endnote:
            self._endnotes.add(unique)
        self.notes.append(LooseNote(unique, text, line, number))
        return unique

    def remark(self, text: str) -> None:
        """Say once what could not be made out."""
        if text not in self.remarks:
            self.remarks.append(text)

    def _set_endnotes_apart(self) -> None:
        """Number endnotes from 1001 where there are footnotes as well: both begin with 1."""
        if not 0 < len(self._endnotes) < len(self.notes):
            return
        for at, note in enumerate(self.notes):
            if note.key in self._endnotes and note.number is not None:
                self.notes[at] = replace(note, number=note.number + ENDNOTES_FROM)
        self.remark(
            f"the text has footnotes and endnotes; endnote 1 is called {ENDNOTES_FROM + 1}, and so on"
        )

    def reading(self, format: str, unit: Unit, title: str | None = None) -> Reading:
        """Give the reading."""
        self._set_endnotes_apart()
        return Reading(
            format=format,
            blocks=tuple(self.blocks),
            notes=tuple(self.notes),
            unit=unit,
            title=title or None,
            citations=tuple(self.citations),
            remarks=tuple(self.remarks),
        )
