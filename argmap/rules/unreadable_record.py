"""Records whose YAML cannot be read."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("unreadable-record", family="files", severity=Severity.ERROR)
def unreadable_record(records: FileRecords) -> list[Finding]:
    """The YAML of one record cannot be read.

    The record is left out and the rest of the file is read. Mend the place shown: most often a
    colon inside a text, which wants quotation marks or a block after ``>-``, or the indentation.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}
          approval:
            text: Moscow knew: it had to say yes.

    Not in::

        claims:
          attack-first: {text: The North attacked first.}
          approval:
            text: "Moscow knew: it had to say yes."
    """
    return faults_named(records, "unreadable-record")
