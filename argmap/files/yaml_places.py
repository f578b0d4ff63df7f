"""Where a path of a YAML file stands: only the record asked for is read with its marks."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_layout import Layout, Span, shallow
from argmap.files.yaml_nodes import Node, compose, follow
from argmap.model.spot import Path, Place, Spot

_SECTION = re.compile(r"\n([A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:[ \t]*(?:#[^\n]*)?(?=\n)")
_TOP = re.compile(r"\n(?=[^\s#])")
_COLON = re.compile(r"[ \t]*:(?=\s|$)")
_SIMPLE = re.compile(r"[\w.-]+")
_FIRST = re.compile(r"\n([ ]+)[^\s#]")


class Slice(NamedTuple):
    """The text of one record."""

    line: int
    """Line of the file at which it begins, from 1."""
    column: int
    """Column of its key, from 1."""
    text: str
    behind: int
    """Position in it behind the colon of its key."""


class YamlPlaces:
    """Finds places in one YAML text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = "\n" + text
        self._records: dict[tuple[str, str], Node | None] = {}
        self._slices: dict[tuple[str, str], Slice] = {}
        self._layouts: dict[tuple[str, str], Layout] = {}
        self._written: dict[str, tuple[str, dict[str, tuple[int, int]]]] = {}

    def place(self, spot: Spot) -> Place:
        """Find a spot, or what of its path can be found."""
        if not spot.path:
            return Place(self._file, 1, 1, 1, 1)
        record = (str(spot.path[0]), str(spot.path[1])) if len(spot.path) > 1 else None
        if record is not None and (found := self._slice_of(record)):
            if spot.on_key and len(spot.path) == 2:
                return _at_key(self._file, found, record[1])
            span = self._layout(record, found).place(spot.path[2:], spot.on_key)
            if span is not None:
                return self._in_slice(found, span)
        if record is not None and (root := self._record(record)) is not None:
            return self._walk(root, spot.path[1:], spot.on_key, self._slices[record].line - 1)
        if self._whole is not None:
            return self._walk(self._whole, spot.path, spot.on_key, 0)
        if record is not None and (found := self._slices.get(record)):
            return _at_key(self._file, found, record[1])
        return Place(self._file, 1, 1, 1, 1)

    def root(self, spot: Spot) -> tuple[Node | None, int]:
        """Give what a spot's path begins in, and after how many lines of the file it begins.

        Where the record can be read alone, that is a mapping with the record's key and the path goes on
        from its second part; else (0 lines) it is the whole file, or None.
        """
        if len(spot.path) > 1:
            record = (str(spot.path[0]), str(spot.path[1]))
            root = self._record(record)
            if root is not None:
                return root, self._slices[record].line - 1
        return self._whole, 0

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

    def _slice_of(self, record: tuple[str, str]) -> Slice | None:
        if record not in self._slices and (found := self._find(*record)):
            self._slices[record] = found
        return self._slices.get(record)

    def _layout(self, record: tuple[str, str], found: Slice) -> Layout:
        if record not in self._layouts:
            self._layouts[record] = Layout(found.text, found.column - 1, found.behind)
        return self._layouts[record]

    def _in_slice(self, found: Slice, span: Span) -> Place:
        """Give the place of a span of a record's text."""
        before = found.text.rfind("\n", 0, span.start) + 1
        line = found.line + found.text.count("\n", 0, span.start)
        end = span.end
        if end is None:
            stop = found.text.find("\n", span.start)
            words = found.text[before : stop if stop >= 0 else len(found.text)]
            end = max(before + len(words.rstrip()), span.start)
        return Place(self._file, line, span.start - before + 1, line, end - before + 1)

    def _record(self, record: tuple[str, str]) -> Node | None:
        """Read one record's text as a mapping of one key; None if it cannot be read alone."""
        if record not in self._records:
            found = self._slice_of(record)
            root = _compose(found.text) if found else None
            alone = root is not None and root.kind == "map" and len(root.items or ()) == 2
            self._records[record] = root if alone else None
        return self._records[record]

    def _find(self, section: str, key: str) -> Slice | None:
        """Find the lines of a record; of two under one id the first, as it was read."""
        if section not in self._written:
            self._written[section] = self._keys(section)
        indent, written = self._written[section]
        for form in (key, f"'{key}'", f'"{key}"'):
            if form in written:
                return self._slice(*written[form], len(form), section, indent)
            if indent and not _SIMPLE.fullmatch(key):
                start = self._search(f"\n{indent}{form}", *self._sections[section])
                if start >= 0:
                    line = self._text.count("\n", 0, start + 1)
                    return self._slice(start, line, len(form), section, indent)
        return None

    def _keys(self, section: str) -> tuple[str, dict[str, tuple[int, int]]]:
        """Give the indentation of a section's records, and where those with simple keys begin.

        Of each key as it is written the position of the line break before it, and its line.
        """
        start, end = self._sections.get(section, (0, 0))
        first = _FIRST.search(self._text, start, end)
        if first is None:
            return "", {}
        found: dict[str, tuple[int, int]] = {}
        line, before = 0, 0
        for each in _key_lines(first[1]).finditer(self._text, start, end):
            line += self._text.count("\n", before, each.start() + 1)
            before = each.start() + 1
            found.setdefault(each[1], (each.start(), line))
        return first[1], found

    def _search(self, line: str, start: int, end: int) -> int:
        """Find a key that is out of the ordinary: the line break before it, or -1."""
        at = self._text.find(line, start, end)
        while at >= 0 and not _COLON.match(self._text, at + len(line)):
            at = self._text.find(line, at + len(line), end)
        return at

    def _slice(self, start: int, line: int, length: int, section: str, indent: str) -> Slice:
        """Cut out a record: from its key to the next line that stands no deeper."""
        end = self._sections[section][1]
        colon = self._text.index(":", start + 1 + len(indent) + length)
        after = shallow(len(indent)).search(self._text, colon, end)
        text = self._text[start + 1 : after.start() if after else end]
        return Slice(line, len(indent) + 1, text, colon - start)

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


@cache
def _key_lines(indent: str) -> re.Pattern[str]:
    return re.compile(rf"\n{indent}(['\"]?[\w.-]+['\"]?)[ \t]*:(?=\s|$)")


def _at_key(file: str, found: Slice, key: str) -> Place:
    quoted = 2 * (found.text[found.column - 1] in "'\"")
    end = found.column + len(key) + quoted
    return Place(file, found.line, found.column, found.line, end)


def _compose(text: str) -> Node | None:
    try:
        return compose(text)
    except YamlFault:
        return None
