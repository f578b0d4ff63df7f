"""Lines of a file with a mark under what is meant."""

import unicodedata
from collections.abc import Callable

from argmap.model.finding import Place

WIDTH = 100
"""Longest piece of a line that is shown."""


class FileLines:
    """Lines of files, each file read once and only where a line is not known yet."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def line(self, place: Place) -> str | None:
        """Give the line on which a place begins; None where the file cannot be read or has no such line."""
        return self._line(place.file, place.line) if place.words is None else place.words

    def last_line(self, place: Place) -> str | None:
        """Give the line on which a place ends."""
        same = place.line == place.end_line
        return self.line(place) if same else self._line(place.file, place.end_line)

    def _line(self, file: str, number: int) -> str | None:
        if file not in self._lines:
            text = (self._read(file) or b"").decode("utf-8-sig", errors="replace")
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._lines[file] = lines if lines[-1] else lines[:-1]
        lines = self._lines[file]
        return lines[number - 1] if 1 <= number <= len(lines) else None


def excerpt(line: str, place: Place) -> tuple[str, str]:
    """Give the line on which a place begins and a line of carets under it, both cut to fit.

    Examples:
        >>> excerpt("  a: {txt: Yes.}", Place("f", 2, 7, 2, 10))
        ('  a: {txt: Yes.}', '      ^^^')
    """
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(start + 1, min(end, len(line)))
    if len(line) <= WIDTH and line.isascii() and line.isprintable():
        return line, " " * start + "^" * (end - start)
    first = 0 if end <= WIDTH else max(0, start - WIDTH // 4)
    last = first + WIDTH
    head, tail = ("…" if first else ""), ("…" if last < len(line) else "")
    piece = _printable(line[first:last])
    before = head + piece[: start - first]
    marked = piece[start - first : min(end, last) - first]
    return head + piece + tail, " " * _width(before) + "^" * max(1, _width(marked))


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
