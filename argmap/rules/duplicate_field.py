"""Fields that stand twice."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("duplicate-field", family="files", severity=Severity.ERROR)
def duplicate_field(records: FileRecords) -> list[Finding]:
    """A field stands twice in one record.

    The first was read, and whatever the second says is lost. Keep one, or draw the two together
    in a list.

    Found in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [war-diary]
            for: [border-guard]
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          border-guard: {shows: A guard saw the first shells come from the north., form: testimony}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [war-diary, border-guard]
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
          border-guard: {shows: A guard saw the first shells come from the north., form: testimony}
    """
    return faults_named(records, "duplicate-field")
