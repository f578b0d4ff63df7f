"""The text of a Word document, element by element."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.manuscript.docx_parts import (
    OFF,
    NoteNumbering,
    WordParts,
    is_on,
    note_numbering,
    outline_level,
    value,
)
from argmap.manuscript.reading import BlockKind
from argmap.manuscript.weaving import Gathering, Weaver
from argmap.manuscript.word_styles import Meaning

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    [
        "del",
        "moveFrom",
        "Fallback",
        "rPr",
        "pPr",
        "sectPr",
        "tblPr",
        "trPr",
        "tcPr",
        "tblGrid",
        "sdtPr",
        "instrText",
    ]
)
_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}


@dataclass
class Called:
    """A note's marker met in the text."""

    paragraph: int
    number: int | None


@dataclass
class _Paragraph:
    weaver: Weaver
    style: Meaning
    outline: int | None = None
    item: bool | None = None
    goes_on: bool = False
    """Whether its end is deleted, so that the next paragraph continues it."""


class Walk:
    """One pass over the text of a document or of one note.

    Attributes:
        found: Its blocks.
        called: The notes it calls, in order.
        deleted: Keys of the notes whose markers were deleted.
    """

    def __init__(self, parts: WordParts) -> None:
        self.parts = parts
        self.w = parts.w
        self.found = Gathering()
        self.title: str | None = None
        self.called: dict[str, Called] = {}
        self.deleted: set[str] = set()
        self.open: list[_Paragraph] = []
        found = parts.document.iter(f"{self.w}sectPr")
        self.sections = [s for s in found if _local(s.getparent()) != "sectPrChange"]
        self.section = 0
        self._held: Weaver | None = None
        self._italic = False
        self._custom = False
        self.counts = {kind: self._numbering(kind).start for kind in ("footnote", "endnote")}

    def run(self, root: "_Element") -> None:
        """Walk over all elements in order, without recursion."""
        from lxml import etree

        starts: dict[str, Callable[[_Element], None]] = {
            "p": self._start_paragraph, "r": self._start_run, "t": self._text,
            "sym": self._symbol, **dict.fromkeys(_MARKS, self._mark),
        }  # fmt: skip
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = str(element.tag)
            tag = name.rpartition("}")[2]
            if event == "end":
                if tag == "p" and name.startswith(self.w):
                    self._end_paragraph(element)
                elif tag == "r":
                    self._end_run()
            elif tag in _SKIPPED:
                self._skip(element, tag)
                walker.skip_subtree()
            elif tag in starts and (name.startswith(self.w) or tag == "t"):
                starts[tag](element)
            elif tag in _SIGNS and self.open:
                self.open[-1].weaver.add(_SIGNS[tag])
            elif tag in ("altChunk", "subDoc"):
                self.found.remark("another document is embedded in this one; it was not read")
        self._flush_rest()

    def _skip(self, element: "_Element", tag: str) -> None:
        if tag in ("del", "moveFrom"):
            for mark, kind in _MARKS.items():
                found = element.iter(f"{self.w}{mark}")
                self.deleted.update(f"{kind}:{m.get(f'{self.w}id')}" for m in found)

    def _start_paragraph(self, element: "_Element") -> None:
        w = self.w
        paragraph = _Paragraph(self._held or Weaver(len(self.found.blocks) + 1), Meaning())
        self._held = None
        properties = element.find(f"{w}pPr")
        if properties is not None:
            style = value(properties.find(f"{w}pStyle"), w)
            paragraph.style = self.parts.styles.get(style or "", Meaning())
            paragraph.outline = outline_level(value(properties.find(f"{w}outlineLvl"), w))
            number = properties.find(f"{w}numPr/{w}numId")
            paragraph.item = None if number is None else value(number, w) != "0"
            paragraph.goes_on = properties.find(f"{w}rPr/{w}del") is not None
        self._italic = False
        self.open.append(paragraph)

    def _start_run(self, element: "_Element") -> None:
        self._custom = False
        properties = element.find(f"{self.w}rPr")
        self._italic = False
        if properties is not None and self.open:
            style = value(properties.find(f"{self.w}rStyle"), self.w)
            direct = is_on(properties.find(f"{self.w}i"), self.w)
            by_style = self.parts.styles.get(style or "", Meaning()).italic
            self._italic = by_style if direct is None else direct
            if self._italic:
                self.open[-1].weaver.italics(True)

    def _end_run(self) -> None:
        if self._italic and self.open:
            self.open[-1].weaver.italics(False)
        self._italic = False

    def _text(self, element: "_Element") -> None:
        if self.open and not self._custom:
            self.open[-1].weaver.add((element.text or "").replace("\n", " "))

    def _symbol(self, element: "_Element") -> None:
        code = element.get(f"{self.w}char", "")
        try:
            sign = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if self.open and sign.isprintable():
            self.open[-1].weaver.add(sign)

    def _mark(self, element: "_Element") -> None:
        kind = _MARKS[_local(element)]
        key = f"{kind}:{element.get(f'{self.w}id')}"
        if not self.open:
            return
        number: int | None = None
        if element.get(f"{self.w}customMarkFollows", "0") not in OFF:
            self._custom = True
        elif self._numbering(kind).restart == "eachPage":
            self.found.remark("its notes are numbered anew on every page; they are numbered on here")
        else:
            number = self.counts[kind]
            self.counts[kind] += 1
        self.called.setdefault(key, Called(self.open[-1].weaver.line, number))
        self.open[-1].weaver.mark(key)

    def _numbering(self, kind: str) -> NoteNumbering:
        general = self.parts.numbering.get(kind, NoteNumbering())
        if self.section >= len(self.sections):
            return general
        own = self.sections[self.section].find(f"{self.w}{kind}Pr")
        return note_numbering(own, self.w) or general

    def _end_paragraph(self, element: "_Element") -> None:
        if not self.open:
            return
        paragraph = self.open.pop()
        if paragraph.goes_on:
            self._held = paragraph.weaver
        else:
            self._add(paragraph)
        if element.find(f"{self.w}pPr/{self.w}sectPr") is not None:
            self.section += 1
            for kind in self.counts:
                if self._numbering(kind).restart == "eachSect":
                    self.counts[kind] = self._numbering(kind).start

    def _flush_rest(self) -> None:
        if self._held is not None:
            self._add(_Paragraph(self._held, Meaning()))

    def _add(self, paragraph: _Paragraph) -> None:
        style, weaver = paragraph.style, paragraph.weaver
        if style.contents:
            return
        level = style.heading if paragraph.outline is None else paragraph.outline
        item = style.item if paragraph.item is None else paragraph.item
        kind: BlockKind = "paragraph"
        if style.title:
            self.title = self.title or weaver.text().strip("*")
        elif level:
            kind = "heading"
        elif style.quotation:
            kind = "quotation"
        elif item:
            kind = "item"
        weaver.line = min(weaver.line, len(self.found.blocks) + 1)
        self.found.add(weaver, kind, level if kind == "heading" else 0)


def _local(element: "_Element | None") -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2]


def add_notes(walk: Walk) -> None:
    """Add the texts of the notes in the order in which they are called."""
    order = {key: at for at, key in enumerate(walk.called)}
    texts: list[tuple[str, str]] = []
    for kind, root in walk.parts.notes.items():
        for element in root.iterchildren(f"{walk.w}{kind[:-1]}"):
            key = f"{kind[:-1]}:{element.get(f'{walk.w}id')}"
            if element.get(f"{walk.w}type", "normal") == "normal" and key not in walk.deleted - order.keys():
                texts.append((key, _note_text(walk.parts, element)))
    last = len(walk.found.blocks)
    for key, text in sorted(texts, key=lambda pair: order.get(pair[0], len(order))):
        call = walk.called.get(key, Called(last, None))
        walk.found.add_note(key, text, call.paragraph, call.number, key.startswith("endnote"))


def _note_text(parts: WordParts, element: "_Element") -> str:
    inner = Walk(WordParts(parts.w, element, {}, parts.styles))
    inner.run(element)
    return " ".join(block.text for block in inner.found.blocks)
