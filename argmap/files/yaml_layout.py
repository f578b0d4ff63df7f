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
from argmap.model.pattern import pattern
from argmap.model.spot import Path

_QUOTED = r"""(?:"(?:[^"\\\n]|\\["\\/nt])*+"|'(?:[^'\n]|'')*+')"""
_WORDS = r"""[^\s"'\[\]{},&*!|>%@`?\#:-][^\n\[\]{},:\#]*+"""
_TEXT = rf"(?:{_QUOTED}|{_WORDS})[ ]*+"
_FLOW_LIST = rf"\[[ ]*+(?:{_TEXT}(?:,[ ]*+{_TEXT})*+)?+\]"
_PAIR = rf"{_TEXT}:[ ]++(?:{_TEXT}|{_FLOW_LIST}[ ]*+)"
_FLOW = rf"(?:{_FLOW_LIST}|\{{[ ]*+(?:{_PAIR}(?:,[ ]*+{_PAIR})*+)?+\}})"
_PLAIN = r"""(?!-(?:\s|\Z))[^\s"'\[\]{},&*!|>%@`?\#:][^\n:\#]*+(?:(?::(?=[^\s])|(?<=[^\s])\#)[^\n:\#]*+)*+"""
_KEY = r"[A-Za-z0-9_.-]++:(?=[ \n]|\Z)"
_LETTERS = r"[A-Za-z][^\n:\#]*+(?=\n|\Z)"
_END = r"[ ]*+(?:(?<=[ ])\#[^\n]*+)?(?=\n|\Z)"
_SIMPLE = r"[A-Za-z0-9][A-Za-z0-9_. -]*+"
_SIMPLE_LIST = rf"\[(?:{_SIMPLE}(?:,[ ]*+{_SIMPLE})*+)?+\]"
_SIMPLE_PAIR = rf"{_SIMPLE}:[ ]++(?:{_SIMPLE}|{_SIMPLE_LIST})"
_SIMPLE_FLOW = rf"(?:{_SIMPLE_LIST}|\{{{_SIMPLE_PAIR}(?:,[ ]*+{_SIMPLE_PAIR})*+\}})"


def _lines(flow: str) -> re.Pattern[str]:
    """Match lines that are comments, or have a key, dashes and a value that ends on it, or some of these.

    Args:
        flow: What may stand in brackets.
    """
    return pattern(
        rf"[ ]*+(?:\#[^\n]*+)?(?:\n(?:[ ]++(?:-[ ]++)*+(?:{_KEY}[ ]*+)?"
        rf"(?:{_LETTERS}|(?:{_PLAIN}|{_QUOTED}|{flow}|[|>][-+]?)?+{_END})|(?:\#[^\n]*+)?(?=\n|\Z)))*+\Z"
    )


_SIMPLE_LINES, _LINES = _lines(_SIMPLE_FLOW), _lines(_FLOW)
"""Those that most records are made of, which take half the time to compile, and all of them."""
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


class _Part(NamedTuple):
    """A piece of a record that the lines tell apart."""

    kind: Literal["map", "list", "flow", "scalar", "empty"]
    """``map`` and ``list`` stand in block form, ``flow`` in brackets; ``empty`` is no value at all."""
    start: int
    end: int | None = None
    """Behind its last character; None for a block, and for what ends with its line or goes on behind it."""
    indent: int = 0
    """Spaces before the keys of a mapping, or before the dashes of a list."""
    above: int = 0
    """Spaces before the key of a block."""
    stop: int | None = None
    """Where the text of a block ends, if not with the next line that stands no deeper than its key."""


class _UnsureError(Exception):
    """The lines leave a doubt."""


