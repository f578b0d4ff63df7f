"""Values of records as they are mostly written, read at once; every equal one is one object.

Each reader gives what the description of the records (``argmap.model.records``) makes of a value, or raises
an error where the value is not of the usual kind: then the description itself is asked. Most readers also
read a field of many records together, which takes a fraction of the time. What recurs (ids, dates, locators)
is kept until ``forget``, so that a large map holds each once.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import Any, get_args

from argmap.model.edtf import Edtf, parse_edtf, plain_dates
from argmap.model.locator import Locator, parse_locator
from argmap.model.short_forms import one_text


class Unusual(ValueError):  # noqa: N818  # nothing is wrong with it
    """Raised for a value that has to be looked at more closely."""


class _Nothing(dict[str, Any]):
    """An empty mapping that stays empty."""

    def _refused(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a record does not change")

    __setitem__ = update = setdefault = __ior__ = _refused


NONE = _Nothing()
"""The one mapping of all records that leave a mapping out."""


class Reader:
    """Reads values of one kind: one, or those of many records together."""

    __slots__ = ("many", "one")

    def __init__(
        self, one: Callable[[Any], Any], many: Callable[[Sequence[Any]], Iterable[Any]] | None = None
    ) -> None:
        """Take what reads one value, and what reads many where that is quicker than one by one."""
        self.one = one
        self.many: Callable[[Sequence[Any]], Iterable[Any]] = many or (lambda values: map(one, values))


_DIGEST = re.compile("sha256:[0-9a-f]{64}").fullmatch
_PLAIN = {int, str}

_names: dict[str, str] = {}

same = _names.setdefault
"""Give, for a text twice, the one object that stands for all equal texts."""


class _Dates(dict[str, Edtf]):
    """Dates by their texts."""

    def __missing__(self, value: Any) -> Edtf:
        if type(value) is not str:
            return parse_edtf(value)
        found = self[value] = parse_edtf(value)
        return found


class _Locators(dict[tuple[tuple[str, Any], ...], Locator]):
    """Locators by the parts that they are written in."""

    def __missing__(self, parts: tuple[tuple[str, Any], ...]) -> Locator:
        found = self[parts] = parse_locator(dict(parts))
        return found


_dates, _locators = _Dates(), _Locators()


_shared: list[dict[Any, Any]] = [_names, _dates, _locators]


def share(kept: dict[Any, Any]) -> None:
    """Let go of these values too when the others are let go."""
    _shared.append(kept)


def forget(most: int = 0) -> None:
    """Let go of the values that were kept, where there are more of a kind than need be."""
    for kept in _shared:
        if len(kept) > most:
            kept.clear()


def refuse() -> Any:
    """Leave a value to the description."""
    raise Unusual


def _name(value: Any) -> Any:
    if type(value) is not str:
        if type(value) is not int:
            raise Unusual
        value = str(value)
    return same(value, value) if value else refuse()


def _each_name(values: Sequence[Any]) -> Iterable[str]:
    if set(map(type, values)) <= {str} and "" not in values:
        return map(same, values, values)
    return map(_name, values)


def _line(value: Any) -> Any:
    if type(value) is not str or not value:
        raise Unusual
    if value.isprintable() and "  " not in value and value.strip() is value:
        return value
    return one_text(value) or refuse()


def _each_line(values: Sequence[Any]) -> Iterable[str]:
    whole = " ".join(values)  # two blanks in a row also stand where a text is empty, or ends in one
    if whole and whole.isprintable() and "  " not in whole and whole.strip() is whole:
        return values
    return map(_line, values)


def _each_date(values: Sequence[Any]) -> Iterable[Edtf]:
    if set(map(type, values)) == {str}:
        _dates.update(plain_dates(text for text in values if text not in _dates))
    return map(_dates.__getitem__, values)


def _locator(value: Any) -> Locator:
    if type(value) is not dict:
        return parse_locator(value)
    if not set(map(type, value.values())) <= _PLAIN:  # as keys, 1 and True are the same
        raise Unusual
    return _locators[tuple(value.items())]


def _each_locator(values: Sequence[Any]) -> Iterable[Locator]:
    if set(map(type, values)) != {dict}:
        return map(_locator, values)
    if not set(map(type, chain.from_iterable(map(dict.values, values)))) <= _PLAIN:
        raise Unusual
    return map(_locators.__getitem__, map(tuple, map(dict.items, values)))


def _words(value: Any) -> str:
    return value if type(value) is str else refuse()


def _letter(value: Any) -> Any:
    return value if 1 <= len(_words(value)) <= 2 else refuse()


def _digest(value: Any) -> Any:
    return value if _DIGEST(value) else refuse()


def _length(value: Any) -> int:
    return value if type(value) is int and value > 0 else refuse()


def _weight(value: Any) -> float:
    return float(value) if type(value) in (int, float) and 0 <= value <= 1 else refuse()


name = Reader(_name, _each_name)
"""An id or another name."""

line = Reader(_line, _each_line)
"""One line of prose."""

date = Reader(_dates.__getitem__, _each_date)
locator = Reader(_locator, _each_locator)

words = Reader(_words)
"""The exact words of a quotation."""

digest, length = Reader(_digest), Reader(_length)
letter = Reader(_letter)
"""The letter of a school."""

weight = Reader(_weight)


def one_of(closed: Any) -> Reader:
    """Make a reader of a closed list of words."""
    return Reader({word: word for word in get_args(closed)}.__getitem__)


def text_like(described: Any) -> Reader:
    """Make a reader of texts of one shape.

    Args:
        described: Their type, annotated with their pattern.
    """
    pattern = next(mark.pattern for mark in described.__metadata__ if getattr(mark, "pattern", None))
    fits = re.compile(pattern).fullmatch
    return Reader(
        lambda value: value if fits(value) else refuse(),
        lambda values: values if all(map(fits, values)) else refuse(),
    )


def listed(entry: Reader, least: int = 0) -> Reader:
    """Make a reader of a list, or of one thing.

    Args:
        entry: Reads one entry.
        least: How many there are at least.
    """
    read = entry.one

    def one(value: Any) -> tuple[Any, ...]:
        found = tuple(map(read, value)) if type(value) is list else (read(value),)
        return found if len(found) >= least else refuse()

    def many(values: Sequence[Any]) -> Iterable[tuple[Any, ...]]:
        if least or set(map(type, values)) != {list}:
            return map(one, values)
        entries = iter(entry.many(list(chain.from_iterable(values))))
        return [tuple(islice(entries, count)) for count in map(len, values)]

    return Reader(one, many)


def alone(entry: Reader) -> Reader:
    """Make a reader of one thing as a list of it."""
    read, many = entry.one, entry.many
    return Reader(lambda value: (read(value),), lambda values: zip(many(values), strict=True))


def mapping(entry: Reader) -> Reader:
    """Make a reader of a mapping from names to values of one kind."""
    read = entry.one

    def one(value: Any) -> Mapping[str, Any]:
        if type(value) is not dict:
            raise Unusual
        return {_name(key): read(inner) for key, inner in value.items()} if value else NONE

    return Reader(one)
