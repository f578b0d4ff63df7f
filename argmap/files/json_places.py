"""Where an entry of a CSL-JSON bibliography stands, and its fields."""

import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from argmap.model.finding import Path, Place, Spot
from argmap.model.pattern import pattern

_SPACE = pattern(r"[\s,:]*")
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A value in a list or mapping, with the positions at which it begins and ends."""

    key: str | int
    key_span: tuple[int, int] | None
    """Begin and end of its key in a mapping."""
    start: int
    end: int


class JsonPlaces:
    """Finds places in one JSON text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._by_id: dict[str, Member] = {}

    def place(self, spot: Spot) -> Place:
        """Find a spot, or what of its path can be found; ``("sources", id)`` finds by id."""
        path = spot.path
        member: Member | None = None
        try:
            start = _SPACE.match(self._text, 0).end()  # type: ignore[union-attr]  # matches anything
            if path[:1] == ("sources",) and len(path) > 1:
                member, path = self._with_id(str(path[1])), path[2:] or ("id",)
                start = member.start if member else len(self._text)
            for part in path:
                found = next((m for m in members(self._text, start) if m.key == part), None)
                if found is None:
                    break
                member, start = found, found.start
        except (ValueError, RecursionError):  # not JSON after all
            member = None
        if member is None:
            return Place(self._file, 1, 1, 1, 1)
        span = member.key_span if spot.on_key and member.key_span else (member.start, member.end)
        return self._place(*span)

    def as_written(self, path: Path) -> Path | None:
        """Turn a path by the id of an entry into one by its position in the file; None if it has none."""
        if path[:1] != ("sources",) or len(path) < 2:
            return path
        member = self._with_id(str(path[1]))
        if member is None:
            return None
        start = len(self._text) - len(self._text.lstrip())
        top = ("items",) if self._text.startswith("{", start) and member.key_span is None else ()
        return (*top, member.key, *path[2:])

    def _with_id(self, key: str) -> Member | None:
        """Find the first entry with an id; what stands behind it need not be read."""
        if key not in self._by_id:
            for found, member in self._entries:
                self._by_id.setdefault(found, member)
                if found == key:
                    break
        return self._by_id.get(key)

    @cached_property
    def _entries(self) -> Iterator[tuple[str, Member]]:
        """The entries by their ids, each given once."""
        start = _SPACE.match(self._text, 0).end()  # type: ignore[union-attr]
        if self._text.startswith("{", start):
            items = next((m for m in members(self._text, start) if m.key == "items"), None)
            start = items.start if items else start
        decoded = _decoded(self._text, start)
        return (
            (str(item.get("id", item.get("citation-key"))), member)
            for member, item in decoded
            if isinstance(item, dict)
        )

    def _place(self, start: int, end: int) -> Place:
        line = bisect_left(range(len(self._ends)), start, key=self._break) + 1
        column = start - (self._break(line - 2) if line > 1 else -1)
        line_end = self._text.find("\n", start)
        end = min(end, line_end if line_end >= 0 else end)
        return Place(self._file, line, column, line, column + end - start)

    def _break(self, number: int) -> int:
        """Give the position of a line break."""
        return self._ends[number] + number

    @cached_property
    def _ends(self) -> list[int]:
        """How many characters stand before each line break, without the line breaks before it."""
        return list(accumulate(map(len, self._text.split("\n"))))


def members(text: str, start: int) -> Iterator[Member]:
    """Give what a list or mapping holds, and where.

    Args:
        text: A JSON text.
        start: Position of the opening bracket; nothing is given at any other character.

    Raises:
        ValueError: If the text is not JSON.

    Examples:
        >>> [(m.key, m.start) for m in members('{"a": 1, "b": [2]}', 0)]
        [('a', 6), ('b', 14)]
    """
    for member, _ in _decoded(text, start):
        yield member


def _decoded(text: str, start: int) -> Iterator[tuple[Member, object]]:
    """Give what a list or mapping holds with where it stands."""
    closing = {"[": "]", "{": "}"}.get(text[start : start + 1])
    if closing is None:
        return
    position, number = _skip(text, start + 1), 0
    while position < len(text) and text[position] != closing:
        key: str | int = number
        span = None
        if closing == "}":
            key, end = _DECODER.raw_decode(text, position)
            span = (position, end)
            position = _skip(text, end)
        value, end = _DECODER.raw_decode(text, position)
        yield Member(key, span, position, end), value
        position, number = _skip(text, end), number + 1


def _skip(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position
