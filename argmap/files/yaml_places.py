"""Where a path of a YAML file stands: only the record asked for is read with its marks."""

import re
from functools import cache, cached_property
from typing import NamedTuple

from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_layout import Layout, Span, shallow
from argmap.files.yaml_nodes import Node, compose, follow
from argmap.model.pattern import pattern
from argmap.model.spot import Path, Place, Spot

_SECTION = pattern(r"\n([A-Za-z_][\w-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:[ \t]*(?:#[^\n]*)?(?=\n)")
_TOP = pattern(r"\n(?=[^\s#])")
_COLON = pattern(r"[ \t]*:(?=\s|$)")
_SIMPLE = pattern(r"[\w.-]+")
_FIRST = pattern(r"\n([ ]+)[^\s#]")


class Key(NamedTuple):
    """The key of a record."""

    start: int
    """Position of the line break before it."""
    line: int
    """Its line in the file, from 1."""
    indent: int
    """Spaces before it."""
    length: int
    """Characters as it is written."""


class Slice(NamedTuple):
    """The text of one record."""

    line: int
    """Line of the file at which it begins, from 1."""
    text: str
    layout: Layout
    """What its lines tell."""


class YamlPlaces:
    """Finds places in one YAML text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = "\n" + text
        self._records: dict[tuple[str, str], Node | None] = {}
        self._slices: dict[tuple[str, str], Slice] = {}
        self._written: dict[str, tuple[str, dict[str, tuple[int, int]]]] = {}
        self._odd: dict[tuple[str, str], Key | None] = {}

    def place(self, spot: Spot) -> Place:
        """Find a spot, or what of its path can be found."""
        path = spot.path
        if not path:
            return Place(self._file, 1, 1, 1, 1)
        key = None
        if len(path) > 1:
            section, name = str(path[0]), str(path[1])
            key = self._key_of(section, name)
        if key is not None:
            if spot.on_key and len(path) == 2:
                return self._at_key(key, name)
            found = self._slice_of(section, name, key)
            span = found.layout.place(path[2:], spot.on_key)
            if span is not None:
                return self._in_slice(found, span)
            root = self._record(section, name, found)
            if root is not None:
                return self._walk(root, path[1:], spot.on_key, found.line - 1)
        if self._whole is not None:
            return self._walk(self._whole, path, spot.on_key, 0)
        return Place(self._file, 1, 1, 1, 1) if key is None else self._at_key(key, name)

    def root(self, spot: Spot) -> tuple[Node | None, int]:
        """Give what a spot's path begins in, and after how many lines of the file it begins.

        Where the record can be read alone, that is a mapping with the record's key and the path goes on
        from its second part; else (0 lines) it is the whole file, or None.
        """
        if len(spot.path) > 1:
            section, name = str(spot.path[0]), str(spot.path[1])
            key = self._key_of(section, name)
            if key is not None:
                found = self._slice_of(section, name, key)
                root = self._record(section, name, found)
                if root is not None:
                    return root, found.line - 1
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
        tops = [top.start() for top in _TOP.finditer(self._text)]
        for top, end in zip(tops, [*tops[1:], len(self._text)], strict=False):
            header = _SECTION.match(self._text, top)
            if header is not None:
                key = header[1]
                key = key[1:-1] if key[0] in "'\"" else key
                found.setdefault(key, (header.end(), end))
        return found

    def _slice_of(self, section: str, name: str, key: Key) -> Slice:
        """Cut out a record: from its key to the next line that stands no deeper."""
        found = self._slices.get((section, name))
        if found is None:
            end = self._sections[section][1]
            start, indent = key.start + 1, key.indent
            colon = self._text.index(":", start + indent + key.length)
            after = shallow(indent).search(self._text, colon, end)
            text = self._text[start : after.start() if after else end]
            found = Slice(key.line, text, Layout(text, indent, colon - key.start))
            self._slices[section, name] = found
        return found

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

    def _at_key(self, key: Key, name: str) -> Place:
        column = key.indent + 1
        quoted = 2 * (self._text[key.start + column] in "'\"")
        return Place(self._file, key.line, column, key.line, column + len(name) + quoted)

    def _record(self, section: str, name: str, found: Slice) -> Node | None:
        """Read one record's text as a mapping of one key; None if it cannot be read alone."""
        if (section, name) not in self._records:
            root = _compose(found.text)
            alone = root is not None and root.kind == "map" and len(root.items or ()) == 2
            self._records[section, name] = root if alone else None
        return self._records[section, name]

    def _key_of(self, section: str, name: str) -> Key | None:
        """Find the key of a record; of two under one id the first, as it was read."""
        if section not in self._written:
            self._written[section] = self._keys(section)
        indent, written = self._written[section]
        at = written.get(name)
        if at is not None:
            return Key(*at, len(indent), len(name))
        if (section, name) not in self._odd:
            self._odd[section, name] = self._odd_key(section, name)
        return self._odd[section, name]

    def _odd_key(self, section: str, name: str) -> Key | None:
        """Find a key that is written in quotation marks, or is out of the ordinary."""
        indent, written = self._written[section]
        for form in (name, f"'{name}'", f'"{name}"'):
            if form in written:
                return Key(*written[form], len(indent), len(form))
            if indent and not _SIMPLE.fullmatch(name):
                start = self._search(f"\n{indent}{form}", *self._sections[section])
                if start >= 0:
                    line = self._text.count("\n", 0, start + 1)
                    return Key(start, line, len(indent), len(form))
        return None

    def _keys(self, section: str) -> tuple[str, dict[str, tuple[int, int]]]:
        """Give the indentation of a section's records, and where those with simple keys begin.

        Of each key as it is written the position of the line break before it, and its line.
        """
        text = self._text
        start, end = self._sections.get(section, (0, 0))
        first = _FIRST.search(text, start, end)
        if first is None:
            return "", {}
        found: dict[str, tuple[int, int]] = {}
        line, before = 0, 0
        for each in _key_lines(first[1]).finditer(text, start, end):
            at = each.start()
            line += text.count("\n", before, at + 1)
            before = at + 1
            found.setdefault(each[1], (at, line))
        return first[1], found

    def _search(self, line: str, start: int, end: int) -> int:
        """Find a key that is out of the ordinary: the line break before it, or -1."""
        at = self._text.find(line, start, end)
        while at >= 0 and not _COLON.match(self._text, at + len(line)):
            at = self._text.find(line, at + len(line), end)
        return at

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
    return re.compile(rf"\n {{{len(indent)}}}(?! )(['\"]?[\w.-]++['\"]?)[ \t]*+:(?=\s|$)")


def _compose(text: str) -> Node | None:
    try:
        return compose(text)
    except YamlFault:
        return None
