"""The manuscript's own list of works: lines to entries, authors inherited where a line prints none.

A heading that ends with a colon (an archive, an institute, a series) is the author of the lines below it
that name none; a line that begins with its title goes on with the author of the entry before, as does one
that begins with a dash.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.manuscript.citations.imprint import author_date
from argmap.manuscript.citations.parse import DOCUMENT, ParsedCitation, is_body, parse_citation
from argmap.manuscript.dates import find_dates
from argmap.manuscript.document import ListedLine

_DASH = re.compile(r"^(?:[-–—_]{2,}|[—―]+|ders\.,?|dies\.,?|idem,?)[.,:]?\s*", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-•*–]|\[?\d{1,3}[\].)])\s+(?=\S)")
_MARKED = re.compile(r"^[*“\"„«]")
_TITLE = re.compile(r"\*[^*]+\*|[“\"„«][^”\"“»]+[”\"“»]")
_TERMINAL = re.compile(r"[.!?)>]\W*$")
_NAME = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){0,3},\s+[A-Z(]")
_PHRASE = re.compile(r"\b(?:by|from|to|on|between|of the meeting|about)\b", re.IGNORECASE)
_IMPRINT = re.compile(r"[^\W\d_][\w .,&]*:\s+[^:]+,?\s+\d{4}\b")


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One work of the bibliography."""

    line: int
    text: str
    """As printed, broken lines joined."""
    citation: ParsedCitation
    """Its fields, with the inherited author."""
    group: tuple[str, ...] = ()
    """Headings above it, outermost first."""
    inherited: str | None = None
    """The author it does not print itself."""


def read_bibliography(lines: Sequence[ListedLine]) -> list[ListedEntry]:
    """Read the lines of a bibliography into entries.

    Args:
        lines: The lines below the heading, as the manuscript's reader found them.
    """
    reader = _Reader()
    for line in _joined(lines):
        reader.take(line)
    return reader.entries


class _Reader:
    """Goes down the lines with the headings and the author that hold for them."""

    def __init__(self) -> None:
        self.entries: list[ListedEntry] = []
        self.group: tuple[str, ...] = ()
        self.heading: str | None = None
        self.container = ""
        self.author: str | None = None

    def take(self, line: ListedLine) -> None:
        text = line.text
        if _is_heir_heading(text):
            self._open(text)
            return
        if _is_heading(line):
            self.group = (text,)
            self.heading = self.author = None
            self.container = ""
            return
        self.entries.append(self._entry(line))

    def _open(self, text: str) -> None:
        """Take a heading whose lines inherit from it: an institution, perhaps with a series."""
        parsed = parse_citation(text.rstrip(": "))
        self.heading = parsed.author or text.rstrip(": ")
        self.container = parsed.title if parsed.marked else ""
        self.group = (*self.group[:1], text.rstrip(": "))
        self.author = None

    def _entry(self, line: ListedLine) -> ListedEntry:
        text = line.text
        dash = _DASH.match(text)
        body = text[dash.end() :] if dash else text
        dated = author_date(body) if not _TITLE.search(body) else None
        own = None if dash or _MARKED.match(body) else dated[0] if dated else _own_author(body)
        heir = self._inherited(body, bool(dash)) if own is None else None
        parsed = parse_citation(body)
        if not parsed.marked and dated is None:
            whole = f"{parsed.author}, {parsed.title}".strip(", ")
            if own is None:
                parsed = replace(parsed, title=whole, author="")
            elif whole.startswith(own):
                parsed = replace(parsed, title=whole[len(own) :].strip(" ,.") or whole, author=own)
        if heir:
            parsed = replace(parsed, author=heir)
            if self.container and self.heading == heir and not parsed.container:
                parsed = replace(parsed, container=self.container)
        if own is not None:
            self.author = parsed.author or own
            if _TITLE.search(body):
                self.heading, self.container = None, ""
        elif self.heading is None and not heir:
            self.author = None
        if not parsed.marked and own is None:
            parsed = replace(parsed, title=_plain_title(body, parsed))
        return ListedEntry(line.line, text, parsed, self.group, heir)

    def _inherited(self, body: str, dashed: bool) -> str | None:
        if self.heading is not None:
            return self.heading
        if dashed or _MARKED.match(body) or _IMPRINT.search(body):
            return self.author
        return None


def _plain_title(body: str, parsed: ParsedCitation) -> str:
    """Cut the imprint off a title that nothing marks."""
    if parsed.place and parsed.publisher:
        at = body.find(f"{parsed.place}:")
        if at > 0:
            return re.sub(r",?\s*(?:Vol\.?\s*\w+)?\W*$", "", body[:at]).strip(" ,.") or body[:at].strip(" ,.")
    return parsed.title


def _own_author(text: str) -> str | None:
    """Tell who a line names as its author, or None where it begins with the title."""
    title = _TITLE.search(text)
    if title:
        before = text[: title.start()].strip(" ,.")
        return before if before and not DOCUMENT.match(before) else None
    first, _, rest = text.partition(",")
    if re.match(r"^[A-Z]{3,}$", first.strip()) and rest:
        return first
    if is_body(first) and not _PHRASE.search(first) and rest and len(first.split()) <= 12:
        return first
    if _NAME.match(text) and not find_dates(rest.split(",")[0]) and _is_short_name(first, rest):
        return ",".join(text.split(",")[:2])
    return None


def _is_short_name(first: str, rest: str) -> bool:
    given = rest.split(",")[0].split()
    return len(first.split()) <= 2 and 1 <= len(given) <= 3 and all(w[0].isupper() for w in given)


def _is_heir_heading(text: str) -> bool:
    return text.rstrip().endswith(":") and len(text) < 160


def _is_heading(line: ListedLine) -> bool:
    text = line.text.strip()
    if re.search(r"\d", text) or _TITLE.search(text):
        return False
    plain = len(text.split()) <= 9 and "," not in text and not text.endswith(".")
    return plain and (line.heading or text[:1].isupper())


def _joined(lines: Sequence[ListedLine]) -> list[ListedLine]:
    """Join entries that a page end broke, and addresses of pages that stand on lines of their own."""
    whole: list[ListedLine] = []
    for raw in lines:
        line = ListedLine(_BULLET.sub("", raw.text), raw.line, raw.heading)
        if whole and _goes_on(whole[-1].text, line.text):
            last = whole[-1]
            text = f"{last.text} {line.text}".replace("* *", " ")
            whole[-1] = ListedLine(_mended(text), last.line, heading=False)
        else:
            whole.append(line)
    return whole


def _mended(text: str) -> str:
    """Move a closing asterisk behind words that a page end cut off from their italics."""
    return re.sub(r"(\*[^*]+)\*\s([^*,]+),", r"\1 \2*,", text, count=1) if text.count("*") == 2 else text


def _goes_on(before: str, text: str) -> bool:
    if re.match(r"<?https?://", text):
        return True
    if _TERMINAL.search(before) or before.rstrip().endswith(":"):
        return False
    if before.count("*") % 2 or (before.endswith("*") and not _MARKED.match(text)):
        return True
    if not _TITLE.search(before) or find_dates(_TITLE.sub("", before)):
        return False
    return (not _TITLE.search(text) and not _NAME.match(text)) or text[:1].islower()
