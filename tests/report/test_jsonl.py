"""The format ``jsonl``."""

import json

from argmap.report.registry import write_report
from audits import NASTY, a_finding, an_audit, nothing


def test_the_lines_are_the_findings_of_json_and_then_the_rest(reported, bad):
    whole = json.loads(reported(bad, "json"))
    *findings, rest = [json.loads(line) for line in reported(bad, "jsonl").splitlines()]
    assert findings == whole["findings"]
    assert rest == {key: whole[key] for key in ("not_checked", "summary", "suppressed")}


def test_line_separators_of_every_kind_stay_within_their_line():
    lines = write_report(an_audit(a_finding(NASTY)), "jsonl", nothing).splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["message"] == NASTY


def test_letters_of_every_script_are_written_as_they_are():
    assert "한국 전쟁" in write_report(an_audit(a_finding("한국 전쟁")), "jsonl", nothing)
