"""The format ``junit``."""

import json
from collections import Counter
from xml.etree import ElementTree

from hypothesis import given, settings

from argmap.check import NotChecked
from argmap.model.finding import Severity
from argmap.report.registry import write_report
from argmap.report.safe import one_line
from argmap.rules.registry import all_rules
from audits import NASTY, a_finding, a_nasty_finding, an_audit, audits, nothing


def suite_of(written: str) -> ElementTree.Element:
    whole = ElementTree.fromstring(written.encode())
    (suite,) = whole
    assert (whole.tag, suite.tag) == ("testsuites", "testsuite")
    cases = list(suite)
    counts = Counter(child.tag for case in cases for child in case)
    for element in (whole, suite):
        assert element.get("tests") == str(len(cases))
        assert element.get("failures") == str(counts["failure"])
        assert element.get("skipped") == str(counts["skipped"])
        assert element.get("errors") == "0"
    return suite


def test_each_rule_that_found_something_fails_and_each_that_could_not_run_is_skipped(reported, bad):
    whole = json.loads(reported(bad, "json"))
    suite = suite_of(reported(bad, "junit"))
    failed = {case.get("name"): case.find("failure") for case in suite if case.find("failure") is not None}
    skipped = {case.get("name") for case in suite if case.find("skipped") is not None}
    assert set(failed) == {finding["rule"] for finding in whole["findings"]}
    assert skipped == {entry["rule"] for entry in whole["not_checked"]}
    for finding in whole["findings"]:
        assert f"{finding['severity']}: {finding['message']}\n" in failed[finding["rule"]].text + "\n"
    for name in failed:
        case = next(case for case in suite if case.get("name") == name)
        assert case.get("classname") == f"argmap.{all_rules()[name].family}"


def test_a_failure_counts_what_it_holds_and_has_the_worst_severity():
    note = a_finding("one", severity=Severity.NOTE)
    ((failure,),) = suite_of(write_report(an_audit(note, a_finding("two"), note), "junit", nothing))
    assert failure.get("type") == "error"
    assert failure.get("message") == "one (and 2 more)"


def test_nothing_found_is_a_case_that_passes():
    (case,) = suite_of(write_report(an_audit(), "junit", nothing))
    assert (case.get("name"), list(case)) == ("nothing found", [])


def test_a_plugin_that_failed_is_skipped_under_its_name():
    skipped = NotChecked("their-rules", "the plugin failed: <no> & no]]>")
    _, case = suite_of(write_report(an_audit(not_checked=(skipped,)), "junit", nothing))
    assert case.get("name") == "their-rules"
    assert case[0].get("message") == "not checked: the plugin failed: <no> & no]]>"


def test_any_text_arrives():
    ((failure,),) = suite_of(write_report(an_audit(a_nasty_finding()), "junit", nothing))
    assert failure.get("message") == one_line(NASTY)
    assert failure.text.splitlines()[0] == one_line(
        f"claims/a,b:%0A <&>|*\n::error::x.yaml:3:5: error: {NASTY}"
    )
    assert failure.text.splitlines()[-1] == f"  help: {one_line(NASTY)}"


@settings(deadline=None)
@given(audit=audits)
def test_any_audit_is_well_formed(audit):
    suite_of(write_report(audit, "junit", nothing))
