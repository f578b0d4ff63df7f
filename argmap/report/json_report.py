"""The format ``json``: what other programs may rely on."""

from typing import TYPE_CHECKING

from argmap.check import Audit, Held
from argmap.model.finding import Finding, Related
from argmap.model.fix import Fix
from argmap.report.registry import Reader, report_format
from argmap.report.safe import indented

if TYPE_CHECKING:
    from argmap.exchange.shapes import CheckData, FindingData, FixData, PlaceData, SuppressedData


@report_format("json")
def json_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write an audit as one JSON object."""
    return indented(audit_object(audit)) + "\n"


def audit_object(audit: Audit) -> "CheckData":
    """Give an audit as plain data."""
    return {
        "findings": [finding_object(finding) for finding in audit.findings],
        "not_checked": [{"rule": n.rule, "reason": n.reason} for n in audit.not_checked],
        "summary": audit.summary,
        "suppressed": [_suppressed_object(held) for held in audit.held],
    }


def _suppressed_object(held: Held) -> "SuppressedData":
    finding = held.finding
    return {
        "rule": finding.rule,
        "file": finding.spot.file,
        "line": finding.place.line if finding.place else None,
        "subjects": list(finding.subjects),
        "fingerprint": finding.fingerprint,
        "why": held.why.value,
        "told": held.told,
    }


def finding_object(finding: Finding) -> "FindingData":
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
        "fix": _fix_object(finding.fix) if finding.fix and finding.fix.edits else None,
    }


def _fix_object(fix: Fix) -> "FixData":
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [
            {
                "file": edit.place.file,
                "line": edit.place.line,
                "column": edit.place.column,
                "end_line": edit.place.end_line,
                "end_column": edit.place.end_column,
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }


def _related_object(related: Related) -> "PlaceData":
    place = related.place
    return {
        "file": related.spot.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": related.message,
    }
