"""The text of an OpenDocument text, element by element."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.manuscript.reading import BlockKind
from argmap.manuscript.weaving import Gathering, Weaver
from argmap.manuscript.word_styles import Meaning, Style, meanings

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = "{" + _NS + "office:1.0}"
_TEXT = "{" + _NS + "text:1.0}"
_STYLE = "{" + _NS + "style:1.0}"
_FO = "{" + _NS + "xsl-fo-compatible:1.0}"
_SVG = "{" + _NS + "svg-compatible:1.0}"

_SKIPPED = frozenset(
    [
        *(_TEXT + tag for tag in ("tracked-changes", "table-of-content", "note-citation", "ruby-text")),
        *(_TEXT + tag for tag in ("hidden-text", "sequence-decls", "variable-decls", "user-field-decls")),
        *(OFFICE + tag for tag in ("annotation", "forms", "binary-data", "scripts")),
        _SVG + "title",
        _SVG + "desc",
    ]
)
_PARAGRAPHS = frozenset((_TEXT + "p", _TEXT + "h"))
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def read_styles(roots: Iterable["_Element"]) -> dict[str, Meaning]:
    """Read what the styles of a document mean, by family and name."""
    styles: dict[str, Style] = {}
    for root in roots:
        for element in root.iter(f"{_STYLE}style"):
            family, name = element.get(f"{_STYLE}family", ""), element.get(f"{_STYLE}name", "")
            shown = element.get(f"{_STYLE}display-name") or name.replace("_20_", " ")
            outline = element.get(f"{_STYLE}default-outline-level", "")
            properties = element.find(f"{_STYLE}text-properties")
            slant = properties.get(f"{_FO}font-style") if properties is not None else None
            parent = element.get(f"{_STYLE}parent-style-name")
            styles[f"{family}/{name}"] = Style(
                name=shown,
                parent=f"{family}/{parent}" if parent else None,
                outline=int(outline) if outline.isdecimal() and len(outline) < 3 else None,
                italic=None if slant is None else slant in ("italic", "oblique"),
            )
    return meanings(styles)


def printed_number(text: str) -> int | None:
    """Read a note's printed number, Arabic or Roman.

    Examples:
        >>> printed_number("12"), printed_number("xiv"), printed_number("*")
        (12, 14, None)
    """
    text = text.strip().strip("[]().").lower()
    if text.isdecimal() and len(text) < 6:
        return int(text)
    if not text or len(text) > 12 or set(text) - _ROMAN.keys():
        return None
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


@dataclass
class _Open:
    """A paragraph, heading or note that has begun and not ended."""

    weaver: Weaver
    kind: BlockKind = "paragraph"
    level: int = 0
    dropped: bool = False
    title: bool = False
    key: str = ""
    """Key of the note, if it is one."""
    number: int | None = None
    endnote: bool = False
    lists: int = 0
    """Depth of lists where the note was called."""


class Walk:
    """One pass over a document."""

    def __init__(self, styles: dict[str, Meaning]) -> None:
        self.styles = styles
        self.found = Gathering()
        self.title: str | None = None
        self._open: list[_Open] = []
        self._lists = 0
        self._spans: list[bool] = []
        self._keys: set[str] = set()

    def run(self, body: "_Element") -> None:
        """Walk over all elements in order, without recursion."""
        from lxml import etree

        walker = etree.iterwalk(body, events=("start", "end"))
        for event, element in walker:
            tag = str(element.tag)
            if event == "start":
                if tag in _SKIPPED:
                    walker.skip_subtree()
                    continue
                self._start(element, tag)
                if element.text and self._open:
                    self._add(element.text)
            else:
                if tag not in _SKIPPED:
                    self._end(tag)
                if element.tail and self._open and element is not body:
                    self._add(element.tail)

    def _add(self, text: str) -> None:
        self._open[-1].weaver.add(text.replace("\n", " "))

    def _start(self, element: "_Element", tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._start_paragraph(element, tag)
        elif tag == _TEXT + "span":
            style = self.styles.get(f"text/{element.get(f'{_TEXT}style-name')}", Meaning())
            self._spans.append(style.italic and bool(self._open))
            if self._spans[-1]:
                self._open[-1].weaver.italics(True)
        elif tag == _TEXT + "note":
            self._start_note(element)
        elif tag == _TEXT + "list":
            self._lists += 1
        elif tag in (_TEXT + "s", _TEXT + "tab", _TEXT + "line-break") and self._open:
            self._open[-1].weaver.space()

    def _end(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._end_paragraph()
        elif tag == _TEXT + "span":
            if self._spans.pop() and self._open:
                self._open[-1].weaver.italics(False)
        elif tag == _TEXT + "note" and self._open:
            note = self._open.pop()
            self._lists = note.lists
            self.found.add_note(note.key, note.weaver.text(), note.weaver.line, note.number, note.endnote)
        elif tag == _TEXT + "list":
            self._lists -= 1

    def _start_note(self, element: "_Element") -> None:
        """Begin a note: its paragraphs go into one text, whatever their styles."""
        citation = element.find(f"{_TEXT}note-citation")
        printed = "".join(citation.itertext()) if citation is not None else ""
        endnote = element.get(f"{_TEXT}note-class") == "endnote"
        key = f"{'endnote' if endnote else 'footnote'}:{element.get(f'{_TEXT}id') or len(self._keys) + 1}"
        while key in self._keys:
            key += "'"
        self._keys.add(key)
        line = len(self.found.blocks) + 1
        if self._open:
            self._open[-1].weaver.mark(key)
            line = self._open[-1].weaver.line
        number = printed_number(printed)
        self._open.append(_Open(Weaver(line), key=key, number=number, endnote=endnote, lists=self._lists))

    def _start_paragraph(self, element: "_Element", tag: str) -> None:
        if self._open and self._open[-1].key:
            self._open[-1].weaver.space()
            return
        style = self.styles.get(f"paragraph/{element.get(f'{_TEXT}style-name')}", Meaning())
        paragraph = _Open(Weaver(len(self.found.blocks) + 1), dropped=style.contents, title=style.title)
        outline = element.get(f"{_TEXT}outline-level", "")
        level = int(outline) if outline.isdecimal() and len(outline) < 3 else style.heading
        if tag == _TEXT + "h" or (level and not style.title):
            paragraph.kind, paragraph.level = "heading", level or 1
        elif style.quotation:
            paragraph.kind = "quotation"
        elif self._lists:
            paragraph.kind = "item"
        self._open.append(paragraph)

    def _end_paragraph(self) -> None:
        if not self._open or self._open[-1].key:
            return
        paragraph = self._open.pop()
        if paragraph.dropped:
            return
        if paragraph.title:
            self.title = self.title or paragraph.weaver.text()
        paragraph.weaver.line = len(self.found.blocks) + 1
        self.found.add(paragraph.weaver, paragraph.kind, paragraph.level)
