"""What the lines of PDF pages are: running lines, notes at the foot, and text."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from argmap.manuscript.pdf_lines import Line, Span

NUMBERS = re.compile(r"\s*\d{1,4}(?:\s*[,;]\s*\d{1,4})*\s*")
_PLAIN = re.compile(r"\s*(\d{1,4})[.)]?\s*(?=[^\d\s.,:;/–-])")
_INTEGER = re.compile(r"\d{1,4}")
_PAGE_LABEL = re.compile(
    r"(?:page|seite|pagina|página|p\.|s\.)?\s*[-–—\[(|]*\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—\])|]*"
    r"(?:\s*(?:of|von|de|di|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]+\s*$|(?:…\s?){2,}\s*\d+\s*$")
_FINISHED = re.compile(r"[.!?][\"”’'»)\]]*\s*$")


@dataclass(slots=True)
class FoundNote:
    """A note at the foot of a page."""

    number: int
    page: int
    lines: list[list[Span]] = field(default_factory=list)
    """Its spans, line by line, without its number."""
    key: str = ""


@dataclass
class Sorted:
    """The lines of a document, sorted."""

    body: list[Line] = field(default_factory=list)
    notes: list[FoundNote] = field(default_factory=list)
    size: float = 0.0
    """Size of the body's print."""


def sort_lines(pages: list[list[Line]]) -> Sorted:
    """Tell text, notes and running lines apart.

    Args:
        pages: Lines of each page, from top to bottom.
    """
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    found = Sorted(size=sizes.most_common(1)[0][0] if sizes else 0.0)
    pages = [
        [line for line in page if not _LEADERS.search(line.text)]
        for page in without_running(pages, found.size)
    ]
    sorter = _Sorter(found, _note_size(pages, found.size))
    for page in pages:
        sorter.page(page)
    return found


