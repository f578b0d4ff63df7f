"""A folder of Parquet files, one a table."""

from argmap.exchange.arrow import arrow_table, need_data
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.relational_losses import relational_loss
from argmap.exchange.relational_rows import tables_of
from argmap.verdict.judgement import Judgement


@exporter("parquet", "Parquet files, one a table", "")
def write(judgement: Judgement) -> Exported:
    """Write a map as Parquet.

    Raises:
        ArgmapError: If the extra ``argmap[data]`` is not installed.
    """
    arrow, parquet = need_data("pyarrow"), need_data("pyarrow.parquet")
    tables = tables_of(judgement)
    files = {}
    for name, table in tables.items():
        sink = arrow.BufferOutputStream()
        parquet.write_table(arrow_table(table), sink, compression="zstd")
        files[f"{name}.parquet"] = sink.getvalue().to_pybytes()
    return Exported(files, relational_loss(judgement.project, tables))
