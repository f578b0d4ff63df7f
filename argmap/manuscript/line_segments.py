"""The lines of a plain text in paragraphs, notes and entries of its bibliography.

Lines broken by hand or program are put together. A line that begins with a number may be a note or may
go on the paragraph above it: it opens a segment that is marked as loose, and is put back if no note.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from statistics import quantiles

from argmap.manuscript.numerals import STYLES, SUPERSCRIPT
from argmap.manuscript.parts import BIBLIOGRAPHY

WRAPPED = 130
"""Longest line, but for one in fifty, of a text whose lines are broken by hand or program."""

ITEM = re.compile(r"\s*(?:[-–•+*]\s+(?:[a-z]\)\s)?|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)(?=\S)")
_CONTENTS = re.compile(r"(?:\t|(?<!\.)\.{3,}|…)\s*(?:\d{1,4}|[ivxl]{1,8})$")
WORD = re.compile(r"[^\W\d_]+")
_ENTRY = re.compile(
    r"[-–—―_]{2,}|[—―]|\[?\d{1,3}[\].)]\s|[•*“\"„]|[^\W\d_][\w'’-]*(?:\s[\w'’.-]+){0,3},\s|[A-Z]{3,}\b"
)
_HYPHEN = re.compile(rf"-(?:[^\w-]|[\d{SUPERSCRIPT}])*?(?:\n|\Z)")
"""The last one before the end of a line, or before a note's marker there."""
_ENTRY_END = re.compile(r"[.)>\]”\"*\d:]$")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s]*")

_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"[.!?;:,]$")
_OFTEN = 3
"""Pages on which a running head repeats, at the least."""


class Segment:
    """A paragraph or line of the file."""

    __slots__ = ("_pieces", "length", "line", "loose", "starts")

    def __init__(self, text: str, line: int, *, loose: bool = False) -> None:
        self._pieces = [text]
        self.length = len(text)
        self.line = line
        self.starts: list[tuple[int, int]] = []
        self.loose = loose
        """Whether it may go on the segment before it."""

    @property
    def text(self) -> str:
        """The whole, in one line."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    def add(self, text: str, line: int, words: Counter[str]) -> None:
        """Go on in another line; a word broken at the line's end is joined."""
        last = self._pieces[-1]
        glue = joint(last, text, words)
        if glue == "":
            self._pieces[-1] = last[:-1]
            self.length -= 1
        elif glue == "-":
            glue = ""
        self.starts.append((self.length + len(glue), line))
        self._pieces.append(glue + text)
        self.length += len(glue) + len(text)

    def take(self, other: "Segment", words: Counter[str]) -> None:
        """Go on with a whole segment."""
        before = len(self.starts)
        self.add(other.text, other.line, words)
        shift = self.starts[before][0]
        self.starts.extend((start + shift, line) for start, line in other.starts)


def contents_entry(text: str) -> re.Match[str] | None:
    """Find what stands behind a title in a table of contents: leaders and the number of a page.

    Examples:
        >>> contents_entry("The harvest ..... 12").start(), contents_entry("The harvest of 12")
        (12, None)
    """
    last = text[-1:]  # most lines of a text end otherwise
    return _CONTENTS.search(text) if last.isdecimal() or last in "ivxl\n" else None


def joint(left: str, right: str, words: Counter[str]) -> str:
    """Tell what joins two lines: a space, a hyphen that stays, or nothing (then the hyphen goes)."""
    if not left.endswith("-") or not right[:1].islower() or not left[-2:-1].isalpha():
        return " "
    head, tail = WORD.findall(left[-60:])[-1], WORD.match(right)
    whole = head + tail[0] if tail else ""
    return "" if whole in words or words[head] < 2 else "-"


