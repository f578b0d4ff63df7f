import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path

import pytest

from argmap.exchange.registry import write
from argmap.exchange.relational import empty_tables
from argmap.model.errors import ArgmapError
from argmap.model.project import Project
from argmap.model.records import Argument, Claim, Event, Evidence, Quote, Scholar, School, Source
from argmap.verdict.judgement import judge
from exchange_whole_map import NASTY, an_empty_map, judged, with_loose_ends
from makers import a_claim, a_project, some_evidence


@contextmanager
def database(path: Path, project: Project | None = None) -> Iterator[sqlite3.Connection]:
    path.write_bytes(write(judged(project), "sqlite").files[""])
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(query)]


def test_keys_hold_and_the_file_is_whole(tmp_path: Path) -> None:
    with database(tmp_path / "a.sqlite") as found:
        assert rows(found, "PRAGMA foreign_key_check") == []
        assert rows(found, "PRAGMA integrity_check") == [("ok",)]
        assert rows(found, "INSERT INTO texts_fts (texts_fts) VALUES ('integrity-check')") == []


def test_every_field_of_a_record_has_a_column_or_a_table_of_its_own() -> None:
    tables = empty_tables()
    columns = {name: {c.name for c in table.columns} for name, table in tables.items()}
    elsewhere = {
        Claim: {"when": "time", "pro": "side", "con": "side", "held_by": "", "scholars": "", "schools": "",
                "contradicts": "", "defines": ""},
        Evidence: {"by": "", "cited": "", "challenged_by": "", "rests_on": "", "quote": "quote_exact"},
        Source: {},
        School: {"cite": ""},
        Scholar: {"schools": "", "works": ""},
        Event: {"when": "time", "claims": "", "evidence": ""},
        Argument: {"premises": "", "unless": "", "answer": ""},
    }  # fmt: skip
    named = {Claim: "claims", Evidence: "evidence", Source: "sources", School: "schools", Scholar: "scholars",
             Event: "events", Argument: "arguments"}  # fmt: skip
    for record, moved in elsewhere.items():
        wanted = {field.name for field in fields(record)} - set(moved)
        assert wanted <= columns[named[record]], record
    assert {f"quote_{field.name}" for field in fields(Quote)} <= columns["evidence"]


def test_a_whole_map_is_there_and_nothing_is_reported_lost(tmp_path: Path) -> None:
    loss = write(judged(), "sqlite").loss
    assert loss.is_lossless
    assert loss.kept["argument"] == 5
    with database(tmp_path / "a.sqlite") as found:
        claim = dict(found.execute("SELECT * FROM claims WHERE id = 'bakery-burned'").fetchone())
        assert (claim["kind"], claim["time"], claim["time_last"]) == ("thesis", "1666-09-02", "1666-09-02")
        item = dict(found.execute("SELECT * FROM evidence WHERE id = 'watch-saw'").fetchone())
        assert item["quote_exact"] == NASTY
        assert (item["available_first"], item["available_last"]) == ("1825-01-01", "1826-12-31")
        assert item["locator"] == "fond 45, opis 1, delo 331, list 76"
        assert rows(found, "SELECT name, scholar FROM evidence_makers") == [
            ("pepys", "pepys"),
            ("a clerk", None),
        ]
        assert rows(found, "SELECT note FROM evidence_notes") == [("I.3",), ("intro.12a",)]
        assert rows(found, "SELECT id, title FROM parts ORDER BY position") == [
            ("I", "One"),
            ("intro", "intro"),
        ]
        assert rows(found, "SELECT school, as_of FROM expectations") == [("bakers", "1825")]
        assert rows(found, "SELECT stance, school, scholar FROM stances WHERE claim = 'bakery-burned'") == [
            ("holds", None, "pepys"), ("rejects", None, "evelyn"), ("qualifies", "bakers", None),
        ]  # fmt: skip


