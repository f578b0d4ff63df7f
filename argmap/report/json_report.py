"""The format ``json``: what other programs may rely on."""

import json

from argmap.check import Audit
from argmap.exchange.shapes import CheckData, FindingData, PlaceData
from argmap.model.finding import Finding, Related
from argmap.report.registry import Reader, report_format


@report_format("json")
def json_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write an audit as one JSON object."""
    return json.dumps(audit_object(audit), ensure_ascii=False, indent=2) + "\n"


def audit_object(audit: Audit) -> CheckData:
    """Give an audit as plain data."""
    return {
        "findings": [finding_object(finding) for finding in audit.findings],
        "not_checked": [{"rule": n.rule, "reason": n.reason} for n in audit.not_checked],
        "summary": audit.summary,
    }


def finding_object(finding: Finding) -> FindingData:
    """Give a finding as plain data."""
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.spot.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "subjects": list(finding.subjects),
        "related": [_related_object(related) for related in finding.related],
        "help": finding.help,
        "fingerprint": finding.fingerprint,
    }


def _related_object(related: Related) -> PlaceData:
    place = related.place
    return {
        "file": related.spot.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": related.message,
    }
