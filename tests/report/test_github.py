"""The format ``github``: read back as the runner of GitHub Actions reads a log."""

import re

import pytest
from hypothesis import given, settings

from argmap.model.finding import Place
from argmap.report.registry import write_report
from argmap.report.safe import one_line
from audits import NASTY, a_finding, a_nasty_finding, an_audit, audits, nothing

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def unescaped(text, *pairs):
    for code, character in (*pairs, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(written):
    """Read workflow commands: name, properties, message."""
    for line in written.splitlines():
        name, told, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        properties = dict(pair.split("=", 1) for pair in told.split(","))
        for key, value in properties.items():
            properties[key] = unescaped(value, ("%3A", ":"), ("%2C", ","))
        yield name, properties, unescaped(message)


def test_every_finding_is_a_command_with_its_place(reported, findings, bad):
    told = [c for c in commands(reported(bad, "github")) if c[1]["title"] != "argmap"]
    worst_first = sorted(findings(bad), key=lambda finding: list(LEVELS).index(finding["severity"]))
    for (name, properties, message), finding in zip(told, worst_first, strict=True):
        assert name == LEVELS[finding["severity"]]
        assert properties["title"] == f"argmap {finding['rule']}"
        assert message.splitlines()[0] == finding["message"]
        assert (finding["help"] in message.splitlines()[-1]) or not finding["help"]
        if finding["line"] is not None:
            assert properties["file"] == finding["file"]
            assert (properties["line"], properties["col"]) == (str(finding["line"]), str(finding["column"]))


def test_a_finding_of_the_whole_project_names_no_file():
    written = write_report(an_audit(a_finding(file=".", place=None)), "github", nothing)
    assert written == "::error title=argmap self-support::something is wrong\n"


def test_columns_are_left_out_of_a_span_of_several_lines():
    span = a_finding(place=Place("claims/a.yaml", 3, 5, 4, 2))
    ((_, properties, _),) = commands(write_report(an_audit(span), "github", nothing))
    assert properties == {
        "title": "argmap self-support",
        "file": "claims/a.yaml",
        "line": "3",
        "endLine": "4",
    }


def test_nothing_in_a_text_becomes_a_command_or_a_property():
    ((name, properties, message),) = commands(write_report(an_audit(a_nasty_finding()), "github", nothing))
    assert name == "error"
    assert properties["file"] == "claims/a,b:%0A <&>|* ::error::x.yaml"
    assert message.splitlines()[0] == one_line(NASTY)


@settings(deadline=None)
@given(audit=audits)
def test_any_audit_reads_back(audit):
    told = list(commands(write_report(audit, "github", nothing)))
    worst_first = sorted(audit, key=lambda finding: finding.severity.rank)
    assert [message.split("\n")[0] for _, p, message in told if p["title"] != "argmap"] == [
        one_line(f.message) for f in worst_first
    ]


@pytest.mark.parametrize("text", ["50%", "%0A", "%25", "a%3Ab"])
def test_a_percent_sign_stays_one(text):
    ((_, _, message),) = commands(write_report(an_audit(a_finding(text)), "github", nothing))
    assert message == text
