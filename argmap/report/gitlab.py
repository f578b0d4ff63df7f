"""The format ``gitlab``: a Code Quality report."""

import hashlib
from collections import Counter
from typing import Any

from argmap.check import Audit
from argmap.model.finding import Finding, Severity
from argmap.report.registry import Reader, report_format
from argmap.report.safe import as_json, one_line
from argmap.report.where import by_reason, file_of, whole_message

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


@report_format("gitlab")
def gitlab_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding as a degradation; what could not be checked is told as one of severity info."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in audit.findings:
        issues.append(_issue(finding, seen[finding.fingerprint]))
        seen[finding.fingerprint] += 1
    issues += [_not_checked(reason, rules) for reason, rules in by_reason(audit.not_checked).items()]
    return as_json(issues, indent=2) + "\n"


def _issue(finding: Finding, nth: int) -> dict[str, Any]:
    """Give a finding; the second of one fingerprint gets another, as GitLab drops what it has seen."""
    place = finding.place
    lines = {"begin": place.line, "end": place.end_line} if place else {"begin": 1}
    return {
        "check_name": finding.rule,
        "description": whole_message(finding),
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _digest(finding.fingerprint, str(nth)) if nth else finding.fingerprint,
        "location": {"path": file_of(finding), "lines": lines},
    }


def _not_checked(reason: str, rules: list[str]) -> dict[str, Any]:
    return {
        "check_name": "not-checked",
        "description": one_line(f"not checked: {', '.join(rules)} ({reason})"),
        "severity": "info",
        "fingerprint": _digest("not-checked", reason),
        "location": {"path": ".", "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:16]
