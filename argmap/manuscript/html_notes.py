"""Which links of web pages and electronic books call notes, and which elements are the notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.manuscript.containers import resolved

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Place = tuple[str, str]
"""A file and the id of an element in it."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_REFERENCE_CLASS = re.compile(
    r"(?:foot|end)?note-?(?:ref|reference|link|anchor|call)|fn-?ref|fnanchor|sd(?:foot|end)noteanc|_idfootnotelink"
    r"|_idendnotelink|enref|noteref",
    re.IGNORECASE,
)
_BACK_CLASS = re.compile(
    r"foot-?note-?back(?:ref|link)?|back-?link|reversefootnote|sd(?:foot|end)notesym|mw-cite-backlink"
    r"|_id(?:foot|end)noteanchor|fn-?backref",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\[(]?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§¶#]{1,4})\s*[\])]?[.:]?", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?[.:]?")
_BACK_SIGNS = re.compile(r"[\s↩↵↑⏎⤴^«←\ufe0e\ufe0f\[\]]*|(?:back|return|zurück)", re.IGNORECASE)
_ONE_NOTE = re.compile(r"(?:_?(?:ftn|edn|fn|en|sdfootnote|sdendnote|footnote|endnote|note)[-_:.]?\d+)", re.I)
_NOTE_CLASS = re.compile(r"(?:foot|end|rear)note|_id(?:Foot|End)note|note", re.IGNORECASE)
_CONTAINER_CLASS = re.compile(r"\b(?:foot|end|rear)?notes\b|_id(?:Foot|End)notes", re.IGNORECASE)


@dataclass
class Page:
    """One document of a page or book."""

    path: str
    root: "HtmlElement"
    first_line: int = 1
    """Where it begins, counting all documents before it."""


@dataclass
class NoteElement:
    """An element that is a note."""

    key: str
    page: Page
    elements: "list[HtmlElement]"
    number: int | None = None
    endnote: bool = False


@dataclass
class Notes:
    """Markers, notes and ways back of all documents."""

    markers: "dict[HtmlElement, str]" = field(default_factory=dict)
    """Link to key of the note."""
    notes: dict[str, NoteElement] = field(default_factory=dict)
    insides: "dict[HtmlElement, str]" = field(default_factory=dict)
    """Element to the note it is, or a part of."""
    backlinks: "set[HtmlElement]" = field(default_factory=set)


def kinds(element: "HtmlElement") -> str:
    """Give role and ``epub:type`` of an element, in lower case."""
    return f"{element.get('role', '')} {element.get('epub:type', '')}".lower()


def text_of(element: "HtmlElement") -> str:
    """Give the text in an element, at most a few dozen characters."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > 40:
            break
    return " ".join(text.split())


def find_notes(pages: Sequence[Page]) -> Notes:
    """Find notes and their markers in all documents."""
    return _Search(pages).run()


class _Search:
    """The links of all documents, judged in order."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.targets: dict[Place, tuple[Page, HtmlElement]] = {}
        self.found = Notes()
        self.called: set[Place] = set()
        """Ids of markers, and of what stands around them: links to these lead back."""
        self._keys: dict[int, str] = {}
        for page in pages:
            for element in page.root.iter():
                for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                    if name:
                        self.targets.setdefault((page.path, name), (page, element))

    def run(self) -> Notes:
        links = list(self._links())
        linked = {(place, self._near(page, link)) for page, link, place in links}
        for page, link, place in links:
            if place in self.called or _is_back(link):
                if _is_back(link) or _LABEL.fullmatch(text_of(link)) or _BACK_SIGNS.fullmatch(text_of(link)):
                    self.found.backlinks.add(link)
                continue
            if self._calls(page, link, place, linked):
                self._add(page, link, place)
        self._add_uncalled()
        self._add_following()
        return self.found

    def _links(self) -> "Iterator[tuple[Page, HtmlElement, Place]]":
        for page in self.pages:
            for link in page.root.iter("a"):
                path, mark, name = link.get("href", "").partition("#")
                target = (resolved(page.path, path) if path else page.path) if mark and name else None
                if target is not None:
                    yield page, link, (target, name)

    def _near(self, page: Page, link: "HtmlElement") -> int:
        """Tell which block a link stands in."""
        return id(_block_of(link))

    def _calls(self, page: Page, link: "HtmlElement", place: Place, linked: set[tuple[Place, int]]) -> bool:
        """Tell whether a link calls a note."""
        said = kinds(link)
        classes = f"{link.get('class', '')} {link.get('rel', '')}"
        if "noteref" in said or _REFERENCE_CLASS.search(classes):
            return True
        if not _LABEL.fullmatch(text_of(link)):
            return False
        if place not in self.targets:
            return _is_raised(link) and _NUMBER.fullmatch(text_of(link)) is not None
        block = _block_of(self.targets[place][1])
        if block is None or block.tag in HEADINGS or block is _block_of(link):
            return False
        if _is_raised(link):
            return True
        return any((own, id(block)) in linked for own in self._own_places(page, link))

    def _own_places(self, page: Page, link: "HtmlElement") -> Iterator[Place]:
        """Give the ids that a way back to a marker may name."""
        near = [link, *link.iterchildren()]
        parent = link.getparent()
        while parent is not None and parent.tag not in BLOCKS:
            near.append(parent)
            parent = parent.getparent()
        before = link.getprevious()
        if before is not None and before.tag in ("a", "span") and not text_of(before):
            near.append(before)
        for element in near:
            for name in (element.get("id"), element.get("name")):
                if name:
                    yield page.path, name

    def _add(self, page: Page, link: "HtmlElement", place: Place) -> None:
        key = self._note_key(place)
        self.found.markers[link] = key
        self.called.update(self._own_places(page, link))
        printed = _NUMBER.fullmatch(text_of(link))
        note = self.found.notes.get(key)
        if note is not None and note.number is None and printed:
            note.number = int(printed[1])

    def _note_key(self, place: Place) -> str:
        """Find the note at a place and give its key; a key without a note if nothing is there."""
        if place not in self.targets:
            return f"note:{place[1]}"
        page, target = self.targets[place]
        elements = _note_elements(target)
        if not elements:
            return f"note:{place[1]}"
        first = elements[0]
        if first in self.found.insides:
            return self.found.insides[first]
        key = f"note:{place[1]}"
        if key in self.found.notes:
            key = f"note:{place[0]}:{place[1]}"
        self._add_note(key, page, elements)
        return key

    def _add_note(self, key: str, page: Page, elements: "list[HtmlElement]") -> None:
        self.found.notes[key] = NoteElement(key, page, elements)
        for element in elements:
            self.found.insides[element] = key

    def _add_uncalled(self) -> None:
        """Add the elements that say that they are notes and that nothing calls."""
        for page in self.pages:
            for element in page.root.iter("aside", "li", "div", "p"):
                said = kinds(element).split()
                single = {"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"} & set(said)
                if single and not self._is_known(element):
                    key = f"note:{element.get('id') or f'uncalled-{len(self.found.notes) + 1}'}"
                    if key not in self.found.notes:
                        self._add_note(key, page, [element])

    def _is_known(self, element: "HtmlElement") -> bool:
        """Tell whether an element is, holds or is in a known note."""
        around = [element, *element.iterancestors(), *element.iterdescendants()]
        return any(one in self.found.insides for one in around)

    def _add_following(self) -> None:
        """Give each note of a container the paragraphs that follow it and are no notes."""
        for note in self.found.notes.values():
            last = note.elements[-1]
            parent = last.getparent()
            if last.tag not in ("p", "dt") or parent is None:
                continue
            inside = last.tag == "dt" or is_container(parent)
            following = last.getnext()
            while inside and following is not None and following.tag in ("p", "blockquote", "dd"):
                if following in self.found.insides:
                    break
                note.elements.append(following)
                self.found.insides[following] = note.key
                following = following.getnext()


def is_container(element: "HtmlElement") -> bool:
    """Tell whether an element holds nothing but notes."""
    said = set(kinds(element).split())
    if {"doc-endnotes", "footnotes", "endnotes", "rearnotes"} & said:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in ("div", "section", "aside", "ol", "ul", "dl", "footer") and bool(
        _CONTAINER_CLASS.search(named)
    )


def _is_back(link: "HtmlElement") -> bool:
    return "backlink" in kinds(link) or bool(_BACK_CLASS.search(link.get("class", "")))


def _is_raised(link: "HtmlElement") -> bool:
    """Tell whether a link is printed above the line or in square brackets."""
    if any(child.tag == "sup" for child in link.iterdescendants("sup")):
        return True
    if re.fullmatch(r"\[\w{1,4}\]", text_of(link)) or "super" in link.get("style", ""):
        return True
    for around in link.iterancestors():
        if around.tag in BLOCKS:
            return False
        if around.tag == "sup" or "super" in f"{around.get('style', '')}{around.get('class', '')}":
            return True
    return False


def _block_of(element: "HtmlElement") -> "HtmlElement | None":
    """Give the block that an element is or stands in."""
    if element.tag in BLOCKS:
        return element
    return next((e for e in element.iterancestors() if e.tag in BLOCKS), None)


def _note_elements(target: "HtmlElement") -> "list[HtmlElement]":
    """Give the whole note whose id or anchor is ``target``; nothing if it is no note."""
    block = _block_of(target)
    if block is None or block.tag in ("body", "html", "section", "article", "main", "ol", "ul", *HEADINGS):
        return []
    if block.tag in ("td", "th"):
        row = next((e for e in block.iterancestors("tr")), block)
        return [row]
    for around in block.iterancestors():
        if not _is_one_note(around):
            break
        block = around
    return [block]


def _is_one_note(element: "HtmlElement") -> bool:
    """Tell whether an element around a note's paragraph is that note as a whole."""
    if element.tag in ("li", "dd"):
        return True
    if element.tag not in ("aside", "div"):
        return False
    if {"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"} & set(kinds(element).split()):
        return True
    classes = element.get("class", "").split()
    return bool(_ONE_NOTE.fullmatch(element.get("id", ""))) or any(map(_NOTE_CLASS.fullmatch, classes))
