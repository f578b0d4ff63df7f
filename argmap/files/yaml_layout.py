"""Where a path stands in one record, by its lines alone, as far as these leave no doubt.

Most records are written plainly: a field a line, lists with a dash a line, brackets closed on the
line on which they open. Of these the place of a path is found without reading YAML, many times
faster. Anything else (an anchor, a tag, a text in quotation marks over several lines) is left to
the reader of ``yaml_nodes``, with which this module agrees wherever it answers.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from argmap.files.yaml_nodes import SHORT, Node, follow
from argmap.model.dataclass import dataclass
from argmap.model.pattern import pattern
from argmap.model.spot import Path

_QUOTED = r"""(?:"(?:[^"\\\n]|\\["\\/nt])*+"|'(?:[^'\n]|'')*+')"""
_WORDS = r"""[^\s"'\[\]{},&*!|>%@`?\#:-][^\n\[\]{},:\#]*+"""
_TEXT = rf"(?:{_QUOTED}|{_WORDS})[ ]*+"
_FLOW_LIST = rf"\[[ ]*+(?:{_TEXT}(?:,[ ]*+{_TEXT})*+)?+\]"
_PAIR = rf"{_TEXT}:[ ]++(?:{_TEXT}|{_FLOW_LIST}[ ]*+)"
_FLOW = rf"(?:{_FLOW_LIST}|\{{[ ]*+(?:{_PAIR}(?:,[ ]*+{_PAIR})*+)?+\}})"
_PLAIN = r"""(?!-(?:\s|\Z))[^\s"'\[\]{},&*!|>%@`?\#:][^\n:\#]*+(?:(?::(?=[^\s])|(?<=[^\s])\#)[^\n:\#]*+)*+"""
_KEY = r"[\w.-]++:(?=[ \n]|\Z)"
_END = r"[ ]*+(?:(?<=[ ])\#[^\n]*+)?(?=\n|\Z)"
_LINES = pattern(
    rf"[ ]*+(?:\#[^\n]*+)?(?:\n(?:[ ]*+(?:\#[^\n]*+)?(?=\n|\Z)"
    rf"|[ ]++(?:-[ ]++)*+(?:{_KEY}[ ]*+)?(?:{_PLAIN}|{_QUOTED}|{_FLOW}|[|>][-+]?)?+{_END}))*+\Z"
)
"""Lines of which each is a comment, or has a key, dashes and a value that ends on it, or some of these."""
_CONTENT = pattern(r"\n([ ]*+)(?![\n\#]|\Z)(-(?=[ \n]))?")
_FIELD = pattern(_KEY)
_BLANKS = pattern("[ ]*")
_QUOTING, _FLOWING = pattern(_QUOTED), pattern(_FLOW)
_TOKEN = pattern(rf"({_QUOTED}|{_WORDS})|([\[\]{{}},:])|[ ]+")


class Span(NamedTuple):
    """A span of a record's text."""

    start: int
    end: int | None
    """Behind its last character; None for what ends with its line or goes on behind it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a record that the lines tell apart."""

    kind: Literal["map", "list", "flow", "scalar", "empty"]
    """``map`` and ``list`` stand in block form, ``flow`` in brackets; ``empty`` is no value at all."""
    span: Span
    stop: int = 0
    """Where the text of a block ends."""
    indent: int = 0
    """Spaces before the keys of a mapping, or before the dashes of a list."""


class _UnsureError(Exception):
    """The lines leave a doubt."""


