"""Discussions exported from Kialo as text, in the older and the present layout; in.

The older layout has a claim a line, ``1.1. Pro: …``, further lines belonging to it. The present one
has the number and stance on a line of their own, the text on the next, indented, and the sources of
the whole discussion at the end.
"""

import re
from dataclasses import dataclass, field

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.naming import name_by_words
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown

_TITLE = re.compile(r"\s*Discussion (?:Title|Name):[ \t]*(.*)")
_CLAIM = re.compile(r"\s*((?:\d+\.)+)(?:[ \t]+(Pro|Con):?(?=\s|$))?(?:[ \t]+(.*))?$")
_LISTED = re.compile(r"\s*\d+\.\s")
_SEE = re.compile(r"-> ?See (?:discussion\b|((?:\d+\.)+\d*))")
_SOURCES = re.compile(r"\s*(?:Sources|References):\s*$")
_SOURCE = re.compile(r"\s*\[(\d+)\][ \t]*(.*)")
_MARK = re.compile(r"[ \t]*\[(\d+)\](?!\()")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)\)")
_ESCAPED = re.compile(r"\\([\[\]()*_~`#>+.!\\-])")


@dataclass(slots=True)
class _Entry:
    number: str
    stance: str
    lines: list[str] = field(default_factory=list)

    @property
    def parent(self) -> str:
        """The number of the claim above."""
        return self.number[:-1].rpartition(".")[0] + "." if self.number.count(".") > 1 else ""


def likely(content: Content) -> float:
    """Tell by the first line, or by numbered lines with Pro and Con."""
    head = content.head
    if not head or head[0] in "{[<":
        return 0
    if _TITLE.match(head):
        return 1.0
    found = re.findall(r"^\s*\d+\.\d+\.(?:\d+\.)* (?:Pro|Con):", head, re.MULTILINE)
    return 0.9 if len(found) > 1 else 0.6 if found else 0


@importer("kialo", "Kialo discussion (text export, both layouts)", (".txt",), likely)
def read(content: Content) -> Imported:
    """Read a discussion."""
    reader = _Reader()
    reader.read(content.text)
    if not reader.entries:
        raise UnreadableError(f"'{shown(content.name)}' holds no numbered claim of a Kialo discussion")
    return reader.build()


