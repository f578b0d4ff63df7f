"""Lists and mappings as they stand in a text, and the smallest edits that change one entry of them."""

from collections.abc import Callable
from typing import NamedTuple

from argmap.model.dataclass import dataclass
from argmap.model.fix import Value

Span = tuple[int, int]
"""Begin and end as positions in a text, the end exclusive."""


class Entry(NamedTuple):
    """One entry of a list or mapping."""

    key: str | int
    """Key in a mapping, position in a list."""
    start: int
    """Where the entry begins: at its key, its dash, its header or its value."""
    value: Span
    key_span: Span | None = None
    repeated: bool = False
    """Whether an earlier entry of the mapping has the same key."""


@dataclass(frozen=True, slots=True)
class Level:
    """A list or mapping on the way to a place, and which of its entries is on the way."""

    is_map: bool
    flow: bool
    """Whether it stands in brackets; else each entry has lines of its own."""
    span: Span
    entries: tuple[Entry, ...]
    chosen: int = 0

    @property
    def entry(self) -> Entry:
        """The entry on the way."""
        return self.entries[self.chosen]


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from the top of a text to a place."""

    levels: tuple[Level, ...]
    above: tuple[str | int, ...] = ()
    """Keys above the first level."""

    def keys(self, depth: int) -> tuple[str | int, ...]:
        """Give the keys of the first levels, as they stand in the text."""
        return (*self.above, *(level.entry.key for level in self.levels[:depth]))


@dataclass(frozen=True, slots=True)
class Syntax:
    """How one format writes values."""

    value: Callable[[Value, bool], str]
    """Value and whether it stands in brackets, to text."""
    key: Callable[[str, bool], str]
    """Key and whether it stands in brackets, to text."""
    pair: str
    """What stands between key and value."""


class Cut(NamedTuple):
    """What stands between two positions becomes another text."""

    start: int
    end: int
    text: str


def removal(text: str, trail: Trail) -> tuple[Cut, int] | None:
    """Plan to remove the entry at the end of a trail; what would be left empty goes with it.

    Returns:
        The cut, and how many levels lead to what is removed; None where it cannot be done cleanly.
    """
    depth = len(trail.levels)
    while depth and len(trail.levels[depth - 1].entries) == 1:
        depth -= 1
    if not depth:
        return None
    level = trail.levels[depth - 1]
    cut = _from_brackets(text, level) if level.flow else _lines(text, level)
    return (cut, depth) if cut else None


def _from_brackets(text: str, level: Level) -> Cut | None:
    """Cut an entry out of a list or mapping in brackets, with one comma."""
    i, entries = level.chosen, level.entries
    left, right = (i, i + 1) if i + 1 < len(entries) else (i - 1, i)
    gap = entries[left].value[1], entries[right].start
    if text[slice(*gap)].strip() != ",":
        return None
    return Cut(entries[i].start, gap[1], "") if left == i else Cut(gap[0], entries[i].value[1], "")


def _lines(text: str, level: Level) -> Cut | None:
    """Cut the lines of an entry, with a remark at their end."""
    entry = level.entry
    line_start = text.rfind("\n", 0, entry.start) + 1
    line_end = text.find("\n", entry.value[1])
    line_end = len(text) if line_end < 0 else line_end
    behind = text[entry.value[1] : line_end].strip()
    if behind and not behind.startswith("#"):
        return None
    if not text[line_start : entry.start].strip():
        if line_end == len(text):
            return Cut(max(line_start - 1, 0), line_end, "")
        blank_around = text[line_end:].startswith("\n\n") and text[:line_start].endswith(("\n\n", "\n\n\n"))
        return Cut(line_start, line_end + 1 + blank_around, "")
    if level.chosen == 0 and not text[entry.value[1] : level.entries[1].start].strip():
        return Cut(entry.start, level.entries[1].start, "")  # the first key behind a dash
    return None


def insertion(text: str, level: Level, key: str, value: Value, syntax: Syntax) -> Cut | None:
    """Plan to add a key to a mapping, behind its last entry."""
    if not level.is_map or any(str(entry.key) == key for entry in level.entries):
        return None
    pair = f"{syntax.key(key, level.flow)}{syntax.pair}{syntax.value(value, level.flow)}"
    if level.flow:
        if not level.entries:
            at = level.span[0] + 1
            return Cut(at, at, pair)
        at = level.entries[-1].value[1]
        return Cut(at, at, f", {pair}")
    if not level.entries:
        return None
    first, last = level.entries[0], level.entries[-1]
    indent = first.start - (text.rfind("\n", 0, first.start) + 1)
    at = text.find("\n", last.value[1])
    at = len(text) if at < 0 else at
    return Cut(at, at, f"\n{' ' * indent}{pair}")
