"""The Parquet files of a data set: found, opened and cut into portions."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.corpus.columns import Asked, Columns, find_columns
from argmap.corpus.extras import damage, need
from argmap.model.errors import UnreadableError, shown

SUFFIXES = frozenset({".parquet", ".pq", ".parq"})


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """One file of a data set."""

    path: Path
    origin: str
    """Its name within the data set."""
    columns: Columns
    rows: tuple[int, ...]
    """Rows of each of its row groups."""
    size: int
    """Bytes that its columns have unpacked."""
    constant: Mapping[str, str]
    """Columns that the names of folders give: ``publisher=bbc/part-0.parquet``."""


def open_parquet(path: Path, columns: Iterable[str]) -> Any:
    """Open a Parquet file so that text comes as dictionaries and pages as they are asked for.

    Args:
        path: The file.
        columns: Columns that will be read.
    """
    pq = need("pyarrow.parquet")

    with pq.ParquetFile(path) as file:
        leaves = [file.schema.column(i) for i in range(len(file.schema.names))]
    texts = [
        leaf.path
        for leaf in leaves
        if leaf.physical_type == "BYTE_ARRAY"
        and any(leaf.path == name or leaf.path.startswith(f"{name}.") for name in columns)
    ]
    return pq.ParquetFile(path, read_dictionary=texts, pre_buffer=False, buffer_size=1 << 20)


def parquet_paths(source: Path) -> Iterator[Path]:
    """Find the Parquet files of a folder, in order; names that begin with ``.`` or ``_`` are left out."""
    waiting = [source]
    while waiting:
        here = waiting.pop()
        if here.is_file():
            yield here
            continue
        try:
            with os.scandir(here) as entries:
                listing = sorted((e for e in entries if e.name[0] not in "._"), key=lambda e: e.name)
        except OSError as error:
            raise UnreadableError(
                f"'{shown(str(here))}' cannot be read: {error.strerror or error}"
            ) from error
        waiting += [
            here / entry.name
            for entry in reversed(listing)
            if entry.is_dir(follow_symlinks=False)
            or (entry.is_file() and os.path.splitext(entry.name)[1].lower() in SUFFIXES)  # noqa: PTH122
        ]


def look_at(path: Path, source: Path, asked: Asked) -> ParquetFile:
    """Read what a file says of itself.

    Raises:
        UnreadableError: If it is not Parquet, or lacks a column.
        UnknownNameError: If a column that the user names is not there.
    """
    pq = need("pyarrow.parquet")

    origin = path.name if path == source else path.relative_to(source).as_posix()
    constant = dict(piece.split("=", 1) for piece in origin.split("/")[:-1] if "=" in piece)
    try:
        with pq.ParquetFile(path) as file:
            there = file.schema_arrow.names
            groups = [file.metadata.row_group(i) for i in range(file.num_row_groups)]
            rows, size = tuple(g.num_rows for g in groups), sum(g.total_byte_size for g in groups)
    except damage() as error:
        raise UnreadableError(f"'{shown(origin)}' is not Parquet: {shown(str(error), 200)}") from error
    constant = {name: value for name, value in constant.items() if name not in there}
    return ParquetFile(path, origin, find_columns(there, asked, origin, constant), rows, size, constant)
