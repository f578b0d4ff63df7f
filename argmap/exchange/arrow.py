"""Tables in Arrow, for Parquet and DuckDB; both come with the extra ``argmap[data]``."""

from typing import Any

from argmap.exchange.relational import Table
from argmap.model.errors import ArgmapError


def need_data(module: str) -> Any:  # a module of an extra
    """Import a module of the extra.

    Raises:
        ArgmapError: If it is not installed.
    """
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise ArgmapError(f"{name} is not installed: pip install 'argmap[data]'") from error


def arrow_table(table: Table) -> Any:  # a pyarrow.Table
    """Put a table into columns.

    Raises:
        ArgmapError: If the extra is not installed, or a number is too large.
    """
    arrow = need_data("pyarrow")
    types = {"text": arrow.string(), "integer": arrow.int64(), "real": arrow.float64()}
    schema = arrow.schema([arrow.field(c.name, types[c.type], not c.needed) for c in table.columns])
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    try:
        return arrow.table([list(values) for values in columns], schema=schema)
    except (OverflowError, ValueError) as error:
        raise ArgmapError(f"the table '{table.name}' does not fit into columns: {error}") from error