def test_views_answer_the_first_questions(tmp_path: Path) -> None:
    with database(tmp_path / "a.sqlite") as found:
        direct = rows(found, "SELECT claim, side, evidence FROM claim_evidence ORDER BY 1, 2, 3")
        assert direct == [
            ("bakery-burned", "against", "baker-denies"),
            ("bakery-burned", "for", "watch-saw"),
            ("bakery-burned", "for", "watch-saw"),
            ("oven-lit", "for", "watch-saw"),
        ]
        resting = rows(found, "SELECT source, claim, direct, pieces FROM source_claims ORDER BY 2")
        assert resting == [("Pepys:1666", "bakery-burned", 1, 1), ("Pepys:1666", "oven-lit", 1, 1)]
        unanswered = rows(found, "SELECT claim, by_claim FROM unanswered_objections")
        assert unanswered == [("bakery-burned", "oven-cold")]
        matrix = rows(found, "SELECT claim, school, stance FROM stance_matrix ORDER BY 1, 2")
        assert ("bakery-burned", "bakers", "qualifies") in matrix
        assert ("bakery-burned", "watchmen", "holds") in matrix


def test_a_source_below_other_claims_counts_as_indirect(tmp_path: Path) -> None:
    claims = {"top": a_claim(pro="mid"), "mid": a_claim(pro="low"), "low": a_claim(pro=["e", "mid"])}
    sources = {"s": Source("book", "S")}
    project = a_project(claims, {"e": some_evidence(source="s")}, sources=sources)
    with database(tmp_path / "a.sqlite", project) as found:
        assert rows(found, "SELECT claim, direct FROM source_claims ORDER BY 1") == [
            ("low", 1), ("mid", 0), ("top", 0),
        ]  # fmt: skip


def test_words_are_found_with_and_without_accents(tmp_path: Path) -> None:
    project = a_project(
        {"a": a_claim(text="Élan in Đà Nẵng; 남침")}, {"e": some_evidence(remark="a fine élan")}
    )
    query = "SELECT t.kind, t.record FROM texts_fts f JOIN texts t ON t.id = f.rowid WHERE texts_fts MATCH ?"
    with database(tmp_path / "a.sqlite", project) as found:
        assert len(found.execute(query, ("elan",)).fetchall()) == 2
        assert [tuple(row) for row in found.execute(query, ("남침",))] == [("claim", "a")]


def test_names_that_lead_nowhere_go_to_a_table_of_their_own(tmp_path: Path) -> None:
    exported = write(judged(with_loose_ends()), "sqlite")
    assert exported.loss.count("changed")["reference"] >= 13
    with database(tmp_path / "a.sqlite", with_loose_ends()) as found:
        assert rows(found, "PRAGMA foreign_key_check") == []
        places = rows(found, "SELECT record, field, target FROM dangling")
        assert ("a", "for.0.from.1", "not-there") in places
        assert ("e", "source", "not-there") in places
        assert rows(found, "SELECT position, evidence FROM premises") == [(1, "e")]


def test_the_same_map_gives_the_same_bytes() -> None:
    assert write(judged(), "sqlite").files == write(judged(), "sqlite").files


def test_an_empty_map_gives_an_empty_database(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(write(an_empty_map(), "sqlite").files[""])
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as found:
        assert rows(found, "SELECT count(*) FROM claims") == [(0,)]
        assert rows(found, "SELECT title FROM map") == [("Untitled argument",)]


def test_a_number_beyond_all_columns_is_told_in_one_message() -> None:
    project = a_project({"a": a_claim()}, {"e": some_evidence(quote={"near": "x", "length": 10**30})})
    with pytest.raises(ArgmapError, match="SQLite could not write the map"):
        write(judge(project), "sqlite")


def test_the_command_writes_a_database(command: Callable[..., object], tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    out = tmp_path / "map.sqlite"
    printed = command("export", "sqlite", "--project", root, "--out", out)
    assert getattr(printed, "code") == 0, printed  # noqa: B009  # the fixture's own class
    with closing(sqlite3.connect(out)) as found:
        assert rows(found, "PRAGMA foreign_key_check") == []
