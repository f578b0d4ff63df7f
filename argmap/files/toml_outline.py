"""The way to a place in a TOML text, as positions. The text is one that the TOML reader accepts."""

import re
from dataclasses import dataclass, field

from argmap.files.outline import Entry, Level, Span, Syntax, Trail
from argmap.files.settings_write import toml_key, toml_value
from argmap.model.finding import Spot

_PART = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[A-Za-z0-9_-]+"
_KEY = re.compile(rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*")
_PARTS = re.compile(_PART)
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_SCALAR = re.compile(
    r"\"\"\"(?:[^\\]|\\.)*?\"{3,5}|'''.*?'{3,5}|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^,\]}#\n]*[^,\]}#\n \t]",
    re.DOTALL,
)
Keys = tuple[str | int, ...]


@dataclass(slots=True)
class _Value:
    start: int
    end: int = 0
    is_map: bool = False
    entries: "list[tuple[Keys, Span | None, _Value]] | None" = None
    """Of an array or inline table: key or position, place of the key, value."""


@dataclass(slots=True)
class _Table:
    path: Keys
    """Its name, with its position where it is one of an array of tables."""
    start: int
    end: int
    key: Span
    entries: list[tuple[Keys, Span, _Value]] = field(default_factory=list)
    is_one_of_many: bool = False


class TomlOutline:
    """Finds ways in one TOML text."""

    def __init__(self, text: str) -> None:
        try:
            self._tables = _tables(text)
        except (ValueError, RecursionError):
            self._tables = []

    def trail(self, spot: Spot) -> Trail | None:
        """Follow a spot's path to its end, or give None."""
        path = tuple(spot.path)
        for table in self._tables:
            if table.is_one_of_many and table.path == path:
                return self._array(table)
            if not table.is_one_of_many and table.path == path:
                return Trail((), path)
        for table in self._tables:
            if path[: len(table.path)] != table.path:
                continue
            rest = path[len(table.path) :]
            level = self._table_level(table)
            for i, (keys, _, value) in enumerate(table.entries):
                if rest[: len(keys)] == keys:
                    first = Level(True, False, level.span, level.entries, i)
                    found = self._follow((first,), value, rest[len(keys) :])
                    if found:
                        return Trail(found, table.path)
        return None

    def inside(self, trail: Trail, spot: Spot) -> Level | None:
        """Give the table or array that stands at the end of a trail."""
        path = trail.keys(len(trail.levels))
        for table in self._tables:
            if table.path == path:
                return self._table_level(table)
        return None

    def _array(self, wanted: _Table) -> Trail:
        """Give the way to one of an array of tables."""
        all_of = [t for t in self._tables if t.is_one_of_many and t.path[:-1] == wanted.path[:-1]]
        entries = tuple(Entry(i, t.start, (t.start, t.end), t.key) for i, t in enumerate(all_of))
        level = Level(False, False, (all_of[0].start, all_of[-1].end), entries, all_of.index(wanted))
        top = wanted.path[:-1]
        above = Level(True, False, level.span, (Entry(top[-1], all_of[0].start, level.span),) * 2)
        return Trail((above, level), top[:-1])

    def _table_level(self, table: _Table) -> Level:
        entries = tuple(_entry(keys, span, value) for keys, span, value in table.entries)
        return Level(True, False, (table.start, table.end), entries)

    def _follow(self, levels: tuple[Level, ...], value: _Value, path: Keys) -> tuple[Level, ...] | None:
        while path:
            if value.entries is None:
                return levels if path == (0,) else None
            entries = tuple(_entry(*entry) for entry in value.entries)
            chosen = next((i for i, entry in enumerate(entries) if entry.key == path[0]), None)
            if chosen is None:
                return None
            levels = (*levels, Level(value.is_map, True, (value.start, value.end), entries, chosen))
            value, path = value.entries[chosen][2], path[1:]
        return levels


def _entry(keys: Keys, span: Span | None, value: _Value) -> Entry:
    key = keys[0] if len(keys) == 1 else ".".join(map(str, keys))
    return Entry(key, span[0] if span else value.start, (value.start, value.end), span)


def _tables(text: str) -> list[_Table]:
    """Read the tables of a text with what they hold; what stands before the first header is one too."""
    tables = [_Table((), 0, 0, (0, 0))]
    counts: dict[Keys, int] = {}
    at = _after(_BLANK, text, 0)
    while at < len(text):
        if text[at] == "[":
            table, at = _header(text, at, counts)
            tables.append(table)
        else:
            keys, span, at = _key(text, at)
            value = _value(text, _after(_SPACE, text, _expect(text, at, "=")))
            tables[-1].entries.append((keys, span, value))
            tables[-1].end = at = value.end
        at = _after(_BLANK, text, at)
    return tables


def _header(text: str, at: int, counts: dict[Keys, int]) -> tuple[_Table, int]:
    many = text.startswith("[[", at)
    keys, span, end = _key(text, _after(_SPACE, text, at + 1 + many))
    end = _expect(text, end, "]]" if many else "]")
    path: Keys = ()
    for i, part in enumerate(keys):
        path = (*path, part)
        if many and i == len(keys) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return _Table(path, at, end, span, is_one_of_many=many), end


def _key(text: str, at: int) -> tuple[Keys, Span, int]:
    found = _KEY.match(text, at)
    if found is None:
        raise ValueError("no key")
    parts = tuple(p[1:-1] if p[0] in "\"'" else p for p in _PARTS.findall(found[0]))
    return parts, found.span(), found.end()


def _value(text: str, at: int) -> _Value:
    closing = {"[": "]", "{": "}"}.get(text[at : at + 1])
    if closing is None:
        found = _SCALAR.match(text, at)
        if found is None:
            raise ValueError("no value")
        return _Value(at, found.end())
    whole = _Value(at, is_map=closing == "}", entries=[])
    assert whole.entries is not None
    at = _after(_BLANK, text, at + 1)
    while not text.startswith(closing, at):
        keys: Keys = (len(whole.entries),)
        span: Span | None = None
        if whole.is_map:
            keys, span, at = _key(text, at)
            at = _after(_BLANK, text, _expect(text, at, "="))
        value = _value(text, at)
        whole.entries.append((keys, span, value))
        at = _after(_BLANK, text, value.end)
        if not text.startswith(closing, at):
            at = _after(_BLANK, text, _expect(text, at, ","))
    whole.end = at + 1
    return whole


def _expect(text: str, at: int, what: str) -> int:
    at = _after(_SPACE, text, at)
    if not text.startswith(what, at):
        raise ValueError(f"no {what}")
    return at + len(what)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


TOML = Syntax(lambda value, _: toml_value(value), lambda key, _: toml_key(key), " = ")
