"""Where an entry of a BibTeX file or a key of a TOML file stands, found line by line."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.files.decoding import place_at
from argmap.model.finding import Place, Spot

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w.-]|\"[^\"]*\"|'[^']*')+)\s*=\s*")
_PIECE = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


class _Line(NamedTuple):
    """A line of a TOML text with a key, or with the name of a table."""

    number: int
    key: tuple[int, int]
    """Begin and end of the key or name."""
    value: tuple[int, int]
    """Begin and end of the value; those of the key where there is none on the line."""


def bibtex_place(file: str, text: str, spot: Spot) -> Place:
    """Find an entry of a BibTeX file, or a field of it."""
    nowhere = Place(file, 1, 1, 1, 1)
    if len(spot.path) < 2:
        return nowhere
    key = re.escape(str(spot.path[1]))
    entry = re.search(rf"@\s*\w+\s*[{{(]\s*({key})\s*,", text)
    if entry is None:
        return nowhere
    start, end = entry.span(1)
    if len(spot.path) > 2:
        next_entry = text.find("\n@", end)
        name = "date|year" if spot.path[2] == "issued" else re.escape(str(spot.path[2]))
        field = re.compile(rf"(?<=[\s,])({name})\s*=", re.IGNORECASE)
        found = field.search(text, end, next_entry if next_entry >= 0 else len(text))
        if found:
            start, end = found.span(1)
    line, column = place_at(text, start)
    return Place(file, line, column, line, column + end - start)


class TomlPlaces:
    """Finds keys in one TOML text, or the tables they should stand in."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._first: dict[tuple[str, ...], _Line] = {}
        table: tuple[str, ...] = ()
        entries: dict[tuple[str, ...], int] = {}
        for number, line in enumerate(text.split("\n"), 1):
            if header := _HEADER.match(line):
                name = _pieces(header[1])
                if line.lstrip().startswith("[["):
                    entries[name] = entries.get(name, -1) + 1
                table = _numbered(name, entries)
                self._first.setdefault(table, _Line(number, header.span(1), header.span(1)))
            elif key := _KEY.match(line):
                end = len(line.rstrip())
                value = key.span(1) if end == key.end() else (key.end(), end)
                self._first.setdefault(table + _pieces(key[1]), _Line(number, key.span(1), value))

    def place(self, spot: Spot) -> Place:
        """Find the line of a key, or of what stands above it."""
        path = tuple(map(str, spot.path))
        for depth in range(len(path), 0, -1):
            line = self._first.get(path[:depth])
            if line is not None:
                start, end = line.key if spot.on_key else line.value
                return Place(self._file, line.number, start + 1, line.number, end + 1)
        return Place(self._file, 1, 1, 1, 1)


def _numbered(name: tuple[str, ...], entries: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """Put the number of the entry behind each name of a list of tables."""
    path: tuple[str, ...] = ()
    for i, piece in enumerate(name, 1):
        number = entries.get(name[:i])
        path += (piece,) if number is None else (piece, str(number))
    return path


def _pieces(dotted: str) -> tuple[str, ...]:
    return tuple("".join(found.groups(default="")) for found in _PIECE.finditer(dotted))
