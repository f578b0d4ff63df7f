"""Projects out of a data set with one row a record: brought together by key, however they are strewn."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.corpus.batch import too_large
from argmap.corpus.cells import Cell, TooLong, cells, names
from argmap.corpus.columns import RECORD
from argmap.corpus.extras import damage, need
from argmap.corpus.parquet_files import ParquetFile, open_parquet
from argmap.corpus.portion import FaultPortion, Portion
from argmap.corpus.record_files import RecordRow, files_of
from argmap.corpus.rows import rows_at_once
from argmap.corpus.text_project import MOST_BYTES, TextProject
from argmap.files.atomic import make_folder
from argmap.model.errors import UnreadableError, shown

BUCKET = 32_000_000
"""Bytes of records that one bucket has, as they are on average."""

MOST_BUCKETS = 512
"""Buckets that are open at once."""

WAITING = 256_000
"""Bytes of a bucket that are written at once."""

_FIELDS = ("key", "group", "date", *RECORD)


@dataclass(frozen=True)
class RecordsPortion:
    """A bucket: all records of the projects whose keys fall into it."""

    path: Path

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return self.path.stem

    def projects(self) -> Iterator[TextProject]:
        """Put the projects of the bucket together, in order of their keys."""
        found: dict[str, _Gathered] = {}
        try:
            for row in _rows(self.path):
                found.setdefault(row[0], _Gathered()).add(row)
        except damage() as error:
            yield TextProject("", origin=self.name, refused=f"its records cannot be read: {error}")
        for key in sorted(found):
            yield found.pop(key).project(key)


@dataclass(slots=True)
class _Gathered:
    """What has been read of a project."""

    rows: list[RecordRow] = field(default_factory=list)
    group: str | None = None
    date: str | None = None
    size: int = 0

    def add(self, row: tuple[str, str | None, str | None, str, str, bytes | TooLong]) -> None:
        _, group, date, kind, id_, record = row
        self.group, self.date = self.group or group, self.date or date
        self.size += record.size if isinstance(record, TooLong) else len(record)
        if self.size > MOST_BYTES:
            self.rows.clear()
        elif isinstance(record, bytes):
            self.rows.append(RecordRow(kind, id_, record))

    def project(self, key: str) -> TextProject:
        told = "its rows have no key" if not key else ""
        told = too_large(self.size) if self.size > MOST_BYTES else told
        self.rows.sort(key=lambda row: (row.kind, row.id, row.record))
        files = {} if told else files_of(self.rows)
        return TextProject(key, files, self.group, self.date, refused=told)


def _rows(path: Path) -> Iterator[tuple[str, str | None, str | None, str, str, bytes | TooLong]]:
    with open_parquet(path, _FIELDS) as file:
        for i in range(file.num_row_groups):
            for batch in file.iter_batches(rows_at_once(file.metadata.row_group(i)), row_groups=[i]):
                short = [map(_plain, names(batch.column(name))) for name in _FIELDS[:-1]]
                sizes = batch.column("size").to_pylist()
                record = cells(batch.column("record"), MOST_BYTES)
                for key, group, date, kind, id_, text, size in zip(*short, record, sizes, strict=True):
                    told = TooLong(size) if size else text or b""
                    yield key or "", group, date, kind or "", id_ or "", told


def _plain(name: str | TooLong | None) -> str | None:
    return f"({name.size:,} bytes)" if isinstance(name, TooLong) else name


def bring_together(files: Sequence[ParquetFile], folder: Path) -> Iterator[Portion]:
    """Write the rows of a data set into buckets by their projects' keys, in bounded memory.

    Args:
        files: The files of the data set.
        folder: Where the buckets are written; what it holds is removed first.

    Raises:
        UnreadableError: If they cannot be written.
    """
    if folder.exists():
        shutil.rmtree(folder)
    make_folder(folder)
    size = sum(file.size for file in files)
    buckets = _Buckets(folder, max(1, min(MOST_BUCKETS, size // BUCKET)))
    try:
        for file in files:
            yield from _spread(file, buckets)
    except OSError as error:
        raise UnreadableError(f"the records cannot be sorted: {error.strerror or error}") from error
    finally:
        buckets.close()
    yield from (RecordsPortion(path) for path in sorted(folder.glob("*.parquet")))


class _Buckets:
    """Parquet files that rows are dealt out to."""

    def __init__(self, folder: Path, count: int) -> None:
        pa = need("pyarrow")

        self.count = count
        self._folder = folder
        self._writers: dict[int, Any] = {}
        self._waiting: dict[int, list[Any]] = {}
        self._schema = pa.schema([*((name, pa.binary()) for name in _FIELDS), ("size", pa.int64())])

    def add(self, bucket: int, table: Any) -> None:
        waiting = self._waiting.setdefault(bucket, [])
        waiting.append(table)
        if sum(each.nbytes for each in waiting) >= WAITING:
            self._write(bucket)

    def close(self) -> None:
        for bucket in self._waiting:
            self._write(bucket)
        for writer in self._writers.values():
            writer.close()

    def _write(self, bucket: int) -> None:
        pa = need("pyarrow")
        pq = need("pyarrow.parquet")

        waiting = self._waiting[bucket]
        if bucket not in self._writers:
            path = self._folder / f"bucket-{bucket:04d}.parquet"
            self._writers[bucket] = pq.ParquetWriter(path, self._schema, compression="zstd")
        if waiting:
            self._writers[bucket].write_table(pa.concat_tables(waiting).cast(self._schema))
        waiting.clear()


def _spread(file: ParquetFile, buckets: _Buckets) -> Iterator[Portion]:
    """Deal out the rows of a file; give what cannot be read."""
    here = [name for name in file.columns.read if name not in file.constant]
    for i in range(len(file.rows)):
        batches = _batches(file, i, here)
        while True:
            try:
                batch = next(batches, None)
            except damage() as error:
                told = f"records of row group {i + 1} cannot be read: {shown(str(error), 200)}"
                yield FaultPortion(f"{file.origin}, row group {i + 1}", told)
                break
            if batch is None:
                break
            _deal(batch, file, buckets)


def _batches(file: ParquetFile, row_group: int, columns: list[str]) -> Iterator[Any]:
    with open_parquet(file.path, columns) as opened:
        size = rows_at_once(opened.metadata.row_group(row_group))
        yield from opened.iter_batches(size, row_groups=[row_group], columns=columns)


def _deal(batch: Any, file: ParquetFile, buckets: _Buckets) -> None:
    """Put the rows of a batch into their buckets; of what is too long only the length is kept."""
    columns, rows = file.columns, batch.num_rows
    sources = {"key": columns.key, "group": columns.group, "date": columns.date}
    made: list[list[bytes | None]] = []
    for name in _FIELDS[:-1]:
        source = sources.get(name, name)
        if source is None or source in file.constant:
            made.append([_packed(file.constant.get(source or ""))] * rows)
        else:
            made.append([_packed(cell) for cell in names(batch.column(source))])
    for stretch, record in _stretches(cells(batch.column("record"), MOST_BYTES)):
        _put([values[stretch] for values in made], record, buckets)


def _stretches(record: list[Cell]) -> Iterator[tuple[slice, list[Cell]]]:
    """Cut a column where its texts, which may be one and the same in every row, add up to too much."""
    start = size = 0
    for i, cell in enumerate(record):
        size += len(cell) if isinstance(cell, bytes) else 0
        if size > MOST_BYTES or i + 1 == len(record):
            yield slice(start, i + 1), record[start : i + 1]
            start, size = i + 1, 0


def _put(short: list[list[bytes | None]], record: list[Cell], buckets: _Buckets) -> None:
    import zlib

    pa = need("pyarrow")

    columns = {name: pa.array(values, pa.binary()) for name, values in zip(_FIELDS, short, strict=False)}
    kept = [cell if isinstance(cell, bytes) else None for cell in record]
    columns["record"] = pa.array(kept, pa.binary())
    columns["size"] = pa.array([cell.size if isinstance(cell, TooLong) else 0 for cell in record], pa.int64())
    table = pa.table(columns)
    homes: dict[int, list[int]] = {}
    for i, key in enumerate(short[0]):
        homes.setdefault(zlib.crc32(key or b"") % buckets.count, []).append(i)
    for bucket, chosen in sorted(homes.items()):
        buckets.add(bucket, table.take(chosen))


def _packed(name: str | TooLong | None) -> bytes | None:
    plain = _plain(name)
    return plain.encode() if plain is not None else None