class Layout:
    """The text of one record, from the line of its key on."""

    def __init__(self, text: str, key: int, behind: int) -> None:
        """Take the text, where its key begins, and the position behind the colon."""
        self._text = text
        self._key, self._behind = key, behind
        closed = text[behind - 2] != " " and text[-1] != " "
        is_printable = closed and text.replace("\n", "").isprintable()  # no tabs, no other ends of lines
        lines = is_printable and (_SIMPLE_LINES.match(text, behind) or _LINES.match(text, behind))
        self._is_plain = bool(lines)

    def place(self, path: Path, on_key: bool) -> Span | None:
        """Find a path inside the record, its key left out; None where only a YAML reader is sure."""
        if not self._is_plain:
            return None
        try:
            return self._follow(path, on_key)
        except _UnsureError:
            return None

    def _follow(self, path: Path, on_key: bool) -> Span:
        key: tuple[int, int] | None = self._key, self._behind - 1
        part = self._behind_colon(self._key, self._behind, len(self._text))
        for depth, name in enumerate(path):
            if part.kind == "map":
                entry = self._entry(part, str(name))
                if entry is not None:
                    key, part = entry
                elif name != 0:
                    return Span(*key) if key else Span(part.start, part.end)
            elif part.kind == "list":
                item = self._item(part, name) if isinstance(name, int) else None
                if item is None:
                    return Span(*key) if key and on_key else Span(part.start, part.end)
                key, part = None, item
            elif part.kind == "flow":
                return self._in_flow(part, path[depth:], key, on_key)
            elif name != 0 and name not in SHORT:
                break
        return Span(*key) if key and (on_key or part.kind == "empty") else Span(part.start, part.end)

    def _in_flow(self, part: _Part, path: Path, key: tuple[int, int] | None, on_key: bool) -> Span:
        """Follow the rest of a path in brackets."""
        outer = Node("scalar", 1, key[0], 1, key[1]) if key else None
        found, node, whole = follow(self._nodes(part.start, part.end or part.start), path, outer)
        empty = node.kind == "scalar" and node.column == node.end_column
        if found is not None and (on_key or empty or (not whole and node.kind == "map")):
            node = found
        return Span(node.column, node.end_column)

    def _entry(self, part: _Part, name: str) -> tuple[tuple[int, int], _Part] | None:
        """Find a key of a mapping, and what stands behind it."""
        text, at = self._text, part.start
        if not text.startswith(f"{name}:", at) or text[at + len(name) + 1 : at + len(name) + 2].strip():
            line, stop = f"\n{' ' * part.indent}{name}:", self._stop(part)
            at = text.find(line, at, stop)
            while at >= 0 and text[at + len(line) : at + len(line) + 1].strip():
                at = text.find(line, at + 1, stop)
            if at < 0:
                return None
            at += 1 + part.indent
        behind = at + len(name) + 1
        return (at, behind - 1), self._behind_colon(part.indent, behind)

    def _item(self, part: _Part, number: int) -> _Part | None:
        """Find an entry of a list."""
        text, at, line = self._text, part.start, f"\n{' ' * part.indent}- "
        stop = self._stop(part)
        for _ in range(number):
            at = text.find(line, at, stop) + 1 + part.indent
            if at <= part.indent:
                return None
        after = text.find(line, at, stop)
        stop = after if after >= 0 else stop
        at = _end(_BLANKS, text, at + 1)
        if text.startswith(("- ", "\n", "#"), at):
            raise _UnsureError
        if _FIELD.match(text, at):
            return _Part("map", at, None, at - text.rindex("\n", 0, at) - 1, part.indent, stop)
        return self._closed(at) or self._words(at, _CONTENT.search(text, at, stop) is not None)

    def _stop(self, part: _Part) -> int:
        """Tell where the text of a block ends."""
        if part.stop is not None:
            return part.stop
        after = _shallow(part.above).search(self._text, part.start)
        return after.start() if after else len(self._text)

    def _behind_colon(self, indent: int, at: int, stop: int | None = None) -> _Part:
        """Tell what a key has, given the spaces before the key and the position behind its colon."""
        text = self._text
        value = at if text.startswith("\n", at) else _end(_BLANKS, text, at)
        below = _CONTENT.search(text, value)
        start, deep = (below.end(1), below.end(1) - below.start(1)) if below else (0, -1)
        if below is None or deep < indent or (deep == indent and not below[2]):  # it is of something else
            below = None
        if value < len(text) and text[value] not in "\n#":
            return self._closed(value) or self._words(value, below is not None)
        if below is None:
            return _Part("empty", value, value)
        if below[2]:
            return _Part("list", start, None, deep, indent, stop)
        if not _FIELD.match(text, start):
            raise _UnsureError
        return _Part("map", start, None, deep, indent, stop)

    def _closed(self, start: int) -> _Part | None:
        """Tell a value in brackets or quotation marks, which ends on its line."""
        opening = self._text[start]
        if opening in "[{":
            return _Part("flow", start, _end(_FLOWING, self._text, start))
        return _Part("scalar", start, _end(_QUOTING, self._text, start)) if opening in "'\"" else None

    def _words(self, start: int, goes_on: bool) -> _Part:
        """Tell a value without them, given whether something of it stands on lines below."""
        text = self._text
        if goes_on != (text[start] in "|>"):  # plain words over several lines, or a block without any
            raise _UnsureError
        if goes_on:
            return _Part("scalar", start)
        end = text.find("\n", start)
        words = text[start : end if end >= 0 else None].partition(" #")[0].rstrip(" ")
        return _Part("scalar", start, start + len(words))

    def _nodes(self, start: int, end: int) -> Node:
        """Read brackets as nodes whose columns are positions in the record's text."""
        around = [Node("list", 1, 1, 1, 1, items=[])]
        for token in _TOKEN.finditer(self._text, start, end):
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
def _shallow(indent: int) -> re.Pattern[str]:
    """Match before the next line that stands no deeper than a key, unless with the dash of its list."""
    return re.compile(rf"\n(?:[ ]{{0,{max(0, indent - 1)}}}|[ ]{{{indent}}}(?!-\s))[^\s#]")
