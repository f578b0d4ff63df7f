"""The format ``jsonl``: a finding a line, for programs that read line by line."""

from argmap.check import Audit
from argmap.report.json_report import audit_object
from argmap.report.registry import Reader, report_format
from argmap.report.safe import as_json


@report_format("jsonl")
def jsonl_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write each finding as in ``json`` on a line of its own; the last line is the rest of the object."""
    whole = audit_object(audit)
    rest = {
        "not_checked": whole["not_checked"],
        "summary": whole["summary"],
        "suppressed": whole["suppressed"],
    }
    return "".join(as_json(line) + "\n" for line in (*whole["findings"], rest))
