"""The format ``junit``: a test suite with a test case a rule."""

from itertools import groupby

from argmap.check import Audit, NotChecked
from argmap.model.finding import Finding
from argmap.report.registry import Reader, report_format
from argmap.report.safe import one_line
from argmap.report.where import place_of, whole_message
from argmap.rules.registry import all_rules


@report_format("junit")
def junit_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write a test case a rule: failed with findings, skipped if it could not run, else passed."""
    by_rule = groupby(sorted(audit.findings, key=lambda f: f.rule), key=lambda f: f.rule)
    failed = [_failed(rule, list(findings)) for rule, findings in by_rule]
    skipped = [_skipped(n) for n in sorted(audit.not_checked, key=lambda n: (n.rule, n.reason))]
    told = {f.rule for f in audit.findings} | {n.rule for n in audit.not_checked}
    passed = [f"  {_case(rule)[:-1]}/>" for rule in audit.rules if rule not in told]
    if not (passed or failed):
        passed = ['  <testcase classname="argmap" name="nothing found"/>']
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
    from xml.sax.saxutils import escape  # brings along all of urllib

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
    from xml.sax.saxutils import quoteattr

    return quoteattr(one_line(text))
