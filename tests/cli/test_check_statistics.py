"""``argmap check --statistics``."""

import json

import pytest

from argmap.rules.registry import all_rules

FILES = {
    "claims/a.yaml": (
        "claims:\n"
        "  a: {text: The mill burned., for: [nobody]}\n"
        "  b: {text: The miller was away.}\n"
        "  c: {text: The sacks were wet.}\n"
    )
}


@pytest.fixture
def mill(project):
    return project(FILES)


def test_findings_are_counted_by_rule_errors_first(command, mill):
    counts = json.loads(command("check", mill, "--statistics", "--format", "json").out)
    found = json.loads(command("check", mill, "--format", "json").out)
    ranks = {"error": 0, "warning": 1, "note": 2}
    order = [(ranks[c["severity"]], -c["count"], c["rule"]) for c in counts["statistics"]]
    assert order == sorted(order)
    assert len(order) >= 2
    for entry in counts["statistics"]:
        same = [
            f for f in found["findings"] if (f["rule"], f["severity"]) == (entry["rule"], entry["severity"])
        ]
        assert entry["count"] == len(same)
        assert entry["family"] == all_rules()[entry["rule"]].family
    assert sum(c["count"] for c in counts["statistics"]) == len(found["findings"])
    assert (counts["summary"], counts["not_checked"]) == (found["summary"], found["not_checked"])


@pytest.mark.parametrize("form", ["full", "concise"])
def test_people_get_a_table_and_the_totals(command, mill, form):
    words = ["--select", "dangling-reference", "--select", "unsupported-claim"]
    printed = command("check", mill, "--statistics", "--format", form, *words)
    assert printed.out == (
        "1  error    dangling-reference  files\n"
        "2  warning  unsupported-claim   support\n"
        "1 error, 2 warnings in 3 claims, 0 pieces of evidence\n"
    )


def test_lines_of_json_are_the_counts_and_then_the_rest(command, mill):
    whole = json.loads(command("check", mill, "--statistics", "--format", "json").out)
    lines = command("check", mill, "--statistics", "--format", "jsonl").out.splitlines()
    *counts, rest = map(json.loads, lines)
    assert counts == whole.pop("statistics")
    assert rest == whole


def test_the_exit_code_is_that_of_the_findings(command, mill):
    assert command("check", mill, "--statistics").code == command("check", mill).code == 1
    assert command("check", mill, "--statistics", "--fail-on", "never").code == 0


def test_a_format_that_holds_findings_only_is_refused(command, mill):
    printed = command("check", mill, "--statistics", "--format", "sarif")
    assert (printed.code, printed.out) == (2, "")
    assert "full, concise, json, jsonl" in printed.err


def test_nothing_found_is_told_as_ever(command, project):
    root = project({"claims/a.yaml": "claims: {a: {text: The mill burned.}}\n"})
    printed = command("check", root, "--statistics", "--select", "bad-id")
    assert printed.out == "clean: nothing found in 1 claim, 0 pieces of evidence\n"