class Layout:
    """The text of one record, from the line of its key on."""

    def __init__(self, text: str, key: int, behind: int) -> None:
        """Take the text, where its key begins, and the position behind the colon."""
        self._text = text
        self._key = Span(key, behind - 1)
        self._behind = behind
        closed = text[behind - 2] != " " and text[-1] != " "
        is_printable = closed and text.replace("\n", "").isprintable()  # no tabs, no other ends of lines
        self._is_plain = is_printable and _LINES.match(text, behind) is not None

    def place(self, path: Path, on_key: bool) -> Span | None:
        """Find a path inside the record, its key left out; None where only a YAML reader is sure."""
        if not self._is_plain:
            return None
        try:
            return self._follow(path, on_key)
        except _UnsureError:
            return None

    def _follow(self, path: Path, on_key: bool) -> Span:
        key: Span | None = self._key
        part = self._behind_colon(self._key.start, self._behind, len(self._text))
        for depth, name in enumerate(path):
            if part.kind == "map":
                entry = self._entry(part, str(name))
                if entry is not None:
                    key, part = entry
                elif name != 0:
                    return key or part.span
            elif part.kind == "list":
                item = self._item(part, name) if isinstance(name, int) else None
                if item is None:
                    return key if key and on_key else part.span
                key, part = None, item
            elif part.kind == "flow":
                return self._in_flow(part, path[depth:], key, on_key)
            elif name != 0 and name not in SHORT:
                break
        return key if key and (on_key or part.kind == "empty") else part.span

    def _in_flow(self, part: _Part, path: Path, key: Span | None, on_key: bool) -> Span:
        """Follow the rest of a path in brackets."""
        outer = Node("scalar", 1, key.start, 1, key.end or key.start) if key else None
        found, node, whole = follow(self._nodes(part.span), path, outer)
        empty = node.kind == "scalar" and node.column == node.end_column
        if found is not None and (on_key or empty or (not whole and node.kind == "map")):
            node = found
        return Span(node.column, node.end_column)

    def _entry(self, part: _Part, name: str) -> tuple[Span, _Part] | None:
        """Find a key of a mapping, and what stands behind it."""
        text, at = self._text, part.span.start
        if not text.startswith(f"{name}:", at) or text[at + len(name) + 1 : at + len(name) + 2].strip():
            line = f"\n{' ' * part.indent}{name}:"
            at = text.find(line, at, part.stop)
            while at >= 0 and text[at + len(line) : at + len(line) + 1].strip():
                at = text.find(line, at + 1, part.stop)
            if at < 0:
                return None
            at += 1 + part.indent
        behind = at + len(name) + 1
        after = shallow(part.indent).search(text, behind, part.stop)
        stop = after.start() if after else part.stop
        return Span(at, behind - 1), self._behind_colon(part.indent, behind, stop)

    def _item(self, part: _Part, number: int) -> _Part | None:
        """Find an entry of a list."""
        text, at, line = self._text, part.span.start, f"\n{' ' * part.indent}- "
        for _ in range(number):
            at = text.find(line, at, part.stop) + 1 + part.indent
            if at <= part.indent:
                return None
        after = text.find(line, at, part.stop)
        stop = after if after >= 0 else part.stop
        at = _end(_BLANKS, text, at + 1)
        if text.startswith(("- ", "\n", "#"), at):
            raise _UnsureError
        if _FIELD.match(text, at):
            return _Part("map", Span(at, None), stop, at - text.rindex("\n", 0, at) - 1)
        return self._on_the_line(at, stop)

    def _behind_colon(self, indent: int, at: int, stop: int) -> _Part:
        """Tell what a key has, given the spaces before the key and the text behind its colon."""
        text = self._text
        value = _end(_BLANKS, text, at)
        if value < stop and text[value] not in "\n#":
            return self._on_the_line(value, stop)
        below = _CONTENT.search(text, value, stop)
        if below is None:
            return _Part("empty", Span(value, value))
        deep, start = len(below[1]), below.end(1)
        if below[2] and deep >= indent:
            return _Part("list", Span(start, None), stop, deep)
        if below[2] or deep <= indent or not _FIELD.match(text, start):
            raise _UnsureError
        return _Part("map", Span(start, None), stop, deep)

    def _on_the_line(self, start: int, stop: int) -> _Part:
        """Tell a value by the line on which it begins; ``stop`` is where something else must begin."""
        text = self._text
        if text[start] in "[{":
            return _Part("flow", Span(start, _end(_FLOWING, text, start)))
        if text[start] in "'\"":
            return _Part("scalar", Span(start, _end(_QUOTING, text, start)))
        goes_on = _CONTENT.search(text, start, stop) is not None
        if goes_on != (text[start] in "|>"):  # plain words over several lines, or a block without any
            raise _UnsureError
        if goes_on:
            return _Part("scalar", Span(start, None))
        end = text.find("\n", start, stop)
        words = text[start : end if end >= 0 else stop].partition(" #")[0].rstrip(" ")
        return _Part("scalar", Span(start, start + len(words)))

    def _nodes(self, span: Span) -> Node:
        """Read brackets as nodes whose columns are positions in the record's text."""
        around = [Node("list", 1, 1, 1, 1, items=[])]
        for token in _TOKEN.finditer(self._text, span.start, span.end or span.start):
            words, start = token[1], token.start()
            if words:
                quoted = words[0] in "'\""
                text = words.rstrip(" ")
                node = Node("scalar", 1, start, 1, start + len(text), text[1:-1] if quoted else text)
                if quoted and ("\\" in text or "''" in node.text):
                    raise _UnsureError
                _items(around).append(node)
            elif token[0] in "[{":
                around.append(Node("list" if token[0] == "[" else "map", 1, start, 1, start, items=[]))
            elif token[0] in "]}":
                node = around.pop()
                node.end_column = start + 1
                _items(around).append(node)
        return _items(around)[0]


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _items(around: list[Node]) -> list[Node]:
    items = around[-1].items
    assert items is not None
    return items


@cache
def shallow(indent: int) -> re.Pattern[str]:
    """Match before the next line that stands no deeper than a key, unless with the dash of its list."""
    return re.compile(rf"\n(?:[ ]{{0,{max(0, indent - 1)}}}|[ ]{{{indent}}}(?!-\s))[^\s#]")
