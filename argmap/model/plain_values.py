"""Reads what is plainly right as pydantic would, and leaves the rest to pydantic.

Pydantic takes longer to import than a book to read. It has the last word: what is refused here is no fault,
only unusual. The readers follow the same description of the records (``argmap.model.record``).
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from argmap.model.dataclass import shape_of
from argmap.model.edtf import Edtf, parse_edtf
from argmap.model.locator import Locator, parse_locator
from argmap.model.marks import Before, Limits, names_in_files

Reader = Callable[[Any], Any]

UNUSUAL = (ValueError, TypeError, OverflowError)
"""What a reader raises for a value that is not plainly right; pydantic may take it all the same."""


class UnusualError(ValueError):
    """Raised for a value that is not plainly right."""


def read_plainly(kind: Any, value: Any) -> Any:
    """Read a value, by the names of the files.

    Args:
        kind: What it should be: a record, or any type that a field of one has.
        value: As it was read from a file.

    Returns:
        What pydantic would make of it; None if only pydantic can tell.
    """
    try:
        return plain_reader(kind)(value)
    except UNUSUAL:
        return None


@cache
def plain_reader(kind: Any) -> Reader:
    """Make the reader of a type.

    Args:
        kind: The type, with its marks.
    """
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if marks := getattr(kind, "__metadata__", ()):
        reader = plain_reader(kind.__origin__)
        for mark in marks:
            reader = _marked(reader, mark)
        return reader
    if origin is Literal:
        return _one_of(frozenset(inner))
    if origin is tuple and inner[1:] == (...,):
        return _row(plain_reader(inner[0]))
    if origin is dict:
        return _table(*map(plain_reader, inner))
    if len(inner) == 2 and inner[1] is NoneType:
        return _if_any(plain_reader(inner[0]))
    if hasattr(kind, "__shape__"):
        return record_reader(kind).read
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: kind(_text(value))
    return _unusual


class RecordReader:
    """Reads the records of one class."""

    def __init__(self, cls: Any) -> None:
        """Look at its fields; how the values of one are read is worked out when there is one."""
        self._cls, names = cls, names_in_files(cls)
        fields = shape_of(cls).fields
        self._fields = [(each, names[each.name], getattr(cls, each.name).__set__) for each in fields]
        self._readers: dict[str, Reader] = {}

    def read(self, value: Any) -> Any:
        """Read one record from a mapping by the names of the files; one that was made already is as it is."""
        if type(value) is self._cls:
            return value
        if type(value) is not dict:
            raise UnusualError
        made = object.__new__(self._cls)
        self.fill(made, value)
        return made

    def fill(self, made: Any, value: dict[str, Any], *, in_files: bool = True) -> None:
        """Fill the fields of a record.

        Args:
            made: The record.
            value: Names to values.
            in_files: Whether fields have the names of the files.
        """
        found = 0
        for field, name, put in self._fields:
            key = name if in_files else field.name
            if key in value:
                found += 1
                put(made, (self._readers.get(name) or self._reader(name, field))(value[key]))
            elif field.required:
                raise UnusualError
            else:
                put(made, field.value())
        if found != len(value):
            raise UnusualError

    def _reader(self, name: str, field: Any) -> Reader:
        reader = plain_reader(field.annotation)
        if least := getattr(field, "min_length", None):
            reader = _marked(reader, Limits(min_length=least))
        self._readers[name] = reader
        return reader


@cache
def record_reader(cls: Any) -> RecordReader:
    """Give the reader of a class of records."""
    return RecordReader(cls)


def _unusual(value: Any) -> Any:
    raise UnusualError


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise UnusualError
    if not value.isascii():
        value.encode()  # pydantic takes no half of a surrogate pair
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise UnusualError
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise UnusualError
    return float(value)


def _yes_or_no(value: Any) -> bool:
    if type(value) is not bool:
        raise UnusualError
    return value


def _date(value: Any) -> Edtf:
    return value if type(value) is Edtf else parse_edtf(value)


_SIMPLE: dict[Any, Reader] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    Any: _as_it_is,
    Edtf: _date,
    Locator: parse_locator,
}


def _marked(reader: Reader, mark: object) -> Reader:
    if isinstance(mark, Before):
        before = mark.function
        return lambda value: reader(before(value))
    if not isinstance(mark, Limits):
        return _unusual
    fits = _limits(mark)

    def limited(value: Any) -> Any:
        made = reader(value)
        if not fits(made):
            raise UnusualError
        return made

    return limited


def _limits(limits: Limits) -> Callable[[Any], bool]:
    if limits.pattern is not None:
        fits = re.compile(limits.pattern).fullmatch
        return lambda value: fits(value) is not None
    if limits.ge is not None or limits.le is not None:
        low = float("-inf") if limits.ge is None else limits.ge
        high = float("inf") if limits.le is None else limits.le
        return lambda value: low <= value <= high
    least, most = limits.min_length or 0, limits.max_length
    if most is None:
        return lambda value: len(value) >= least
    return lambda value: least <= len(value) <= most


def _one_of(words: frozenset[Any]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in words:
            raise UnusualError
        return value

    return read


def _row(entry: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not list and type(value) is not tuple:
            raise UnusualError
        return tuple([entry(each) for each in value])

    return read


def _table(key: Reader, entry: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise UnusualError
        return {key(name): entry(each) for name, each in value.items()}

    return read


def _if_any(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)