class _Reader:
    def __init__(self) -> None:
        self.entries: dict[str, _Entry] = {}
        self._builder = MapBuilder()
        self._loss = self._builder.loss
        self._title = ""
        self._sources: dict[str, list[str]] = {}
        self._before: list[str] = []

    def read(self, text: str) -> None:
        lines = text.split("\n")
        end = next((i for i in range(len(lines) - 1, -1, -1) if _SOURCES.fullmatch(lines[i])), len(lines))
        if not any(_SOURCE.match(line) for line in lines[end + 1 :]):
            end = len(lines)
        entry: _Entry | None = None
        for line in lines[:end]:
            found = _CLAIM.fullmatch(line)
            if not self.entries and self._title == "" and (title := _TITLE.match(line)):
                self._title = one_line(title[1])
            elif found is not None and self._follows(found, entry):
                entry = self._begin(found)
            elif entry is not None:
                entry.lines.append(line)
            elif line.strip():
                self._before.append(line.strip())
        source = ""
        for line in lines[end + 1 :]:
            if mark := _SOURCE.match(line):
                source = mark[1]
                self._sources.setdefault(source, []).append(mark[2].strip())
            elif line.strip() and source:
                self._sources[source].append(line.strip())

    def _follows(self, found: "re.Match[str]", entry: _Entry | None) -> bool:
        """Whether a numbered line begins a claim, rather than being a list inside one."""
        if found[2] is not None:
            return True
        number = found[1]
        if number.count(".") == 1:  # a thesis, or the entry of a numbered list in a text
            theses = sum(e.count(".") == 1 for e in self.entries)
            return int(number[:-1] or 0) == theses + 1 and (entry is None or self._is_at_rest(entry))
        return number not in self.entries and f"{number[:-1].rpartition('.')[0]}." in self.entries

    def _is_at_rest(self, entry: _Entry) -> bool:
        """Whether a text seems to have come to its end: nothing, an empty line, or no list stands last."""
        if not entry.lines or not entry.lines[-1].strip():
            return True
        return len(self.entries) > 1 and _LISTED.match(entry.lines[-1]) is None

    def _begin(self, found: "re.Match[str]") -> _Entry:
        entry = _Entry(found[1], (found[2] or "").lower(), [found[3] or ""])
        if entry.number in self.entries:
            self._loss.drop("claim", entry.number, "its number is taken; the first under it was kept")
        else:
            self.entries[entry.number] = entry
        return entry

    def build(self) -> Imported:
        builder = self._builder
        if self._before:
            self._loss.drop("introduction", "", shown(" ".join(self._before), 200))
        if "1." not in self.entries and any(e.parent == "1." for e in self.entries.values()):
            self.entries = {"1.": _Entry("1.", "", [self._title]), **self.entries}
            self._loss.change("thesis", "1.", "it is not among the claims: the title stands for it")
        see: dict[str, str] = {}
        for entry in self.entries.values():
            said = "\n".join(entry.lines).strip()
            if (link := _SEE.match(said)) is not None:
                see[entry.number] = f"{(link[1] or '').rstrip('.')}." if link[1] else ""
                self._tell_link(entry, link)
            else:
                self._claim(entry, said)
        for number, lines in self._sources.items():
            self._source(number, lines)
        for entry in self.entries.values():
            self._step(entry, see)
        return builder.build(self._title)

    def _tell_link(self, entry: _Entry, link: "re.Match[str]") -> None:
        if not link[1]:
            self._loss.drop("link", entry.number, "it leads to another discussion")

    def _claim(self, entry: _Entry, said: str) -> None:
        marks = list(dict.fromkeys(_MARK.findall(said))) if self._sources else []
        cited = [mark for mark in marks if mark in self._sources]
        text = _MARK.sub("", said) if cited else said
        links = [url for _, url in _LINK.findall(text)]
        text = _ESCAPED.sub(r"\1", _LINK.sub(lambda m: m[1] or m[2], text))
        remarks = []
        if links:
            remarks.append(f"Links: {' '.join(links)}")
            self._loss.change("link", entry.number, "the address is kept in the remark")
        if "\n" in text.strip():
            self._loss.change("claim", entry.number, "its lines are joined")
        name_by_words(self._builder, entry.number, text)
        self._builder.claim(entry.number, text, remark=" ".join(remarks) or None)
        for mark in cited:
            self._cited(entry.number, mark)

    def _cited(self, number: str, mark: str) -> None:
        """A source marked in a claim is evidence for it, with what the export quotes of it."""
        key = f"source {mark} in {number}"
        lines = self._sources[mark]
        quoted = one_line(" ".join(lines[1:]))
        shows = quoted or f"Cited for this claim: {lines[0] or 'a source without address'}"
        self._builder.evidence(key, shows, source=f"source-{mark}")
        self._builder.step(key, number, [key], type="citation")

    def _source(self, number: str, lines: list[str]) -> None:
        address = next((word for word in lines[0].split() if "://" in word), "")
        item = {"type": "webpage", "title": one_line(lines[0]) or f"Source {number}"}
        self._builder.source(f"source-{number}", item | ({"URL": address} if address else {}))

    def _step(self, entry: _Entry, see: dict[str, str]) -> None:
        if not entry.parent:
            return
        parent = entry.parent
        hops = 0
        while parent and parent not in self._builder and hops < 1_000:
            above = see.get(parent)
            if above is None:
                above = self.entries[parent].parent if parent in self.entries else _above(parent)
            parent, hops = above, hops + 1
        if parent != entry.parent and entry.parent not in see:
            self._loss.change(
                "claim", entry.number, f"there is no {entry.parent}; it stands under {parent or 'nothing'}"
            )
        source = see.get(entry.number, entry.number)
        if not source:
            return
        if entry.number in see and source not in self._builder:
            self._loss.drop("link", entry.number, f"there is no claim {source}")
            return
        if not parent:
            return
        if entry.stance == "":
            self._loss.change("claim", entry.number, "neither Pro nor Con; read as Pro")
        self._builder.step(f"{entry.number} to {parent}", parent, [source], against=entry.stance == "con")


def _above(number: str) -> str:
    return number[:-1].rpartition(".")[0] + "." if number.count(".") > 1 else ""
