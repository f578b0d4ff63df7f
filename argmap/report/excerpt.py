"""Lines of a file with a mark under what is meant."""

import unicodedata
from collections.abc import Callable

from argmap.model.finding import Place

WIDTH = 100
"""Longest piece of a line that is shown."""


def lines_of(data: bytes) -> list[str]:
    """Split a file into lines, whatever its encoding and line ends."""
    return data.decode("utf-8-sig", errors="replace").splitlines()


class FileLines:
    """Lines of files, each file read once; none for a file that cannot be read."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def lines(self, file: str) -> list[str]:
        """Give the lines of a file."""
        if file not in self._lines:
            self._lines[file] = lines_of(self._read(file) or b"")
        return self._lines[file]


def excerpt(lines: list[str], place: Place) -> tuple[str, str] | None:
    """Give the line of a place and the line of carets under it, both cut to fit.

    Returns:
        Line and marks, or None if the file has no such line.

    Examples:
        >>> excerpt(["claims:", "  a: {txt: Yes.}"], Place("f", 2, 7, 2, 10))
        ('  a: {txt: Yes.}', '      ^^^')
    """
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(start + 1, min(end, len(line)))
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
