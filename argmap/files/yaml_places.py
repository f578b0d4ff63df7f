"""Where a path of a YAML file stands: only the record asked for is read with its marks."""

from functools import cached_property

from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_index import Record, YamlIndex
from argmap.files.yaml_layout import Layout, Span
from argmap.files.yaml_nodes import Node, compose, follow
from argmap.model.spot import Path, Place, Spot

_LONGEST = 1000
"""Characters of a line that a place carries with it at most."""


class YamlPlaces:
    """Finds places in one YAML text."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._index = YamlIndex(text)
        self._nodes: dict[tuple[str, str], Node | None] = {}
        self._layouts: dict[tuple[str, str], Layout] = {}

    def place(self, spot: Spot) -> Place:
        """Find a spot, or what of its path can be found."""
        path = spot.path
        if not path:
            return Place(self._file, 1, 1, 1, 1)
        record = None
        if len(path) > 1:
            section, name = str(path[0]), str(path[1])
            record = self._index.record(section, name)
        if record is not None:
            if spot.on_key and len(path) == 2:
                return self._at_key(record, name)
            span = self._layout(section, name, record).place(path[2:], spot.on_key)
            if span is not None:
                return self._in_record(record, span)
            root = self._alone(section, name, record)
            if root is not None:
                return self._walk(root, path[1:], spot.on_key, record.line - 1)
        if self._whole is not None:
            return self._walk(self._whole, path, spot.on_key, 0)
        return Place(self._file, 1, 1, 1, 1) if record is None else self._at_key(record, name)

    def root(self, spot: Spot) -> tuple[Node | None, int]:
        """Give what a spot's path begins in, and after how many lines of the file it begins.

        Where the record can be read alone, that is a mapping with the record's key and the path goes on
        from its second part; else (0 lines) it is the whole file, or None.
        """
        if len(spot.path) > 1:
            section, name = str(spot.path[0]), str(spot.path[1])
            record = self._index.record(section, name)
            if record is not None:
                root = self._alone(section, name, record)
                if root is not None:
                    return root, record.line - 1
        return self._whole, 0

    @cached_property
    def _whole(self) -> Node | None:
        return _compose(self._text)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    def _layout(self, section: str, name: str, record: Record) -> Layout:
        """Look at the lines of a record, once."""
        found = self._layouts.get((section, name))
        if found is None:
            colon = record.text.index(":", record.indent + record.length)
            found = self._layouts[section, name] = Layout(record.text, record.indent, colon + 1)
        return found

    def _in_record(self, record: Record, span: Span) -> Place:
        """Give the place of a span of a record's text."""
        text = record.text
        before = text.rfind("\n", 0, span.start) + 1
        stop = text.find("\n", span.start)
        words = text[before : stop if stop >= 0 else None]
        line, end = record.line + text.count("\n", 0, span.start), span.end
        if end is None:
            end = max(before + len(words.rstrip()), span.start)
        kept = words if len(words) <= _LONGEST else None
        return Place(self._file, line, span.start - before + 1, line, end - before + 1, kept)

    def _at_key(self, record: Record, name: str) -> Place:
        column, words = record.indent + 1, record.text.partition("\n")[0]
        end = column + len(name) + 2 * (words[record.indent] in "'\"")
        return Place(
            self._file, record.line, column, record.line, end, words if len(words) <= _LONGEST else None
        )

    def _alone(self, section: str, name: str, record: Record) -> Node | None:
        """Read one record's text as a mapping of one key; None if it cannot be read alone."""
        if (section, name) not in self._nodes:
            root = _compose(record.text)
            alone = root is not None and root.kind == "map" and len(root.items or ()) == 2
            self._nodes[section, name] = root if alone else None
        return self._nodes[section, name]

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


def _compose(text: str) -> Node | None:
    try:
        return compose(text)
    except YamlFault:
        return None
