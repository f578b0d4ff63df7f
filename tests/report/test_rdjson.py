"""The format ``rdjson``: ranges in bytes of UTF-8, ends exclusive."""

import json
from pathlib import Path

from argmap.report.registry import write_report
from audits import a_finding, an_audit, nothing

LEVELS = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def marked(root: Path, location: dict) -> str:
    """Give what a range of one line covers, counted in bytes."""
    start, end = location["range"]["start"], location["range"]["end"]
    line = (root / location["path"]).read_bytes().splitlines()[start["line"] - 1]
    return line[start["column"] - 1 : end["column"] - 1].decode()


def test_every_finding_is_a_diagnostic(reported, findings, bad):
    result = json.loads(reported(bad, "rdjson"))
    assert result["source"] == {"name": "argmap"}
    found = [d for d in result["diagnostics"] if "code" in d]
    for diagnostic, finding in zip(found, findings(bad), strict=True):
        assert diagnostic["code"] == {"value": finding["rule"]}
        assert diagnostic["severity"] == LEVELS[finding["severity"]]
        assert diagnostic["message"].splitlines()[0] == finding["message"]
        assert diagnostic["location"]["path"] == finding["file"]
        if finding["line"] is None:
            assert "range" not in diagnostic["location"]
        else:
            assert diagnostic["location"]["range"]["start"]["line"] == finding["line"]


def test_columns_count_bytes(reported, project):
    text = "claims:\n  a: {text: 한국 전쟁 𐐀, for: [nobody]}\n"
    root = project({"claims/a.yaml": text})
    diagnostics = json.loads(reported(root, "rdjson"))["diagnostics"]
    dangling = next(d for d in diagnostics if d.get("code") == {"value": "dangling-reference"})
    assert marked(root, dangling["location"]) == "nobody"


def test_a_mark_at_the_head_of_a_file_counts_for_nothing(reported, project):
    root = project({"claims/a.yaml": b"\xef\xbb\xbfclaims: {a: {text: It is so., for: [nobody]}}\n"})
    diagnostics = json.loads(reported(root, "rdjson"))["diagnostics"]
    dangling = next(d for d in diagnostics if d.get("code") == {"value": "dangling-reference"})
    assert dangling["location"]["range"]["start"] == {"line": 1, "column": 37}


def test_a_place_in_a_file_that_is_gone_keeps_its_columns():
    (diagnostic,) = json.loads(write_report(an_audit(a_finding()), "rdjson", nothing))["diagnostics"]
    assert diagnostic["location"]["range"]["start"] == {"line": 3, "column": 5}


def test_the_other_places_and_the_help_are_told(reported, project):
    root = project(
        {"claims/a.yaml": "claims: {a: {text: One.}}\n", "claims/b.yaml": "claims: {a: {text: Two.}}\n"}
    )
    diagnostics = json.loads(reported(root, "rdjson"))["diagnostics"]
    twice = next(d for d in diagnostics if d.get("code") == {"value": "duplicate-id"})
    assert any(line.startswith("see claims/a.yaml:1:10") for line in twice["message"].splitlines())
    assert twice["message"].splitlines()[-1].startswith("help: ")