def without_running(pages: list[list[Line]], size: float) -> list[list[Line]]:
    """Drop page numbers and the lines that head or foot every page."""
    ends = [[*page[:2], *page[-2:]] for page in pages]
    offsets: Counter[int] = Counter()
    shapes: Counter[str] = Counter()
    for number, lines in enumerate(ends):
        shapes.update({_shape(line) for line in lines})
        offsets.update({int(n) - number for line in lines for n in _end_numbers(line)})
    offset, seen = offsets.most_common(1)[0] if offsets else (0, 0)
    kept = []
    for number, page in enumerate(pages):
        expected = str(number + offset) if seen > max(2, len(pages) // 4) else None
        top, bottom = 0, len(page)
        while (
            top < min(2, bottom)
            and page[top].size <= 1.12 * size
            and _is_running(page, top, top + 1, expected, shapes)
        ):
            top += 1
        while bottom > max(len(page) - 2, top) and _is_running(
            page, bottom - 1, bottom - 2, expected, shapes
        ):
            bottom -= 1
        kept.append(page[top:bottom])
    return kept


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold()


def _end_numbers(line: Line) -> list[str]:
    words = line.text.replace("\x02", "").split()
    return [w for w in {words[0].strip("-–—[]|."), words[-1].strip("-–—[]|.")} if _INTEGER.fullmatch(w)]


def _is_running(page: list[Line], at: int, inner: int, expected: str | None, shapes: Counter[str]) -> bool:
    """Tell whether the outermost line of a page is not part of the text."""
    line = page[at]
    words = line.text.split()
    if _PAGE_LABEL.fullmatch(line.text.strip()) and not line.is_raised(line.spans[0]):
        return True
    if not 0 <= inner < len(page):
        return False
    apart = abs(page[inner].y - line.y) > 1.5 * max(line.size, page[inner].size)
    if line.size > 1.3 * page[inner].size or len(words) > 18:
        return False
    return apart and (expected in _end_numbers(line) or (shapes[_shape(line)] > 2 and inner > at))


def _opening(line: Line) -> int | None:
    """Give the number that a line begins with in raised print, if there is text behind it."""
    first = line.spans[0]
    if len(line.spans) < 2 or not _INTEGER.fullmatch(first.text.strip()):
        return None
    return int(first.text) if line.is_raised(first) or first.size < 0.88 * line.size else None


def _note_size(pages: list[list[Line]], body: float) -> float | None:
    """Find the size in which notes are printed; None if it cannot be told."""
    sizes: Counter[float] = Counter()
    plain: Counter[float] = Counter()
    for page in pages:
        for line in page[len(page) // 4 :] if len(page) > 6 else page:
            if _opening(line) is not None:
                sizes[line.size] += 1
            elif line.size < 0.96 * body and _PLAIN.match(line.text):
                plain[line.size] += 1
    small = Counter({size: n for size, n in sizes.items() if size < 0.96 * body})
    for counts in (small, plain, sizes):
        if counts and counts.most_common(1)[0][1] >= (1 if counts is small else 2):
            return counts.most_common(1)[0][0]
    return None


class _Sorter:
    """Takes page after page."""

    def __init__(self, found: Sorted, note_size: float | None) -> None:
        self._found = found
        self._note_size = note_size
        self._last = 0

    def page(self, lines: list[Line]) -> None:
        """Sort the lines of the next page."""
        begin = self._note_area(lines)
        self._found.body += lines[:begin]
        for line in lines[begin:]:
            number = self._number(line, line is lines[begin])
            if number is not None:
                self._begin(line, number)
            elif self._found.notes:
                self._found.notes[-1].lines.append(line.spans)
            else:
                self._found.body.append(line)

    def _note_area(self, lines: list[Line]) -> int:
        """Find where the notes of a page begin."""
        size = self._note_size
        if size is None:
            return len(lines)
        if size > 0.96 * self._found.size:
            return self._area_in_equal_print(lines)
        begin = len(lines)
        while begin > 0 and self._is_small(lines[begin - 1], size):
            begin -= 1
        before = self._last
        first = next(
            (i for i in range(begin, len(lines)) if self._number(lines[i], i == begin) is not None), None
        )
        self._last = before
        if first is None:
            return begin if self._goes_on(lines, begin) else len(lines)
        if first > begin and not self._continues(lines, begin, first):
            return first
        return begin

    def _is_small(self, line: Line, size: float) -> bool:
        return line.size < 0.96 * self._found.size and line.size <= 1.06 * size

    def _continues(self, lines: list[Line], begin: int, first: int) -> bool:
        """Tell whether small print above the first note continues a note of the page before."""
        if not self._found.notes:
            return False
        if begin == 0:
            return True
        above = lines[begin - 1].y - lines[begin].y
        inside = lines[first - 1].y - lines[first].y
        return above >= inside - 0.5 and abs(lines[begin].size - (self._note_size or 0)) < 0.4

    def _goes_on(self, lines: list[Line], begin: int) -> bool:
        """Tell whether small print at the foot of a page without new notes continues the last note."""
        if begin >= len(lines) or not self._found.notes:
            return False
        last = self._found.notes[-1]
        if last.page < lines[begin].page - 1 and not last.lines:
            return False
        said = "".join(span.text for span in last.lines[-1]) if last.lines else ""
        return begin == 0 or not _FINISHED.search(said) or lines[begin].text[:1].islower()

    def _area_in_equal_print(self, lines: list[Line]) -> int:
        """Find notes printed as large as the text by their raised numbers, which follow on."""
        numbers = [(i, n) for i, line in enumerate(lines) if i and (n := _opening(line)) is not None]
        for at, (i, number) in enumerate(numbers):
            following = [n for _, n in numbers[at:]]
            if number not in (self._last + 1, 1) or any(b != a + 1 for a, b in pairwise(following)):
                continue
            begin = self._continued_from(lines, i)
            if begin < i or lines[i - 1].y - lines[i].y > 1.3 * lines[i].size:
                return begin
        return len(lines)

    def _continued_from(self, lines: list[Line], first: int) -> int:
        """Find where the note of the page before goes on above the first note; ``first`` if nowhere."""
        if not self._found.notes or self._found.notes[-1].page != lines[first].page - 1:
            return first
        gap = lines[first - 1].y - lines[first].y
        begin = first - 1
        while begin > 0 and lines[begin - 1].y - lines[begin].y <= gap + 1:
            begin -= 1
        block = lines[begin:first]
        if begin == 0 or any(line.is_raised(s) for line in block for s in line.spans if s.text.strip()):
            return first
        said = "".join(span.text for span in self._found.notes[-1].lines[-1])
        unfinished = not _FINISHED.search(said) or block[0].text[:1].islower()
        return begin if unfinished or len(block) <= 3 else first

    def _number(self, line: Line, leads: bool) -> int | None:
        """Give the number of the note that a line begins, and count on.

        Args:
            line: The line.
            leads: Whether it is the first at the foot of its page: only there a number that is not
                raised may begin with 1 again.
        """
        number = _opening(line)
        if number is None:
            match = _PLAIN.match(line.text)
            if match is None or int(match[1]) not in (self._last + 1, 1 if leads else self._last + 1):
                return None
            number = int(match[1])
        elif not (number == 1 or self._last < number <= self._last + 6 or self._last == 0):
            return None
        self._last = number
        return number

    def _begin(self, line: Line, number: int) -> None:
        spans = [Span(s.text, s.x, s.y, s.size, s.italic, s.bold, s.end) for s in line.spans]
        if _opening(line) is not None:
            spans = spans[1:]
        else:
            match = _PLAIN.match(spans[0].text)
            spans[0].text = spans[0].text[match.end() :] if match else _INTEGER.sub("", spans[0].text, 1)
        self._found.notes.append(FoundNote(number, line.page, [spans]))
