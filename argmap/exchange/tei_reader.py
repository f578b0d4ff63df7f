"""Notes, bibliographic entries, pointers and quotations of a TEI text as evidence and sources."""

import re
from typing import TYPE_CHECKING, Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.tei_bibliography import ENTRIES, item_of
from argmap.exchange.tei_text import above, first, id_of, inside, local, pointed, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = re.compile(r"[0-9]+[a-z]?")
_PLACE = re.compile(r"[\s,:;(]*(pp?\.\s*\d[\d\s,–-]*\d|pp?\.\s*\d+|[fl]{1,2}\.\s*\d[\d–-]*|\d+[–-]\d+)")
_PAGES = ("page", "pages", "pp")
_PAGE = re.compile(r"\A(?:pp?|pag|p\u00e1g|S)\b\.?\s*")
_POINTERS = ("target", "corresp", "sameAs", "source", "ref")
PART = "text"
"""The part of the manuscript that notes are counted under."""

Cited = tuple[str, Any]
"""Foreign id of a source, and where in it."""


class TeiReader:
    """Turns one TEI document into records of a builder."""

    def __init__(self, root: "_Element", builder: MapBuilder) -> None:
        """Begin.

        Args:
            root: The document.
            builder: Takes the records.
        """
        self.root = root
        self.builder = builder
        self.loss = builder.loss
        self._sources: dict[str, str] = {}
        self._by_words: dict[str, str] = {}
        self._by_element: dict[_Element, str] = {}
        self._used: set[_Element] = set()
        self._notes: dict[str, int] = {}
        self._notes_by_id = {id_of(note): note for note in inside(root, "note") if id_of(note)}
        self._count = 0

    def read(self) -> None:
        """Read sources first, then quotations, then the notes that quote nothing."""
        entries = [each for each in inside(self.root, *ENTRIES) if self._is_entry(each)]
        for entry in entries:
            self._source(entry)
        for quote in list(inside(self.root, "quote", "q")):
            if self._in_text(quote) and above(quote, "quote", "q", "bibl", "biblStruct") is None:
                self._quotation(quote)
        for note in list(inside(self.root, "note")):
            if self._in_text(note) and note not in self._used and above(note, *ENTRIES) is None:
                self._note(note)
        for pointer in inside(self.root, "ref", "ptr"):
            if pointer not in self._used and any(p in self._sources for p in pointed(pointer, "target")):
                self.loss.drop("ref", words(pointer) or id_of(pointer), "a pointer in running text")
        if self._notes:
            count = max(self._notes.values())
            self.builder.settings["parts"] = {PART: {"title": "Text", "notes": count}}

    def _in_text(self, element: "_Element") -> bool:
        return above(element, "teiHeader") is None

    def _is_entry(self, element: "_Element") -> bool:
        """Tell an entry that describes a work from one inside another, and from a mere pointer."""
        if above(element, *ENTRIES, "teiHeader") is not None:
            return False
        return not (self._pointers(element) and first(element, "title", "author") is None)

    def _pointers(self, element: "_Element") -> list[str]:
        found = pointed(element, *_POINTERS)
        for link in inside(element, "ref", "ptr"):
            found += pointed(link, "target")
        return found

    def _source(self, entry: "_Element") -> None:
        if work := _elsewhere(entry):
            self._work_elsewhere(entry, work)
            return
        item = item_of(entry)
        told = words(entry)
        if not (told or item.get("title")):
            self.loss.drop("bibl", id_of(entry), "it is empty")
            return
        own = id_of(entry)
        known = self._by_words.get(told) if not own and first(entry, "title") is not None else None
        if known is None:
            self._count += 1
            known = own or f"bibl-{self._count}"
            if not own:
                self.builder.ids.given[known] = self.builder.ids.free(_wish(item, known))
            self.builder.source(known, item)
            self._by_words.setdefault(told, known)
        if own:
            self._sources[own] = known
        self._by_element[entry] = known

    def _work_elsewhere(self, entry: "_Element", work: str) -> None:
        """Take a work that another file describes: its pointer is its name."""
        if self.builder.kind_of(work) is None:
            self.loss.change("bibl", work, "the work is described in another file: its pointer is its title")
            self.builder.source(work, {"type": "document", "title": _said(entry) or work})
        self._by_element[entry] = work

    def _cited(self, element: "_Element") -> list[Cited]:
        """Give what is cited inside an element, each source once, with the place in it."""
        found: dict[str, Any] = {}
        for each in element.iter():
            name = local(each)
            if each in self._by_element:
                found.setdefault(self._by_element[each], _place(each))
            elif name in (*ENTRIES, "ref", "ptr"):
                for target in pointed(each, *_POINTERS):
                    if target in self._sources:
                        self._used.add(each)
                        holder = above(each, *ENTRIES)
                        place = _place(each) or (_place(holder) if holder is not None else None)
                        found.setdefault(self._sources[target], place)
        return list(found.items())

    def _quotation(self, quote: "_Element") -> None:
        exact = words(quote)
        if not exact:
            return
        cited, note = self._source_of(quote)
        if local(quote) == "q" and not cited:
            self.loss.drop("q", exact, "speech or a quoted word, and nothing says from where")
            return
        if note is not None:
            self._used.add(note)
        fields: dict[str, Any] = {"quote": {"exact": exact}}
        if note is not None and (number := self._number(note)):
            fields["cited"] = [number]
        key = id_of(quote) or f"quote-{self._next()}"
        self._evidence(key, exact, cited[:1], fields)
        self.loss.change("quote", key, "what it shows is not said: its own words stand for it")
        for other, _ in cited[1:]:
            self.loss.drop("quote.source", key, f"a second source is cited for it: {other}")

    def _source_of(self, quote: "_Element") -> "tuple[list[Cited], _Element | None]":
        """Find what a quotation is from: its own pointer, its ``cit``, a note after it, a note around it."""
        own = [(self._sources[p], None) for p in pointed(quote, "source", "corresp") if p in self._sources]
        if own:
            return [*own], None
        holder = above(quote, "cit", "epigraph")
        if holder is not None and (cited := self._cited(holder)):
            return cited, above(quote, "note")
        after = quote.getnext()
        if holder is not None and after is None:
            after = holder.getnext()
        if after is not None and not (quote.tail or "").strip(" \n\t.,;:”\"'»)"):
            note = self._note_at(after)
            if note is not None:
                return self._cited(note), note
            if local(after) in (*ENTRIES, "ref", "ptr") and (cited := self._cited(after)):
                return cited, above(quote, "note")
        around = above(quote, "note")
        return (self._cited(around), around) if around is not None else ([], None)

    def _note_at(self, element: "_Element") -> "_Element | None":
        """Give the note that stands at a place, or that a pointer there leads to."""
        if local(element) == "note":
            return element
        if local(element) in ("ref", "ptr"):
            found = (self._notes_by_id.get(target) for target in pointed(element, "target"))
            return next((note for note in found if note is not None), None)
        return None

    def _note(self, note: "_Element") -> None:
        said = words(note)
        if not said:
            self.loss.drop("note", id_of(note), "it is empty")
            return
        cited = self._cited(note)
        number = self._number(note)
        key = id_of(note) or f"note-{note.get('n') or self._next()}"
        fields = {"cited": [number]} if number else {}
        if not cited:
            self.loss.change("note", key, "it cites nothing that is marked: evidence without a source")
        self._evidence(key, said, cited[:1], fields)
        for i, each in enumerate(cited[1:], 2):
            self._evidence(f"{key}-{i}", said, [each], fields)
        if len(cited) > 1:
            self.loss.change("note", key, f"it cites {len(cited)} works: one piece of evidence for each")

    def _number(self, note: "_Element") -> str | None:
        """Give a note's place in the manuscript, where it has a number of its own."""
        number = (note.get("n") or "").strip()
        if not _NUMBER.fullmatch(number) or len(number) > 6:
            return None
        self._notes[number] = int(re.sub(r"\D", "", number))
        return f"{PART}.{number}"

    def _evidence(self, key: str, shows: str, cited: list[Cited], fields: dict[str, Any]) -> None:
        given = dict(fields)
        if cited:
            given["source"], given["locator"] = cited[0]
        unique, number = key, 2
        while self.builder.kind_of(unique) is not None:
            unique, number = f"{key}-{number}", number + 1
        self.builder.evidence(unique, shows, **given)

    def _next(self) -> int:
        self._count += 1
        return self._count


