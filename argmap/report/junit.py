"""The format ``junit``: a test suite with a test case a rule."""

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from argmap.check import Audit, NotChecked
from argmap.model.finding import Finding
from argmap.report.registry import Reader, report_format
from argmap.report.safe import one_line
from argmap.report.where import place_of, whole_message
from argmap.rules.registry import all_rules


@report_format("junit")
def junit_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write a failed test case for each rule with findings, a skipped one for each that could not run."""
    by_rule = groupby(sorted(audit.findings, key=lambda f: f.rule), key=lambda f: f.rule)
    failed = [_failed(rule, list(findings)) for rule, findings in by_rule]
    skipped = [_skipped(n) for n in sorted(audit.not_checked, key=lambda n: (n.rule, n.reason))]
    passed = [] if failed else ['  <testcase classname="argmap" name="nothing found"/>']
    cases = [*passed, *failed, *skipped]
    counts = f'tests="{len(cases)}" failures="{len(failed)}" errors="0" skipped="{len(skipped)}"'
    suite = [f' <testsuite name="argmap" {counts}>', *cases, " </testsuite>"]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {counts}>", *suite, "</testsuites>", ""]
    )


def _failed(rule: str, findings: list[Finding]) -> str:
    """Give one failure for all findings of a rule: many readers keep only the first of a test case."""
    lines = [line for finding in findings for line in _lines(finding)]
    worst = min((finding.severity for finding in findings), key=lambda severity: severity.rank)
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    message = _attribute(findings[0].message + more)
    text = escape("\n".join(lines))
    return (
        f'  {_case(rule)}\n   <failure type="{worst.value}" message={message}>{text}</failure>\n  </testcase>'
    )


def _lines(finding: Finding) -> list[str]:
    first, *rest = whole_message(finding).split("\n")
    return [
        one_line(f"{place_of(finding)}: {finding.severity.value}: {first}"),
        *(f"  {line}" for line in rest),
    ]


def _skipped(skipped: NotChecked) -> str:
    message = _attribute(f"not checked: {skipped.reason}")
    return f"  {_case(skipped.rule)}\n   <skipped message={message}/>\n  </testcase>"


def _case(rule: str) -> str:
    known = all_rules().get(rule)
    family = f"argmap.{known.family}" if known else "argmap"
    return f"<testcase classname={_attribute(family)} name={_attribute(rule)}>"


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))
