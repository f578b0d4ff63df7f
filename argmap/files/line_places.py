"""Where an entry of a BibTeX file or a key of a TOML file stands, found line by line."""

import re
from collections.abc import Mapping

from argmap.files.decoding import place_at
from argmap.model.finding import Place, Spot

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w.-]|\"[^\"]*\"|'[^']*')+)\s*=\s*")
_PIECE = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


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


def toml_place(file: str, text: str, spot: Spot) -> Place:
    """Find the line of a key in a TOML file, or of the table it should stand in."""
    path = tuple(map(str, spot.path))
    best, depth = Place(file, 1, 1, 1, 1), 0
    table: tuple[str, ...] = ()
    entries: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            name = _pieces(header[1])
            if line.lstrip().startswith("[["):
                entries[name] = entries.get(name, -1) + 1
            table = _numbered(name, entries)
            here, span = table, header.span(1)
        elif key := _KEY.match(line):
            here = table + _pieces(key[1])
            whole = spot.on_key or len(line.rstrip()) == key.end()
            span = key.span(1) if whole else (key.end(), len(line.rstrip()))
        else:
            continue
        if depth < len(here) <= len(path) and path[: len(here)] == here:
            best, depth = Place(file, number, span[0] + 1, number, span[1] + 1), len(here)
    return best


def _numbered(name: tuple[str, ...], entries: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """Put the number of the entry behind each name of a list of tables."""
    path: tuple[str, ...] = ()
    for i, piece in enumerate(name, 1):
        number = entries.get(name[:i])
        path += (piece,) if number is None else (piece, str(number))
    return path


def _pieces(dotted: str) -> tuple[str, ...]:
    return tuple("".join(found.groups(default="")) for found in _PIECE.finditer(dotted))
