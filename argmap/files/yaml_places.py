"""Where a path of a YAML file stands: only the record asked for is read with its marks."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_nodes import Node, compose
from argmap.model.finding import Path, Place, Spot

_SHORT = ("from", "stance", "verdict", "title")
"""Fields that a short form leaves out."""


_SECTION = re.compile(r"\n([A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:[ \t]*(?:#[^\n]*)?(?=\n)")
_TOP = re.compile(r"\n(?=[^\s#])")
_COLON = re.compile(r"[ \t]*:(?=\s|$)")
_FIRST = re.compile(r"\n([ ]+)[^\s#]")


class Slice(NamedTuple):
    """The text of one record."""

    line: int
    """Line of the file at which it begins, from 1."""
    column: int
    """Column of its key, from 1."""
    text: str


class YamlPlaces:
    """Finds places in one YAML text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = "\n" + text
        self._records: dict[tuple[str, str], Node | None] = {}
        self._slices: dict[tuple[str, str], Slice] = {}

    def place(self, spot: Spot) -> Place:
        """Find a spot, or what of its path can be found."""
        if not spot.path:
            return Place(self._file, 1, 1, 1, 1)
        record = (str(spot.path[0]), str(spot.path[1])) if len(spot.path) > 1 else None
        if record is not None and spot.on_key and len(spot.path) == 2:
            found = self._slices.get(record) or self._find(*record)
            if found is not None:
                return _at_key(self._file, found, record[1])
        if record is not None and (root := self._record(record)) is not None:
            return self._walk(root, spot.path[1:], spot.on_key, self._slices[record].line - 1)
        if self._whole is not None:
            return self._walk(self._whole, spot.path, spot.on_key, 0)
        if record is not None and (found := self._slices.get(record)):
            return _at_key(self._file, found, record[1])
        return Place(self._file, 1, 1, 1, 1)

    @cached_property
    def _whole(self) -> Node | None:
        return _compose(self._text[1:])

    @cached_property
    def _lines(self) -> list[str]:
        return self._text[1:].split("\n")

    @cached_property
    def _sections(self) -> dict[str, tuple[int, int]]:
        """Sections written as blocks, with the positions at which their records begin and end."""
        found: dict[str, tuple[int, int]] = {}
        for header in _SECTION.finditer(self._text):
            key, start = header[1], header.end()
            key = key[1:-1] if key[0] in "'\"" else key
            end = _TOP.search(self._text, start)
            found.setdefault(key, (start, end.start() if end else len(self._text)))
        return found

    def _record(self, record: tuple[str, str]) -> Node | None:
        """Read one record's text as a mapping of one key; None if it cannot be read alone."""
        if record not in self._records:
            found = self._find(*record)
            if found is not None:
                self._slices[record] = found
            root = _compose(found.text) if found else None
            alone = root is not None and root.kind == "map" and len(root.items or ()) == 2
            self._records[record] = root if alone else None
        return self._records[record]

    def _find(self, section: str, key: str) -> Slice | None:
        """Find the lines of a record; of two under one id the first, as it was read."""
        start, end = self._sections.get(section, (0, 0))
        first = _FIRST.search(self._text, start, end)
        if first is None:
            return None
        for form in (key, f"'{key}'", f'"{key}"'):
            at = self._text.find(f"\n{first[1]}{form}", start, end)
            while at >= 0:
                behind = at + len(first[1]) + len(form) + 1
                if _COLON.match(self._text, behind):
                    return self._slice(at, behind, end, len(first[1]))
                at = self._text.find(f"\n{first[1]}{form}", behind, end)
        return None

    def _slice(self, start: int, behind: int, end: int, indent: int) -> Slice:
        """Cut out a record: from its key to the next line that stands no deeper."""
        shallow = rf"\n(?:[ ]{{0,{indent - 1}}}|[ ]{{{indent}}}(?!-\s))[^\s#]"
        after = re.compile(shallow).search(self._text, behind, end)
        text = self._text[start + 1 : after.start() if after else end]
        return Slice(bisect_right(self._breaks, start), indent + 1, text)

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self._text)]

    def _walk(self, root: Node, path: Path, on_key: bool, offset: int) -> Place:
        key, node, whole = follow(root, path)
        empty = node.kind == "scalar" and (node.line, node.column) == (node.end_line, node.end_column)
        if key is not None and (on_key or empty or (not whole and node.kind == "map")):
            node = key
        return self._span(node, offset)

    def _span(self, node: Node, offset: int) -> Place:
        """Give a node's place; what runs over several lines ends with its first."""
        line, end = node.line + offset, node.end_column
        if node.end_line != node.line:
            text = self._lines[line - 1] if line <= len(self._lines) else ""
            end = len(text.rstrip()) + 1
        return Place(self._file, line, node.column, line, max(end, node.column))


def follow(root: Node, path: Path) -> tuple[Node | None, Node, bool]:
    """Follow a path, past what short forms leave out.

    Args:
        root: Where the path begins.
        path: Keys and list positions; ``("for", 0, "from", 0)`` also meets ``for: x``.

    Returns:
        The key of the last node found (None for a list entry), the node, and whether the path
        was followed to its end.
    """
    key: Node | None = None
    node = root
    for part in path:
        if node.kind == "map":
            pair = next((p for p in node.pairs() if p[0].text == str(part)), None)
            if pair is not None:
                key, node = pair
            elif part != 0:
                return key, node, False
        elif node.kind == "list":
            items = node.items or []
            if not isinstance(part, int) or part >= len(items):
                return key, node, False
            key, node = None, items[part]
        elif part != 0 and part not in _SHORT:
            return key, node, False
    return key, node, True


def _at_key(file: str, found: Slice, key: str) -> Place:
    quoted = 2 * (found.text[found.column - 1] in "'\"")
    end = found.column + len(key) + quoted
    return Place(file, found.line, found.column, found.line, end)


def _compose(text: str) -> Node | None:
    try:
        return compose(text)
    except YamlFault:
        return None
