"""Splits a YAML text that cannot be read whole into its records, by indentation alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SECTION = re.compile(r"""(?P<key>[A-Za-z_][\w-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=\s|$)""")
_RECORD = re.compile(
    r"""(?P<indent>[ \t]+)(?P<key>[^\s#'"\[\]{},&*!|>%@`?:-][^:\n]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=\s|$)"""
)
_BLANK = re.compile(r"\s*(?:#|$)")
_MARKER = re.compile(r"(?:---|\.\.\.)\s*$|%")


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text of one record, or of a section that cannot be split."""

    section: str
    """Key at the top of the file; empty before the first one."""
    key: str | None
    """The record's id; None for a whole section."""
    line: int
    """Line of the file at which the text begins, from 1."""
    text: str

    @property
    def column(self) -> int:
        """Column at which its first line begins, from 1."""
        return len(self.text) - len(self.text.lstrip(" \t")) + 1


def split_records(text: str) -> Iterator[Chunk]:
    r"""Split a text into the records of its sections.

    Examples:
        >>> [(c.key, c.line) for c in split_records("claims:\n  a: {text: x\n  b: {text: y}")]
        [('a', 2), ('b', 3)]
    """
    section, start, body = "", 1, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _SECTION.match(line):
            yield from _records(section, start, body)
            section, start, body = _unquoted(found["key"]), number, []
        body.append("" if _MARKER.match(line) else line)
    yield from _records(section, start, body)


def _records(section: str, start: int, body: list[str]) -> Iterator[Chunk]:
    """Split one section, given with its header line."""
    header = _SECTION.match(body[0]) if body else None
    if header is None or not _BLANK.match(body[0], header.end()):
        if not all(_BLANK.match(line) for line in body):
            yield Chunk(section, None, start, "\n".join(body))
        return
    indent: str | None = None
    key, first = None, 1
    for i, line in enumerate(body[1:], 1):
        found = _RECORD.match(line)
        if found is None or (indent is not None and found["indent"] != indent):
            if indent is None and not _BLANK.match(line):
                yield Chunk(section, None, start, "\n".join(body))
                return
            continue
        indent = found["indent"]
        if key is not None:
            yield Chunk(section, key, start + first, "\n".join(body[first:i]))
        key, first = _unquoted(found["key"]), i
    if key is not None:
        yield Chunk(section, key, start + first, "\n".join(body[first:]))


def _unquoted(key: str) -> str:
    return key[1:-1] if key[0] in "'\"" else key.rstrip()
