"""Ids that are no slugs."""

from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.rules.registry import faults_named, file_rule


@file_rule("bad-id", family="files", severity=Severity.ERROR)
def bad_id(records: FileRecords) -> list[Finding]:
    """The id of a record is not a slug.

    Ids stand in file names, links and figures, so they are lower-case letters, digits and single
    hyphens. The record is left out until it is renamed.

    Found in::

        claims:
          Attack First: {text: The North attacked first.}

    Not in::

        claims:
          attack-first: {text: The North attacked first.}
    """
    return faults_named(records, "bad-id")
