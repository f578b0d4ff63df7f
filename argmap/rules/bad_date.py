"""Dates that are not EDTF."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("bad-date", family="files", severity=Severity.ERROR)
def bad_date(records: FileRecords) -> list[Finding]:
    """A date is not EDTF, or names a day that never was.

    Dates are compared, so they must be written one way: EDTF (ISO 8601-2), as in ``1950``,
    ``1950-06``, ``1950-06-25``, ``1950~`` for about 1950 or ``1949/1950`` for a span. The date is
    dropped until it is mended.

    Found in::

        claims:
          attack-first: {text: The North attacked first., when: 25 June 1950}

    Not in::

        claims:
          attack-first: {text: The North attacked first., when: 1950-06-25}
    """
    return faults_named(records, "bad-date")
