"""Paragraphs again from the lines of a PDF, across lines and pages."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from argmap.manuscript.pdf_lines import HYPHEN, Line, Span
from argmap.manuscript.pdf_notes import NUMBERS, FoundNote, Sorted
from argmap.manuscript.reading import Block, BlockKind
from argmap.manuscript.weaving import Gathering, Weaver

_TERMINAL = re.compile(r"[.!?:;…][\"”’'»)\]*\d\s]*$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENED = re.compile(rf"([^\W\d_]+)[-\u2010\xad{HYPHEN}]\s*$")
_CHAPTER = re.compile(r"(?:chapter|part|kapitel|teil|chapitre|cap[íi]tulo)\s+\w+", re.IGNORECASE)
_BASE = re.compile(r"(?:\d|\b[kcdm]?m|\bft|\bmi)\s?$")
_ITEM = re.compile(r"(?:[•▪◦‣–]|\(?(?:\d{1,2}|[a-z])[.)])\s")


class Vocabulary:
    """The document's own words, to tell hyphens of words from those of line ends."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        for text in texts:
            self._words.update(word.casefold() for word in _WORDS.findall(text))

    def joined(self, before: str, after: str) -> bool:
        """Tell whether two halves at a line end are one word without a hyphen."""
        first, second = before.casefold(), after.casefold()
        if not after[:1].islower():
            return False
        return first + second in self._words or f"{first}-{second}" not in self._words


def weave(
    lines: list[list[Span]], weaver: Weaver, vocabulary: Vocabulary, call: Callable[[Span], bool]
) -> None:
    """Weave lines into one text.

    Args:
        lines: Spans of each line.
        weaver: Takes the text.
        vocabulary: Decides about hyphens.
        call: Puts a marker if a span is one, and says so.
    """
    for i, spans in enumerate(lines):
        following = lines[i + 1][0].text if i + 1 < len(lines) and lines[i + 1] else ""
        for k, span in enumerate(spans):
            if call(span):
                continue
            text, joins = span.text, False
            if k == len(spans) - 1:
                text, joins = _line_end(text, following, vocabulary)
            weaver.italics(span.italic)
            weaver.add(text.replace(HYPHEN, "-").replace("\n", " "))
            if span.italic:
                weaver.italics(False)
            if k == len(spans) - 1 and not joins:
                weaver.space()


