"""One DuckDB database: the tables and views of the SQLite export."""

import tempfile
from pathlib import Path

from argmap.exchange.arrow import arrow_table, need_data
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.relational_losses import relational_loss
from argmap.exchange.relational_rows import tables_of
from argmap.exchange.relational_views import VIEWS
from argmap.model.errors import ArgmapError
from argmap.verdict.judgement import Judgement


@exporter("duckdb", "DuckDB database", ".duckdb")
def write(judgement: Judgement) -> Exported:
    """Write a map as one database.

    Raises:
        ArgmapError: If the extra ``argmap[data]`` is not installed.
    """
    duckdb = need_data("duckdb")
    tables = tables_of(judgement)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.duckdb"
        try:
            with duckdb.connect(str(path)) as database:
                for name, table in tables.items():
                    database.register("rows_of_table", arrow_table(table))
                    database.execute(f"CREATE TABLE {name} AS SELECT * FROM rows_of_table")
                    database.unregister("rows_of_table")
                for name, query in VIEWS.items():
                    database.execute(f"CREATE VIEW {name} AS {query.strip()}")
            return Exported({"": path.read_bytes()}, relational_loss(judgement.project, tables))
        except (duckdb.Error, OSError) as error:
            raise ArgmapError(f"DuckDB could not write the map: {error}") from error
