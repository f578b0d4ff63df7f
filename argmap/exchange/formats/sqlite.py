"""One SQLite database: tables, keys, indexes, a full-text index and views."""

import sqlite3
from contextlib import closing

from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.relational import Column, Table, indexes
from argmap.exchange.relational_losses import relational_loss
from argmap.exchange.relational_rows import tables_of
from argmap.exchange.relational_views import VIEWS
from argmap.model.errors import ArgmapError
from argmap.verdict.judgement import Judgement

_SEARCH = """CREATE VIRTUAL TABLE texts_fts USING fts5(
  text, content="texts", content_rowid="id", tokenize="unicode61 remove_diacritics 2")"""


@exporter("sqlite", "SQLite database (opens in Datasette)", ".sqlite")
def write(judgement: Judgement) -> Exported:
    """Write a map as one database."""
    tables = tables_of(judgement)
    loss = relational_loss(judgement.project, tables)
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            _fill(database, tables, loss)
            return Exported({"": bytes(database.serialize())}, loss)
    except (sqlite3.Error, OverflowError) as error:
        raise ArgmapError(f"SQLite could not write the map: {error}") from error


def _fill(database: sqlite3.Connection, tables: dict[str, Table], loss: LossReport) -> None:
    database.execute("PRAGMA page_size = 4096")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    for table in tables.values():
        database.execute(_create(table))
        holes = ", ".join("?" * len(table.columns))
        database.executemany(f"INSERT INTO {table.name} VALUES ({holes})", table.rows)
    for table in tables.values():
        for name, column in indexes(table):
            database.execute(f"CREATE INDEX {name} ON {table.name} ({column})")
    for name, query in VIEWS.items():
        database.execute(f"CREATE VIEW {name} AS {query.strip()}")
    database.execute("COMMIT")
    try:
        database.execute(_SEARCH)
        database.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")
    except sqlite3.OperationalError:
        loss.drop("full-text index", "texts", "this SQLite is built without FTS5")
    database.execute("ANALYZE")


def _create(table: Table) -> str:
    lines = [_column(table, column) for column in table.columns]
    if len(table.key) > 1:
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    if table.check:
        lines.append(f"CHECK ({table.check})")
    body = ",\n  ".join(lines)
    kind = " WITHOUT ROWID" if len(table.key) > 1 else ""
    return f"CREATE TABLE {table.name} (\n  {body}\n){kind}"


def _column(table: Table, column: Column) -> str:
    key = " PRIMARY KEY" if table.key == (column.name,) else ""
    needed = " NOT NULL" if column.needed else ""
    refers = f" REFERENCES {column.refers} (id)" if column.refers else ""
    return f"{column.name} {column.type.upper()}{key}{needed}{refers}"
