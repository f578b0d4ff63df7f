"""Where the records of a YAML text stand, by its lines alone, in one pass over the text.

The text is cut before every line that stands no deeper than the keys of its records. What lies between
two cuts is the key of a section, a record with all its lines, or in an odd file something else.
"""

import re
from functools import cache
from itertools import accumulate, pairwise, repeat
from typing import NamedTuple

from argmap.model.pattern import pattern

_HEADER = pattern(r"([A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_COLON = pattern(r"[ \t]*:(?=\s|$)")
_FIRST = pattern(r"\n([ ]+)[^\s#]")


class Record(NamedTuple):
    """A record as it is written."""

    line: int
    """Line of the file on which its key stands, from 1."""
    indent: int
    """Spaces before the key."""
    length: int
    """Characters of the key as it is written."""
    text: str
    """From the line of its key to the next line that stands no deeper."""


class YamlIndex:
    """The records of one YAML text, in the sections that are written as blocks."""

    def __init__(self, text: str) -> None:
        """Cut the text at the depth of its first record."""
        text = "\n" + text
        first = _FIRST.search(text)
        self._indent = len(first[1]) if first else 0
        self._pieces = _Pieces.of(text, self._indent, 0)
        self._sections = self._found()

    def record(self, section: str, name: str) -> Record | None:
        """Find a record; of two under one id the first, as it was read."""
        found = self._sections.get(section)
        return found.record(name) if found is not None else None

    def _found(self) -> "dict[str, _Section]":
        """Find the sections; of two under one key the first, as it was read."""
        found: dict[str, _Section] = {}
        pieces = self._pieces
        tops = [i for i, head in enumerate(pieces.heads) if head[0] != " "]
        for top, end in pairwise([*tops, len(pieces.heads)]):
            text = pieces.text(top)
            header = _HEADER.match(text)
            if header is None:
                continue
            key = header[1][1:-1] if header[1][0] in "'\"" else header[1]
            if key in found:
                continue
            below = pieces.between(top + 1, end)
            first = below.heads[0] if below.heads else ""
            depth = _FIRST.search(text, header.end()) or _FIRST.match(f"\n{first}")
            indent = len(depth[1]) if depth else 0
            if indent != self._indent:  # its records stand otherwise than those of the first section
                body = "\n".join([text[header.end() :], *map(below.text, range(len(below.heads)))])
                below = _Pieces.of(body, indent, pieces.lines[top])
            found[key] = _Section(indent, below)
        return found


class _Pieces(NamedTuple):
    """The pieces of a text, each from a line that stands no deeper than a key to the next of them."""

    heads: list[str]
    """What stands on the first line of each before a colon."""
    rests: list[str]
    """What follows, with the line breaks."""
    lines: list[int]
    """Line of the file on which each begins."""

    @classmethod
    def of(cls, text: str, indent: int, line: int) -> "_Pieces":
        """Cut a text that begins with the line break behind a line of the file, or with that before all."""
        parts = _shallow(indent).split(text)
        breaks = accumulate(map(str.count, parts[:-2:2], repeat("\n")))
        return cls(parts[1::2], parts[2::2], [number + each for number, each in enumerate(breaks, line + 1)])

    def text(self, number: int) -> str:
        """Give a piece."""
        return self.heads[number] + self.rests[number]

    def between(self, start: int, end: int) -> "_Pieces":
        """Give some of the pieces."""
        return _Pieces(self.heads[start:end], self.rests[start:end], self.lines[start:end])


class _Section:
    """The records of one section."""

    def __init__(self, indent: int, pieces: _Pieces) -> None:
        self._before, self._dash = " " * indent, " " * indent + "-"
        self._pieces = pieces
        self._heads, self._rests, self._lines = pieces
        keys = [head.rstrip(" \t") for head in reversed(self._heads)]
        self._by_key = dict(zip(keys, range(len(keys) - 1, -1, -1), strict=True))  # of equal ones the first

    def record(self, name: str) -> Record | None:
        """Find a record by its id, whether or not that is written in quotation marks."""
        for quote in ("", "'", '"'):
            number = self._number(f"{self._before}{quote}{name}{quote}")
            if number is not None:
                length = len(name) + 2 * len(quote)
                return Record(self._lines[number], len(self._before), length, self._text(number))
        return None

    def _number(self, key: str) -> int | None:
        """Find the first piece that begins with a key."""
        number = self._by_key.get(key)
        if number is None and ":" not in key:
            return None
        if number is not None and self._rests[number].startswith((":\n", ": ")):
            return number
        for number in range(len(self._heads)):  # one that is out of the ordinary, as `a:b`
            text = self._pieces.text(number)
            if text.startswith(key) and _COLON.match(text, len(key)):
                return number
        return None

    def _text(self, number: int) -> str:
        """Give a piece, with the lists below it whose dashes stand under its key."""
        text, last = self._heads[number] + self._rests[number], len(self._heads) - 1
        while number < last and self._heads[number + 1].startswith(self._dash):
            number += 1
            piece = self._pieces.text(number)
            after = piece[len(self._dash) : len(self._dash) + 1]
            if after and not after.isspace():
                break
            text = f"{text}\n{piece}"
        return text


@cache
def _shallow(indent: int) -> re.Pattern[str]:
    """Match the line break and the head of a line that stands no deeper than a key."""
    return re.compile(rf"\n( {{0,{indent}}}+[^\s#][^:\n]*+)")
