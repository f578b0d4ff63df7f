"""The format ``rdjson``: the Reviewdog Diagnostic Format."""

from typing import Any

from argmap.check import Audit
from argmap.model.finding import Finding, Place, Severity
from argmap.model.fix import Fix
from argmap.report.excerpt import FileLines
from argmap.report.registry import Reader, report_format
from argmap.report.safe import as_json
from argmap.report.where import file_of, not_checked_lines, whole_message

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


@report_format("rdjson")
def rdjson_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write findings as diagnostics; what could not be checked is told of the project's folder."""
    files = FileLines(read)
    diagnostics = [_diagnostic(finding, files) for finding in audit.findings]
    diagnostics += [
        {"message": line, "severity": "INFO", "location": {"path": "."}} for line in not_checked_lines(audit)
    ]
    return as_json({"source": {"name": "argmap"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(finding: Finding, files: FileLines) -> dict[str, Any]:
    return {
        "message": whole_message(finding),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "location": {"path": file_of(finding), **_range(finding.place, files)},
        **({"suggestions": _suggestions(finding.fix, files)} if finding.fix and finding.fix.edits else {}),
    }


def _suggestions(fix: Fix, files: FileLines) -> list[dict[str, Any]]:
    return [{**_range(edit.place, files), "text": edit.text} for edit in fix.edits]


def _range(place: Place | None, files: FileLines) -> dict[str, Any]:
    if place is None:
        return {}
    first, last = files.line(place), files.last_line(place)
    return {
        "range": {
            "start": {"line": place.line, "column": _byte_column(first, place.column)},
            "end": {"line": place.end_line, "column": _byte_column(last, place.end_column)},
        }
    }


def _byte_column(line: str | None, column: int) -> int:
    """Count a column in bytes of UTF-8, as reviewdog does."""
    before = (line or "")[: column - 1]
    return column - len(before) + len(before.encode(errors="replace"))
