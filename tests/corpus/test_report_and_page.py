"""The report on a corpus, and what the page on scale says and shows."""

import re
from pathlib import Path

import pyarrow as pa
import pytest

from argmap.corpus.audit_corpus import audit_corpus
from argmap.corpus.columns import Asked
from corpus_makers import files_of, rows_of, write_folders, write_rows

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"


def block(language):
    return re.search(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]


def audited(tmp_path, columns, asked):
    audit_corpus(write_rows(tmp_path / "maps.parquet", columns), tmp_path / "out", asked=asked, workers=1)
    return (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_the_report_tells_rules_fragile_claims_groups_and_years(tmp_path):
    report = audited(tmp_path, rows_of(12), Asked(group="publisher", date="made"))
    assert report.startswith("# maps.parquet: 12 projects\n\n36 claims and 12 pieces of evidence")
    assert "| supported | 24 | 67 % |" in report
    assert "| unsupported-claim | warning | 12 | 12 | 100 % | 100 % | 100 % |" in report
    assert "24 supported claims would turn with the loss of a single piece of evidence" in report
    assert (
        "| bridge-0 | bridge-fell-0: The bridge fell in the flood of 1800. | firm | 1 | warden-0 |" in report
    )
    assert re.search(r"\| North \| 8 \| 24 \| 67 % .*\| 100 % \|", report)
    years = re.findall(r"^\| (20\d\d) \| 3 \| 9 \|", report, re.MULTILINE)
    assert years == ["2010", "2011", "2012", "2013"]
    assert "Not audited" not in report


def test_the_report_says_nothing_of_groups_and_years_that_nobody_asked_for(tmp_path):
    report = audited(tmp_path, rows_of(3), Asked())
    assert "## By" not in report
    assert "## Over time" not in report


def test_what_a_corpus_says_cannot_steer_the_report(tmp_path):
    columns = rows_of(4)
    columns["project"][0] = "a|b\n# not a heading <script>\x1b[31m"
    columns["publisher"] = ["x | y", "<b>", "@somebody", "`"]
    columns["claims/all.yaml"][1] = "claims: {c: {text: 'A | B <img>', for: [warden-1]}}"
    columns["claims/all.yaml"][0] = "claims: ["
    report = audited(tmp_path, columns, Asked(group="publisher"))
    assert "<script>" not in report.replace("&lt;script&gt;", "")
    assert "\x1b" not in report
    assert "\n# not" not in report
    for table in re.findall(r"(?:^\|.*\n)+", report, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1
    assert "bracket '\\[' is never closed" in report


def test_schools_that_hold_claims_are_compared(tmp_path):
    claims = (
        "claims: {c: {text: It fell., schools: {old: holds}}, d: {text: It stood., schools: {old: rejects}}}"
    )
    school = "schools: {old: {name: The old school}}"
    tree = write_folders(tmp_path / "tree", {"a": {"claims/a.yaml": claims, "claims/b.yaml": school}})
    audit_corpus(tree, tmp_path / "out", workers=1)
    report = (tmp_path / "out" / "report.md").read_text()
    assert "## What schools hold" in report
    assert "| old | 1 | 0 % | 0 % | 0 % | 0 % | 100 % | 0 % |" in report


def test_a_corpus_of_empty_rows_has_a_report(tmp_path):
    report = audited(tmp_path, {"project": ["a", "b"], "claims": [None, ""]}, Asked())
    assert report.startswith("# maps.parquet: 2 projects")
    assert "No supported claim falls with a single piece of evidence." in report


def test_a_data_set_without_rows_has_a_report(tmp_path):
    columns = {"project": pa.array([], pa.string()), "claims": pa.array([], pa.string())}
    assert audited(tmp_path, columns, Asked(date="project")).startswith("# maps.parquet: 0 projects")


def test_the_question_on_the_page_has_an_answer(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    audited(tmp_path, rows_of(12), Asked(group="publisher"))
    query = block("sql").replace("DIR", str(tmp_path / "out"))
    assert duckdb.sql(query).fetchall() == [("North", 16, 100.0), ("South", 8, 100.0)]


def test_the_recipe_on_the_page_works():
    names = {}
    exec(block("python"), names)
    row = {"project": "a", "files": list(files_of(7).items())}
    [found] = names["findings"]([pa.RecordBatch.from_pylist([row], pa.schema([
        ("project", pa.string()), ("files", pa.map_(pa.string(), pa.string())),
    ]))])  # fmt: skip
    assert "unsupported-claim" in found.column("rule").to_pylist()
