"""The format ``gitlab``."""

import json

from argmap.check import NotChecked
from argmap.report.registry import write_report
from audits import a_finding, an_audit, nothing

LEVELS = {"error": "critical", "warning": "major", "note": "info"}


def test_every_finding_is_an_issue_with_all_that_gitlab_asks_for(reported, findings, bad):
    issues = json.loads(reported(bad, "gitlab"))
    found = [issue for issue in issues if issue["check_name"] != "not-checked"]
    for issue, finding in zip(found, findings(bad), strict=True):
        assert issue["check_name"] == finding["rule"]
        assert issue["severity"] == LEVELS[finding["severity"]]
        assert issue["description"].splitlines()[0] == finding["message"]
        assert issue["location"]["path"] == finding["file"]
        assert issue["location"]["lines"]["begin"] == (finding["line"] or 1)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert not any(issue["location"]["path"].startswith(("/", "./")) for issue in issues)


def test_fingerprints_survive_moved_lines(reported, project):
    text = "claims:\n  a: {text: It is so.}\n  b: {text: It is not so., for: [nobody]}\n"
    first = json.loads(reported(project({"claims/a.yaml": text}), "gitlab"))
    moved = json.loads(reported(project({"claims/a.yaml": "# a\n\n" + text}), "gitlab"))
    assert [i["fingerprint"] for i in first] == [i["fingerprint"] for i in moved]
    assert first != moved


def test_two_findings_of_one_fingerprint_get_two():
    twice = an_audit(a_finding("one"), a_finding("two"), a_finding("three"))
    first, *others = [i["fingerprint"] for i in json.loads(write_report(twice, "gitlab", nothing))]
    assert first == a_finding().fingerprint
    assert len({first, *others}) == 3


def test_a_finding_of_the_whole_project_or_a_folder_has_a_path():
    audit = an_audit(a_finding(file="", place=None), a_finding(file="claims/", place=None))
    issues = json.loads(write_report(audit, "gitlab", nothing))
    assert [i["location"] for i in issues] == [{"path": p, "lines": {"begin": 1}} for p in (".", "claims")]


def test_what_could_not_be_checked_is_told_once_a_reason():
    skipped = tuple(NotChecked(rule, "there is no calendar") for rule in ("bad-date", "impossible-dates"))
    (issue,) = json.loads(write_report(an_audit(not_checked=skipped), "gitlab", nothing))
    assert issue["description"] == "not checked: bad-date, impossible-dates (there is no calendar)"
    assert issue["severity"] == "info"


def test_no_findings_are_an_empty_list():
    assert write_report(an_audit(), "gitlab", nothing) == "[]\n"
