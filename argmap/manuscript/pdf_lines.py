"""The lines of a PDF page, made from its characters by their baselines."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_SLANTED = re.compile(r"ital|obliq|slant|kursiv|CMTI|CMSL|SFTI|SFSL|It$", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|CMBX|SFBX|demi", re.IGNORECASE)
HYPHEN = "\x02"
"""A hyphen at the end of a line."""


@dataclass(slots=True)
class Span:
    """Characters of one line in one font and size."""

    text: str
    x: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    end: float = 0.0


@dataclass(slots=True)
class Line:
    """A line of print; lengths in points, counted from the left and the foot of the page."""

    page: int
    spans: list[Span]
    y: float = 0.0
    size: float = 0.0
    left: float = 0.0
    right: float = 0.0
    text: str = ""
    bold: bool = False

    def settle(self) -> None:
        """Work out size and baseline from the greater part of the characters."""
        sizes: Counter[float] = Counter()
        for span in self.spans:
            sizes[round(span.size, 1)] += len(span.text.strip())
        self.size = sizes.most_common(1)[0][0]
        main = [span for span in self.spans if round(span.size, 1) == self.size and span.text.strip()]
        self.y = main[0].y if main else self.spans[0].y
        self.left, self.right = self.spans[0].x, max(span.end for span in self.spans)
        self.text = "".join(span.text for span in self.spans)
        self.bold = all(span.bold for span in main)

    def is_raised(self, span: Span) -> bool:
        """Tell whether a span is printed small above the baseline."""
        smaller = span.size < 0.88 * self.size
        raised = span.y - self.y
        return (smaller and raised > 0.08 * self.size) or 0.2 * self.size < raised < 0.8 * self.size


def page_lines(document: "PdfDocument", index: int) -> list[Line]:
    """Read the lines of a page, from top to bottom.

    Args:
        document: The document.
        index: The page, from 0.
    """
    page = document[index]
    textpage = page.get_textpage()
    try:
        lines = _grouped(_spans(textpage.raw), index + 1)
    finally:
        textpage.close()
        page.close()
    for line in lines:
        line.settle()
    return _ordered(lines)


def _characters(page: Any) -> str:
    """Give the characters of a page, one for each that the library counts."""
    import pypdfium2.raw as raw

    count = raw.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(page, 0, count, buffer)
    text = bytes(buffer)[:-2].decode("utf-16-le", "replace").rstrip("\x00")
    if len(text) != count:
        text = "".join(chr(raw.FPDFText_GetUnicode(page, i) or 32) for i in range(count))
    return text.replace("\ufffe", HYPHEN)


def _spans(page: Any) -> Iterator[Span | None]:
    """Give runs of characters in one text object; None where the library sees a line end."""
    import pypdfium2.raw as raw

    text = _characters(page)
    fonts = _Fonts(page)
    start, current = 0, -1
    address, of_character = ctypes.addressof, raw.FPDFText_GetTextObject
    for i, character in enumerate(text):
        if character in "\r\n":
            found = -2
        else:
            pointer = of_character(page, i)
            found = address(pointer.contents) if pointer else current
        if found != current:
            if current > 0 and start < i:
                yield fonts.span(text[start:i], start)
            if found == -2:
                yield None
            start, current = i, found
    if current > 0 and start < len(text):
        yield fonts.span(text[start:], start)


class _Fonts:
    """Places, sizes and fonts of the runs of a page."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._page = page
        self._names: dict[int, tuple[bool, bool]] = {}
        self._x, self._y, self._right = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
        self._unused = ctypes.c_double()
        self._matrix = raw.FS_MATRIX()

    def span(self, text: str, at: int) -> Span:
        """Describe the run that begins with character ``at``."""
        raw, page = self._raw, self._page
        raw.FPDFText_GetCharOrigin(page, at, ctypes.byref(self._x), ctypes.byref(self._y))
        size = raw.FPDFText_GetFontSize(page, at)
        if raw.FPDFText_GetMatrix(page, at, ctypes.byref(self._matrix)):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        last = at + max(len(text.rstrip()), 1) - 1
        unused = ctypes.byref(self._unused)
        raw.FPDFText_GetCharBox(page, last, unused, ctypes.byref(self._right), unused, unused)
        italic, bold = self._look(raw.FPDFText_GetTextObject(page, at))
        return Span(text, self._x.value, self._y.value, size, italic, bold, self._right.value)

    def _look(self, text_object: Any) -> tuple[bool, bool]:
        """Tell whether a font is italic, and whether it is bold, by its name."""
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(text_object) if text_object else None
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._names:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, 200)
            name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode("latin-1")
            self._names[key] = (bool(_SLANTED.search(name)), bool(_BOLD.search(name)))
        return self._names[key]


def _grouped(spans: Iterator[Span | None], page: int) -> list[Line]:
    """Group runs into lines: on one baseline or just above it, and further to the right."""
    lines: list[Line] = []
    current: list[Span] = []
    broken = False
    for span in spans:
        if span is None or not span.text.strip(" \t\x00"):
            broken = broken or span is None
            if span is not None and current and not current[-1].text.endswith(" "):
                current[-1].text += " "
            continue
        before = current[-1] if current else None
        main = max(current, key=lambda s: s.size) if current else None
        together = (
            before is not None
            and main is not None
            and abs(span.y - main.y) < 0.55 * max(main.size, span.size)
            and span.x >= before.end - 0.5 * span.size
        )
        if not together and current:
            lines.append(Line(page, current))
            current = []
        elif together and before is not None and broken and span.x - before.end > 0.15 * span.size:
            before.text += " "
        current.append(span)
        broken = False
    if current:
        lines.append(Line(page, current))
    return lines


def stand_in_columns(lines: list[Line]) -> bool:
    """Tell whether many lines of a page stand beside others."""
    ranked = sorted(lines, key=lambda line: (-line.y, line.left))
    beside = sum(
        abs(a.y - b.y) < 0.3 * a.size and (a.right < b.left or b.right < a.left) for a, b in pairwise(ranked)
    )
    return len(lines) > 12 and beside > 0.25 * len(lines)


def _ordered(lines: list[Line]) -> list[Line]:
    """Sort the lines of a page from top to bottom, unless they stand in columns."""
    if stand_in_columns(lines):
        return lines
    merged: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.left)):
        if merged and abs(merged[-1].y - line.y) < 0.2 * line.size and merged[-1].right <= line.left + 1:
            merged[-1].spans[-1].text = merged[-1].spans[-1].text.rstrip() + " "
            merged[-1].spans += line.spans
            merged[-1].settle()
        else:
            merged.append(line)
    return merged
