"""Builds records of what the readers of their fields make of the values, one by one or many together."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from argmap.files import usual_values as usual
from argmap.files.usual_values import Reader, Unusual
from argmap.model.making import maker

REFUSALS = (LookupError, TypeError, ValueError)
"""What a reader raises for a value that is not as usual."""

_ABSENT: Any = object()


class Group(NamedTuple):
    """Records that have the same fields."""

    fields: Sequence[str]
    keys: Sequence[str]
    """Their ids."""
    values: Sequence[Sequence[Any]]
    """For each field, its value in each record."""


def alike(section: Mapping[str, Any]) -> list[Group]:
    """Put together the records of a section that have the same fields in the same order."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for key, value in section.items():
        groups.setdefault(tuple(value) if type(value) is dict else (), []).append(key)
    return [
        Group(
            fields, keys, list(zip(*[section[key].values() for key in keys], strict=True)) if fields else ()
        )
        for fields, keys in groups.items()
    ]


class RecordReader(Reader):
    """Reads one kind of record."""

    __slots__ = ("_empty", "_fields", "_make", "_may_be_empty")

    def __init__(
        self,
        cls: Any,
        readers: Mapping[str, Reader],
        aliases: Mapping[str, str] | None = None,
        least: Mapping[str, Any] | None = None,
    ) -> None:
        """Look at the fields.

        Args:
            cls: The class of the records; if a field has to be filled, it is the first.
            readers: Fields to what reads their values.
            aliases: Fields to their names in the files, where those differ.
            least: What has to be filled, where that is no text; empty where nothing has to.
        """
        super().__init__(self._read)
        slots = cls.__slots__
        called = [(aliases or {}).get(slot, slot) for slot in slots]
        example = cls(**({slots[0]: "-"} if least is None else least))
        empty = [getattr(example, slot) for slot in slots]
        self._may_be_empty = {field for field, value in zip(called, empty, strict=True) if value is None}
        self._empty = [usual.NONE if value == {} else value for value in empty]
        if empty[0] is not None:
            self._empty[0] = _ABSENT
        self._fields = {field: (i, readers[slots[i]]) for i, field in enumerate(called)}
        self._make = maker(cls)

    def alone(self, first: Any) -> Any:
        """Make a record of which only the first field is filled."""
        return self._make(first, *self._empty[1:])

    def alone_each(self, firsts: Iterable[Any]) -> Iterable[Any]:
        """Make records of which only the first field is filled."""
        return map(self._make, firsts, *map(repeat, self._empty[1:]))

    def _read(self, value: Any) -> Any:
        if type(value) is not dict:
            raise Unusual
        row, fields, may_be_empty = self._empty.copy(), self._fields, self._may_be_empty
        for field, inner in value.items():
            if inner is None and field in may_be_empty:
                continue
            at, reader = fields[field]
            row[at] = reader.one(inner)
        if row[0] is _ABSENT:
            raise Unusual
        return self._make(*row)

    def read_alike(self, group: Group, built: dict[str, Any]) -> Sequence[str]:
        """Read records that have the same fields together, field by field.

        Args:
            group: The records.
            built: Takes what was read.

        Returns:
            Their ids, if they are to be read one by one instead.
        """
        try:
            made = map(self._make, *self._columns(group.fields, group.values))
            built.update(zip(group.keys, made, strict=False))
        except REFUSALS:
            return group.keys
        return ()

    def _columns(self, fields: Sequence[str], values: Sequence[Sequence[Any]]) -> list[Iterable[Any]]:
        columns: list[Iterable[Any]] = list(map(repeat, self._empty))
        for field, column in zip(fields, values, strict=True):
            at, reader = self._fields[field]
            columns[at] = reader.many(column)
        if self._empty[0] is _ABSENT and isinstance(columns[0], repeat):
            raise Unusual
        return columns


class OrFirst(Reader):
    """Reads a record that may be written as its first field alone; those are the same everywhere."""

    __slots__ = ("_first", "_known", "_whole")

    def __init__(self, whole: RecordReader, first: Reader) -> None:
        """Take what reads the whole, and what reads the first field."""
        super().__init__(self._read, self._read_many)
        self._whole, self._first = whole, first
        self._known: dict[str, Any] = {}
        usual.share(self._known)

    def _read(self, value: Any) -> Any:
        if type(value) is not str:
            return self._whole.one(value)
        found = self._known.get(value)
        if found is None:
            found = self._known[value] = self._whole.alone(self._first.one(value))
        return found

    def _read_many(self, values: Sequence[Any]) -> Iterable[Any]:
        known, whole = self._known, self._whole.one
        new = list({value for value in values if type(value) is str}.difference(known))
        known.update(zip(new, self._whole.alone_each(self._first.many(new)), strict=True))
        return [known[value] if type(value) is str else whole(value) for value in values]
