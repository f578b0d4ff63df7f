"""Fields that no record has."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("unknown-field", family="files", severity=Severity.ERROR)
def unknown_field(records: FileRecords) -> list[Finding]:
    """A field has a name that records of its kind do not have.

    Whatever stands under it is not read, so a premise or a date may be missing from the map without
    a trace. Mend the spelling; ``argmap schema`` lists the fields.

    Found in::

        claims:
          attack-first: {text: The North attacked first., suports: [war-diary]}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    return faults_named(records, "unknown-field")