def cut_lines(text: str) -> tuple[list[Segment], Counter[str]]:
    """Cut a text into segments; also give its words with their counts, if any is broken at a line's end."""
    lines = _without_page_furniture(text.split("\n"))
    words = Counter(WORD.findall(text) if _HYPHEN.search(text) else ())
    heads = [i for i, line in enumerate(lines) if len(line) < 80 and BIBLIOGRAPHY.fullmatch(line.strip())]
    full = [len(line) for line in lines if line.strip()]
    wrapped = len(full) < 2 or quantiles(full, n=50)[-1] <= WRAPPED
    if not heads or not wrapped:
        return _segments(lines, 0, words, wrapped=wrapped), words
    stop = heads[-1] + 1
    return _segments(lines[:stop], 0, words, wrapped=True) + _entries(lines[stop:], stop, words), words


def _without_page_furniture(lines: list[str]) -> list[str]:
    """Blank page numbers and running heads at the ends of pages, where form feeds part these."""
    breaks = [i for i, line in enumerate(lines) if "\f" in line]
    edges: dict[int, str] = {}
    for place in breaks:
        above = next((i for i in range(place - 1, max(-1, place - 4), -1) if lines[i].strip()), None)
        below = next((i for i in range(place, min(len(lines), place + 3)) if lines[i].strip()), None)
        edges |= {i: lines[i].strip() for i in (above, below) if i is not None}
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if breaks and first is not None and _DIGITS.search(lines[first]):
        edges[first] = lines[first].strip()
    heads = Counter(_DIGITS.sub("", text).strip() for text in edges.values())
    for i, text in edges.items():
        if _PAGE_NUMBER.fullmatch(text) or (
            heads[_DIGITS.sub("", text).strip()] >= _OFTEN and len(text) < 80 and not _ENDING.search(text)
        ):
            lines[i] = "\f" * lines[i].count("\f")
    return lines


def _segments(lines: Sequence[str], above: int, words: Counter[str], *, wrapped: bool) -> list[Segment]:
    """Put lines into paragraphs and notes; a note goes on in the lines right below it."""
    segments: list[Segment] = []
    is_open = in_note = False
    for i, raw in enumerate(lines, above + 1):
        line = raw.replace("\f", " ").strip()
        if not line:
            is_open = in_note = False
            continue
        opens = any(style.opening(line) for style in STYLES[:3])
        glued = STYLES[3].opening(line) is not None
        turns = "\f" in raw and wrapped
        item = ITEM.match(line) is not None or contents_entry(line) is not None
        alone = opens or glued or turns or item
        if (in_note and not (opens or glued or turns)) or (wrapped and is_open and not alone):
            segments[-1].add(line, i, words)
        else:
            segments.append(Segment(line, i, loose=wrapped and is_open and not item))
            in_note = opens and not STYLES[0].markers(line)[1:]
        is_open = True
    return segments


def put_back(segments: list[Segment], notes: Collection[int], words: Counter[str]) -> list[Segment] | None:
    """Put loose segments that are no notes back behind the text above; None if there are none."""
    kept: list[Segment] = []
    text_above = False
    for i, segment in enumerate(segments):
        if segment.loose and i not in notes and text_above:
            kept[-1].take(segment, words)
        else:
            kept.append(segment)
            text_above = i not in notes
    return kept if len(kept) < len(segments) else None


def _entries(lines: Sequence[str], above: int, words: Counter[str]) -> list[Segment]:
    """Put the lines of a bibliography into entries: by hanging indents, else by how lines begin and end."""
    indents = [_indent(line) for line in lines if line.strip()]
    hanging = bool(indents) and indents[0] == min(indents) < max(indents)
    entries: list[Segment] = []
    is_open = False
    before = ""
    for i, raw in enumerate(lines, above + 1):
        line = raw.replace("\f", " ").strip()
        if not line:
            is_open = is_open and "\f" in raw
            continue
        begins = not is_open or (
            _indent(raw) == indents[0]
            if hanging
            else _ENTRY.match(line) is not None and _ENTRY_END.search(before) is not None
        )
        if begins:
            entries.append(Segment(line, i))
        else:
            entries[-1].add(line, i, words)
        is_open, before = True, line
    return entries


def _indent(line: str) -> int:
    plain = line.replace("\f", "").expandtabs(4)
    return len(plain) - len(plain.lstrip())
