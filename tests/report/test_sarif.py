"""The format ``sarif``."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings

from argmap import __version__
from argmap.check import NotChecked
from argmap.report.registry import write_report
from argmap.report.safe import one_line
from argmap.rules.registry import all_rules
from audits import NASTY, a_finding, a_nasty_finding, an_audit, audits, nothing

SUBSET = json.loads((Path(__file__).parent / "sarif_subset.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SUBSET)


def run_of(written: str) -> dict:
    log = json.loads(written)
    VALIDATOR.validate(log)
    return log["runs"][0]


def shown(message: dict, locations: tuple[int, ...] = ()) -> str:
    """Show a message as a viewer does: braces halved, links told by their text."""
    text = message["text"]
    assert not re.search(r"(?<!\{)(\{\{)*\{\d+\}", text), "a placeholder"
    assert not re.search(r"(?<!\\)\]\(", text), "a link"
    return text.replace("{{", "{").replace("}}", "}").replace("\\](", "](")


def test_every_finding_is_a_result_under_its_rule(reported, findings, bad):
    run = run_of(reported(bad, "sarif"))
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], findings(bad), strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == finding["rule"]
        assert result["level"] == finding["severity"]
        assert shown(result["message"]).splitlines()[0] == finding["message"]
        assert shown(result["message"]).endswith(finding["help"])
        assert result["partialFingerprints"]["argmap/v1"] == finding["fingerprint"]
        assert result["properties"]["subjects"] == finding["subjects"]
        physical = result["locations"][0]["physicalLocation"]
        if finding["line"] is None:
            assert "region" not in physical
        else:
            assert unquote(physical["artifactLocation"]["uri"]) == finding["file"]
            keys = ("line", "column", "end_line", "end_column")
            assert list(physical["region"].values()) == [finding[key] for key in keys]


def test_the_other_places_are_related_locations(reported, findings, bad):
    for result, finding in zip(run_of(reported(bad, "sarif"))["results"], findings(bad), strict=True):
        related = result.get("relatedLocations", [])
        assert [place["id"] for place in related] == list(range(1, len(related) + 1))
        told = [
            (
                unquote(place["physicalLocation"]["artifactLocation"]["uri"]),
                place["physicalLocation"]["region"]["startLine"],
                shown(place["message"]),
            )
            for place in related
        ]
        assert told == [(r["file"], r["line"], r["message"]) for r in finding["related"]]


def test_regions_cover_what_they_mean_in_characters(reported, project):
    root = project({"claims/a.yaml": "claims:\n  a: {text: 한국 전쟁 𐐀, for: [nobody]}\n"})
    results = run_of(reported(root, "sarif"))["results"]
    region = next(r for r in results if r["ruleId"] == "dangling-reference")["locations"][0][
        "physicalLocation"
    ]
    line = (root / "claims/a.yaml").read_text(encoding="utf-8").splitlines()[1]
    assert line[region["region"]["startColumn"] - 1 : region["region"]["endColumn"] - 1] == "nobody"


def test_every_rule_is_described_by_its_docstring():
    driver = run_of(write_report(an_audit(), "sarif", nothing))["tool"]["driver"]
    assert driver["version"] == __version__
    for described, rule in zip(driver["rules"], all_rules().values(), strict=True):
        assert described["id"] == rule.name
        assert described["shortDescription"]["text"] == rule.title.replace("``", "'")
        assert described["fullDescription"]["text"] in described["help"]["text"]
        assert described["defaultConfiguration"] == {"enabled": rule.on, "level": rule.severity.value}
        assert described["properties"]["tags"] == [rule.family]
        for kind in ("Found in", "Not in"):
            assert f"```yaml\n{rule.example(kind)}```" in described["help"]["markdown"]


def test_what_could_not_be_checked_is_a_notification():
    skipped = (
        NotChecked("bad-date", "there is no {calendar}"),
        NotChecked("their-rules", "the plugin failed"),
    )
    run = run_of(write_report(an_audit(not_checked=skipped), "sarif", nothing))
    told, plugin = run["invocations"][0]["toolExecutionNotifications"]
    assert shown(told["message"]) == "not checked: bad-date (there is no {calendar})"
    assert run["tool"]["driver"]["rules"][told["associatedRule"]["index"]]["id"] == "bad-date"
    assert "associatedRule" not in plugin


def test_a_project_that_cannot_be_read_is_no_success(reported, project):
    whole = run_of(reported(project({"claims/a.yaml": "claims: {a: {text: It is so.}}\n"}), "sarif"))
    broken = run_of(reported(project({"claims/b.yaml": "claims: [\n"}), "sarif"))
    assert [run["invocations"][0]["executionSuccessful"] for run in (whole, broken)] == [True, False]


@pytest.mark.parametrize(
    ("file", "uri"), [("", "./"), (".", "./"), ("claims/", "claims/"), ("c.yaml", "c.yaml")]
)
def test_a_finding_without_a_place_has_the_file_or_folder(file, uri):
    (result,) = run_of(write_report(an_audit(a_finding(file=file, place=None)), "sarif", nothing))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": uri}}}]


def test_nothing_in_a_text_is_a_placeholder_or_a_link():
    (result,) = run_of(write_report(an_audit(a_nasty_finding()), "sarif", nothing))["results"]
    assert shown(result["message"]) == f"{one_line(NASTY)}\nhelp: {one_line(NASTY)}"
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == "claims/a,b:%0A <&>|*\n::error::x.yaml"


@settings(deadline=None)
@given(audit=audits)
def test_any_audit_is_valid(audit):
    results = run_of(write_report(audit, "sarif", nothing))["results"]
    assert [shown(r["message"]).split("\n")[0] for r in results] == [one_line(f.message) for f in audit]