def _line_end(text: str, following: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    """Settle the hyphen at the end of a line; give the text and whether the next line joins it."""
    match = _HYPHENED.search(text)
    after = _WORDS.match(following)
    if match is None or after is None:
        return text, False
    if vocabulary.joined(match[1], after[0]):
        return text[: match.end(1)], True
    return text[: match.end(1)] + "-", True


class Flow:
    """Makes blocks of lines and calls the notes."""

    def __init__(self, found: Sorted, gathering: Gathering, vocabulary: Vocabulary) -> None:
        self._found = found
        self._gathering = gathering
        self._vocabulary = vocabulary
        self._edges = _edges(found.body, found.size)
        self._leading = _leading(found.body, found.size)
        self._free: dict[int, list[FoundNote]] = {}
        for note in found.notes:
            self._free.setdefault(note.number, []).append(note)
        self._next = 1
        self._clear = Counter((line.page, n) for line in found.body for n in _clear_numbers(line))
        """How often a number stands raised on a page where it cannot be a power."""

    def run(self) -> None:
        """Make the blocks."""
        paragraph: list[Line] = []
        for line in self._found.body:
            if paragraph and self._breaks(paragraph, line):
                self._add(paragraph)
                paragraph = []
            paragraph.append(line)
        if paragraph:
            self._add(paragraph)
        self._rank_headings()

    def _breaks(self, paragraph: list[Line], line: Line) -> bool:
        """Tell whether a line begins a new paragraph."""
        before = paragraph[-1]
        if abs(before.size - line.size) > 0.06 * line.size or self._is_heading(before) != self._is_heading(
            line
        ):
            return True
        if self._is_heading(line):
            return before.page != line.page or before.y - line.y > 2 * line.size
        shift = (line.left - self._edges[line.page][0]) - (before.left - self._edges[before.page][0])
        if shift > 0.7 * line.size and not (len(paragraph) == 1 and _ITEM.match(before.text)):
            return True
        if shift < -0.7 * line.size and len(paragraph) > 1:
            return True
        gap = before.y - line.y
        if before.page == line.page and gap > 1.3 * self._leading * line.size / self._found.size:
            return True
        return self._is_short(before, line) and _TERMINAL.search(before.text) is not None

    def _is_short(self, before: Line, line: Line) -> bool:
        """Tell whether a line ends where the next one's first word would still have fitted."""
        word = len(line.text.split(" ", 1)[0]) + 1
        width = (line.right - line.left) / max(len(line.text), 1)
        return before.right + (word + 2) * width < self._edges[before.page][1]

    def _is_heading(self, line: Line) -> bool:
        size = self._found.size
        if line.size > 1.12 * size:
            return True
        left, right = self._edges[line.page]
        short = line.right - line.left < 0.85 * (right - left)
        return line.bold and line.size > 0.95 * size and short and not line.text.rstrip().endswith((".", ","))

    def _add(self, lines: list[Line]) -> None:
        first = lines[0]
        weaver = Weaver(first.page)
        heading = self._is_heading(first)
        for group in _by_page(lines):
            weaver.line = group[0].page
            weave(self._texts(lines, group), weaver, self._vocabulary, self._caller(group, weaver))
        kind: BlockKind = "paragraph"
        if heading:
            kind = "heading"
        elif _ITEM.match(first.text):
            kind = "item"
        elif len(lines) > 1 and all(
            line.left > self._edges[line.page][0] + 0.9 * line.size for line in lines
        ):
            kind = "quotation"
        self._gathering.add(weaver, kind, round(first.size * 10) if heading else 0)

    def _texts(self, lines: list[Line], group: list[Line]) -> list[list[Span]]:
        """Give the spans of a page's lines, and the first word that follows them for the hyphen."""
        texts = [line.spans for line in group]
        after = lines.index(group[-1]) + 1
        if after < len(lines) and _HYPHENED.search(group[-1].text):
            word, _, rest = lines[after].spans[0].text.partition(" ")
            moved = lines[after].spans[0]
            texts[-1] = [*texts[-1]]
            texts.append(
                [Span(word + " ", moved.x, moved.y, moved.size, moved.italic, moved.bold, moved.end)]
            )
            moved.text = rest
        return texts

    def _caller(self, group: list[Line], weaver: Weaver) -> Callable[[Span], bool]:
        line_of = {id(span): line for line in group for span in line.spans}
        before = {id(b): a for line in group for a, b in pairwise(line.spans)}

        def call(span: Span) -> bool:
            line = line_of.get(id(span))
            if line is None or not NUMBERS.fullmatch(span.text) or not line.is_raised(span):
                return False
            numbers = [int(n) for n in re.findall(r"\d+", span.text)]
            if _is_power(before.get(id(span))) and self._clear[line.page, numbers[0]]:
                return False
            keys = [self._key(number, line.page) for number in numbers]
            if None in keys:
                return False
            for key in keys:
                weaver.mark(key or "")
            if span.text.endswith(" "):
                weaver.space()
            return True

        return call

    def _key(self, number: int, page: int) -> str | None:
        """Give the key of the note that a marker calls; None if it is no marker."""
        near = [note for note in self._free.get(number, ()) if page - 1 <= note.page <= page + 1]
        if not near and number in (self._next, 1):
            near = [note for note in self._free.get(number, ()) if note.page > page]
        if near:
            note = min(near, key=lambda n: abs(n.page - page))
            self._free[number].remove(note)
            self._next = number + 1
            return note.key
        if number == self._next:
            self._next = number + 1
            return f"unfound:{page}:{number}"
        return None

    def _rank_headings(self) -> None:
        """Turn sizes into levels, and join a chapter's number to its title."""
        blocks = self._gathering.blocks
        merged: list[Block] = []
        for block in blocks:
            before = merged[-1] if merged else None
            if before and before.kind == block.kind == "heading" and _CHAPTER.fullmatch(before.text):
                shift = len(before.text) + 1
                moved = tuple(replace(m, offset=m.offset + shift) for m in block.markers)
                merged[-1] = replace(
                    before,
                    text=f"{before.text} {block.text}",
                    markers=before.markers + moved,
                    level=max(before.level, block.level),
                )
            else:
                merged.append(block)
        ranks = sorted({block.level for block in merged if block.kind == "heading"}, reverse=True)
        level = {size: rank for rank, size in enumerate(ranks, 1)}
        self._gathering.blocks = [
            replace(block, level=level[block.level]) if block.kind == "heading" else block for block in merged
        ]


def _is_power(before: Span | None) -> bool:
    """Tell whether what stands before a raised number lets it be a power, such as ``km²``."""
    return before is not None and _BASE.search(before.text) is not None


def _clear_numbers(line: Line) -> list[int]:
    """Give the raised numbers of a line that can be no powers."""
    pairs = zip([None, *line.spans], line.spans, strict=False)
    marks = [b for a, b in pairs if NUMBERS.fullmatch(b.text) and line.is_raised(b) and not _is_power(a)]
    return [int(n) for mark in marks for n in re.findall(r"\d+", mark.text)]


def _by_page(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].page == line.page:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _edges(lines: list[Line], size: float) -> dict[int, tuple[float, float]]:
    """Find the left and right edge of the text on each page."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {}
    for page, own in pages.items():
        main = [line for line in own if abs(line.size - size) < 0.06 * size] or own
        lefts = Counter(round(line.left) for line in main)
        top = lefts.most_common(1)[0][1]
        left = min(x for x, n in lefts.items() if n >= max(1, 0.25 * top))
        edges[page] = (float(left), max(line.right for line in main))
    return edges


def _leading(lines: list[Line], size: float) -> float:
    """Find the usual distance of lines of text."""
    gaps: Counter[float] = Counter()
    for a, b in pairwise(lines):
        if a.page == b.page and abs(a.size - size) < 0.2 and abs(b.size - size) < 0.2 and a.y > b.y:
            gaps[round(a.y - b.y, 1)] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.2 * size
