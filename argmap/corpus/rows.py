"""Projects out of a Parquet file with one row a project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from argmap.corpus.batch import too_large
from argmap.corpus.cells import Cell, Files, TooLong, cells, files, names
from argmap.corpus.columns import Columns
from argmap.corpus.extras import damage
from argmap.corpus.parquet_files import open_parquet
from argmap.corpus.text_project import MOST_BYTES, TextProject
from argmap.model.errors import shown

AT_ONCE = 16_000_000
"""Bytes of a row group that are unpacked at once, as its rows are on average."""

LARGE_GROUP = 512_000_000
"""Bytes from which a row group may hide a few huge rows among many small ones."""


@dataclass(frozen=True)
class RowsPortion:
    """A stretch of a row group."""

    path: Path
    origin: str
    """Name of the file within the corpus."""
    row_group: int
    before: int
    """Rows of the file before the row group."""
    first: int
    """First row within the row group, from 0."""
    last: int
    """The row after the last."""
    columns: Columns
    constant: Mapping[str, str] = field(default_factory=dict)
    """Columns that the names of folders give."""
    refused: Mapping[int, str] = field(default_factory=dict)
    """Rows of the row group that are not audited, and why."""

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return f"{shown(self.origin)}, rows {self.before + self.first + 1} to {self.before + self.last}"

    def projects(self) -> Iterator[TextProject]:
        """Read the rows one after the other."""
        row = self.first
        try:
            for each in self._rows():
                yield each
                row += 1
        except damage() as error:
            left = self.last - row
            message = f"{left} row{'s' * (left != 1)} cannot be read: {shown(str(error), 200)}"
            yield TextProject("", origin=self._place(row), refused=message)

    def _rows(self) -> Iterator[TextProject]:
        with open_parquet(self.path, self.columns.read) as file:
            start = 0
            size = rows_at_once(file.metadata.row_group(self.row_group))
            here = [column for column in self.columns.read if column not in self.constant]
            for batch in file.iter_batches(size, row_groups=[self.row_group], columns=here):
                end = start + batch.num_rows
                if end > self.first:
                    low, high = max(self.first - start, 0), min(self.last - start, batch.num_rows)
                    yield from self._batch(batch.slice(low, high - low), start + low)
                start = end
                if start >= self.last:
                    return

    def _batch(self, batch: Any, first: int) -> Iterator[TextProject]:
        row = _Row(self.columns, self.constant, batch)
        for i in range(batch.num_rows):
            yield row.project(i, self._place(first + i), self.refused.get(first + i, ""))

    def _place(self, row: int) -> str:
        return f"{self.origin}, row {self.before + row + 1}"


class _Row:
    """The columns of a few rows."""

    def __init__(self, columns: Columns, constant: Mapping[str, str], batch: Any) -> None:
        self._batch = batch
        self._columns = columns
        self._constant = constant
        self._keys = self._names(columns.key)
        self._groups = self._names(columns.group)
        self._dates = self._names(columns.date)
        self._texts = [(file, cells(batch.column(column), MOST_BYTES)) for column, file in columns.texts]

    @cached_property
    def _files(self) -> list[Files | None]:
        column = self._columns.files
        return (
            [None] * self._batch.num_rows if column is None else files(self._batch.column(column), MOST_BYTES)
        )

    def _names(self, column: str | None) -> list[str | TooLong | None]:
        rows = self._batch.num_rows
        if column is None or column in self._constant:
            return [self._constant.get(column or "")] * rows
        return names(self._batch.column(column))

    def project(self, i: int, origin: str, refused: str) -> TextProject:
        """Put a row together."""
        key, group, date = self._keys[i], _short(self._groups[i]), _short(self._dates[i])
        if not isinstance(key, str) or not key:
            told = f"its key has {key.size:,} bytes" if isinstance(key, TooLong) else "it has no key"
            return TextProject("", group=group, date=date, origin=origin, refused=refused or told)
        found, fault = _merged(self._files[i], [(file, column[i]) for file, column in self._texts])
        refused = refused or fault
        return TextProject(key, {} if refused else found, group, date, origin, refused=refused)


def _merged(all_files: Files | None, texts: list[tuple[str, Cell]]) -> tuple[Mapping[str, bytes], str]:
    """Put the files of a row together, or tell why that cannot be."""
    if isinstance(all_files, str):
        return {}, all_files
    large = [cell.size for cell in (all_files, *(cell for _, cell in texts)) if isinstance(cell, TooLong)]
    if large:
        return {}, too_large(sum(large))
    found = dict(all_files) if isinstance(all_files, Mapping) else {}
    found |= {file: cell for file, cell in texts if isinstance(cell, bytes)}
    return found, ""


def _short(name: str | TooLong | None) -> str | None:
    return f"({name.size:,} bytes)" if isinstance(name, TooLong) else name


def rows_at_once(row_group: Any) -> int:
    """Tell how many rows of a row group are unpacked at once."""
    size: int = row_group.total_byte_size
    rows: int = max(row_group.num_rows, 1)
    fit = max(1, min(1_000, AT_ONCE * rows // max(size, 1)))
    return min(fit, 8) if size > LARGE_GROUP else fit
