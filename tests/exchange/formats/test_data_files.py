"""Parquet and DuckDB, read back by the programs they are for."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from argmap.exchange import arrow
from argmap.exchange.registry import write
from argmap.exchange.relational import empty_tables
from argmap.exchange.relational_views import VIEWS
from argmap.model.errors import ArgmapError
from exchange_whole_map import an_empty_map, judged, with_loose_ends


def test_each_table_is_a_parquet_file_with_the_rows_of_the_database(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    exported = write(judged(), "parquet")
    assert set(exported.files) == {f"{name}.parquet" for name in empty_tables()}
    (tmp_path / "a.sqlite").write_bytes(write(judged(), "sqlite").files[""])
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        for name in empty_tables():
            table = parquet.read_table(io.BytesIO(exported.files[f"{name}.parquet"]))
            wanted = {tuple(row) for row in database.execute(f"SELECT * FROM {name}")}
            assert {tuple(row.values()) for row in table.to_pylist()} == wanted
    assert exported.loss.is_lossless


def test_an_empty_table_keeps_its_columns() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(write(an_empty_map(), "parquet").files["claims.parquet"]))
    assert table.column_names[:3] == ["id", "text", "kind"]
    assert table.num_rows == 0


def test_the_views_say_the_same_in_duckdb_as_in_sqlite(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "a.sqlite").write_bytes(write(judged(), "sqlite").files[""])
    (tmp_path / "a.duckdb").write_bytes(write(judged(), "duckdb").files[""])
    with (
        closing(sqlite3.connect(tmp_path / "a.sqlite")) as one,
        duckdb.connect(str(tmp_path / "a.duckdb")) as other,
    ):
        for view in VIEWS:
            rows = sorted(one.execute(f"SELECT * FROM {view}").fetchall(), key=str)
            assert rows == sorted(other.execute(f"SELECT * FROM {view}").fetchall(), key=str), view


def test_names_that_lead_nowhere_are_told() -> None:
    pytest.importorskip("pyarrow")
    assert write(judged(with_loose_ends()), "parquet").loss.count("changed")["reference"] >= 13


@pytest.mark.parametrize("format", ["parquet", "duckdb"])
def test_without_the_extra_one_message_says_what_to_install(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.import_module", _missing)
    with pytest.raises(ArgmapError, match=r"is not installed: pip install 'argmap\[data\]'"):
        arrow.need_data("duckdb" if format == "duckdb" else "pyarrow.parquet")


def _missing(name: str) -> None:
    raise ImportError(name)