def _elsewhere(entry: "_Element") -> str:
    """Give the pointer of an entry that only points to a work outside the file; empty for others."""
    if first(entry, "title", "author", "editor") is not None:
        return ""
    targets = [(link.get("target") or "").split() for link in inside(entry, "ptr", "ref")]
    outside = [target for each in targets for target in each if not target.startswith("#")]
    links = " ".join(words(link) for link in inside(entry, "ref"))
    return outside[0] if outside and _said(entry) in ("", links) else ""


def _said(entry: "_Element") -> str:
    """Give the words of an entry without the place that it cites."""
    said = words(entry)
    for cited in inside(entry, "citedRange"):
        said = said.replace(words(cited), "")
    return said.strip(" ,.;:")


def _place(entry: "_Element") -> Any:  # a locator as authors write it
    """Give where in a work something is cited: a cited range, or a page number that follows."""
    places = [_cited_range(each) for each in inside(entry, "citedRange") if above(each, "citedRange") is None]
    told = [place for place in places if place[1]]
    if len(told) == 1 and told[0][0] in _PAGES:
        return {"page": _PAGE.sub("", told[0][1])}
    if told:
        return ", ".join(said if unit in _PAGES else f"{unit} {said}".strip() for unit, said in told)
    follows = _PLACE.match(entry.tail or "")
    return " ".join(follows[1].split()) if follows else None


def _cited_range(cited: "_Element") -> tuple[str, str]:
    said = words(cited) or "–".join(filter(None, (cited.get("from"), cited.get("to"))))
    return (cited.get("unit") or "").lower(), said


def _wish(item: dict[str, Any], key: str) -> str:
    """Make words for an id: first family name and year, or the title."""
    from argmap.exchange.ids import slug

    people = item.get("author") or item.get("editor") or [{}]
    who = people[0].get("family") or people[0].get("literal") or ""
    issued = item.get("issued", {})
    year = str(issued.get("date-parts", [[""]])[0][0]) or str(issued.get("raw", ""))[:4]
    return slug(f"{who} {year}" if who else str(item.get("title", "")), 40) or key
