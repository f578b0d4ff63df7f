"""The three tables of results: their columns, and how rows become Parquet."""

from collections.abc import Mapping
from typing import Any

from argmap.corpus.batch import Row
from argmap.corpus.extras import need
from argmap.model.finding import Severity
from argmap.model.vocabulary import VERDICT_WORDS

_SHARED = "project text!, group text, year integer"
_COUNTS = ", ".join(f"{name} integer" for name in (*(f"{s}s" for s in Severity), *VERDICT_WORDS))

TABLES: Mapping[str, str] = {
    "findings": f"{_SHARED}, rule text!, severity text!, message text!, file text!, line integer, "
    "column integer, subjects texts!, help text, fingerprint text!",
    "verdicts": f"{_SHARED}, claim text!, text text!, verdict text!, grade text, standard text!, "
    "for_least real!, for_most real!, against_least real!, against_most real!, single_points integer!, "
    "hangs_on texts!, held_by texts!",
    "projects": f"{_SHARED}, date text, origin text!, status text!, message text, title text, "
    f"claims integer, evidence integer, sources integer, {_COUNTS}, fragile integer, not_checked texts",
}
"""Tables and their columns, in the order in which they are written; ``!`` is never null."""


def schema(table: str) -> Any:
    """Give the Arrow schema of a table."""
    pa = need("pyarrow")

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int32(),
        "real": pa.float64(),
    }
    fields = []
    for column in TABLES[table].split(", "):
        name, kind = column.split()
        fields.append(pa.field(name, types[kind.rstrip("!")], not kind.endswith("!")))
    return pa.schema(fields)


def packed(table: str, rows: list[Row]) -> bytes:
    """Write rows as a Parquet file; the same rows give the same bytes."""
    pa = need("pyarrow")
    pq = need("pyarrow.parquet")

    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, schema(table)), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data
