"""The text of web pages and electronic books, element by element."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.manuscript.html_notes import BLOCKS, HEADINGS, Notes, Page, find_notes, is_container
from argmap.manuscript.reading import BlockKind
from argmap.manuscript.weaving import Gathering, Weaver

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset(
    "script style head title nav template noscript select button textarea iframe object audio video "
    "annotation annotation-xml rp rt map".split()
)
_ITALIC_TAGS = frozenset(("i", "em", "cite", "dfn", "var"))
_ITALIC_NAME = re.compile(r"(?:^|[\s_-])(?:italics?|ital|emph(?:asis)?)(?:$|[\s_\d-])", re.IGNORECASE)
_ITALIC_RULE = re.compile(r"([^{}]+)\{([^{}]*font-style\s*:\s*(?:italic|oblique)[^{}]*)\}")
_CLASS = re.compile(r"^(?:span|i|em)?\.([\w-]+)$")
_LABEL = re.compile(r"[\[(]?(\d{1,4})[\])]?[.:)]?\s+(?=\S)")
_LEFT_OVER = re.compile(r"^(?:\[\s*\]|\(\s*\)|[.:)\]])\s+")
_NOTES_TITLE = re.compile(r"(?:(?:foot|end)?notes?|anmerkungen|fußnoten|notas|참고|주석)[:.]?", re.IGNORECASE)
_FAR = 65_535
"""Lines beyond which the parser no longer knows them."""


def italic_classes(css: str) -> frozenset[str]:
    """Give the classes that a style sheet sets in italics."""
    found = set()
    for rule in _ITALIC_RULE.finditer(css[:2_000_000]):
        for selector in rule[1].rpartition("}")[2].split(","):
            match = _CLASS.match(selector.strip())
            if match:
                found.add(match[1])
    return frozenset(found)


def read_pages(pages: Sequence[Page], italics: frozenset[str] = frozenset()) -> Gathering:
    """Read documents in order.

    Args:
        pages: The documents, parsed.
        italics: Classes that are set in italics.
    """
    notes = find_notes(pages)
    gathering = Gathering()
    woven: dict[str, tuple[int, list[str]]] = {}
    for page in pages:
        _Walk(page, notes, gathering, italics, woven).run()
    for key, note in notes.notes.items():
        line, texts = woven.get(key, (note.page.first_line, []))
        text = _without_label(" ".join(t for t in texts if t), note.number)
        gathering.add_note(key, text, line, note.number)
    return gathering


def _without_label(text: str, number: int | None) -> str:
    """Drop the number that a note begins with, if it is its own."""
    text = _LEFT_OVER.sub("", text, count=1)
    match = _LABEL.match(text)
    return text[match.end() :] if match and int(match[1]) == number else text


class _Walk:
    """One pass over a document."""

    def __init__(
        self,
        page: Page,
        notes: Notes,
        found: Gathering,
        italics: frozenset[str],
        woven: dict[str, tuple[int, list[str]]],
    ) -> None:
        self._page = page
        self._notes = notes
        self._found = found
        self._italics = italics
        self._woven = woven
        self._weaver = Weaver(page.first_line)
        self._line = page.first_line
        self._note: str | None = None
        self._heading = 0
        self._quotes = 0
        self._items = 0
        self._apart = 0
        self._slanted: dict[HtmlElement, bool] = {}

    def run(self) -> None:
        """Walk over all elements in order, without recursion."""
        from lxml import etree

        walker = etree.iterwalk(self._page.root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event in ("comment", "pi"):
                self._add(element.tail)
            elif event == "start":
                self._set_line(element)
                if self._drops(element):
                    walker.skip_subtree()
                    continue
                self._start(element)
                self._add(element.text)
            else:
                if not self._drops(element):
                    self._end(element)
                if element is not self._page.root:
                    self._add(element.tail)
        self._flush()

    def _drops(self, element: "HtmlElement") -> bool:
        if element.tag in _SKIPPED or element in self._notes.markers or element in self._notes.backlinks:
            return True
        if element.tag == "div" and element.get("title") in ("header", "footer"):
            return True  # LibreOffice's running lines
        return "mw-cite-backlink" in element.get("class", "")

    def _set_line(self, element: "HtmlElement") -> None:
        line = element.sourceline or 0
        if line < _FAR:
            self._line = max(self._line, self._page.first_line + line - 1)
        if element in self._notes.markers:
            self._weaver.line = self._line
            self._weaver.mark(self._notes.markers[element])

    def _add(self, text: str | None) -> None:
        if text:
            self._weaver.line = self._line
            self._weaver.add(text)
            self._line = self._weaver.line

    def _start(self, element: "HtmlElement") -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
            if element in self._notes.insides:
                self._note = self._notes.insides[element]
            self._change(element, 1)
        elif tag == "br":
            self._weaver.space()
        elif tag == "img":
            self._weaver.add("")
        elif self._is_italic(element):
            self._slanted[element] = True
            self._weaver.italics(True)

    def _end(self, element: "HtmlElement") -> None:
        if element.tag in BLOCKS:
            self._flush()
            self._change(element, -1)
            if element in self._notes.insides:
                self._note = None
        elif self._slanted.pop(element, False):
            self._weaver.italics(False)

    def _change(self, element: "HtmlElement", by: int) -> None:
        """Keep track of what the next text stands in."""
        tag = element.tag
        if tag in HEADINGS and "title" in element.get("class", "").split():
            return  # the title of the whole, as pandoc prints it
        if tag in HEADINGS:
            self._heading = int(tag[1]) if by > 0 else 0
        elif element.get("role") == "heading":
            level = element.get("aria-level", "2")
            self._heading = int(level) if by > 0 and level.isdecimal() and len(level) == 1 else 0
        elif tag == "blockquote":
            self._quotes += by
        elif tag in ("li", "dd"):
            self._items += by
        if is_container(element):
            self._apart += by

    def _is_italic(self, element: "HtmlElement") -> bool:
        if element.tag in _ITALIC_TAGS:
            return True
        if element.tag != "span":
            return False
        classes, style = element.get("class", ""), element.get("style", "")
        if "italic" in style or "oblique" in style:
            return True
        return bool(classes) and (
            not self._italics.isdisjoint(classes.split()) or bool(_ITALIC_NAME.search(classes))
        )

    def _flush(self) -> None:
        """End a block."""
        weaver = self._weaver
        if weaver.empty():
            return
        self._weaver = Weaver(self._line)
        if self._note is not None:
            _, texts = self._woven.setdefault(self._note, (weaver.line_of_text(), []))
            texts.append(weaver.text())
            return
        kind: BlockKind = "paragraph"
        if self._heading:
            kind = "heading"
        elif self._quotes:
            kind = "quotation"
        elif self._items:
            kind = "item"
        if self._apart and (kind == "heading" or not self._items) and _NOTES_TITLE.fullmatch(weaver.text()):
            return
        self._found.add(weaver, kind, self._heading)
