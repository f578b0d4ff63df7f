"""Values that do not fit their field."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("bad-value", family="files", severity=Severity.ERROR)
def bad_value(records: FileRecords) -> list[Finding]:
    """A value does not fit its field.

    It is of the wrong type, not a word of the field's closed list, or a required field is missing.
    The value is dropped, so the record says less than it should. Write one of the forms that the
    help names.

    Found in::

        claims:
          attack-first: {text: The North attacked first., kind: factul}

    Not in::

        claims:
          attack-first: {text: The North attacked first., kind: factual}
    """
    return faults_named(records, "bad-value")
