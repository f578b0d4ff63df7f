"""Files that cannot be read."""

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import faults_named, project_rule


@project_rule("unreadable-file", family="files", severity=Severity.ERROR)
def unreadable_file(case: Case) -> list[Finding]:
    """A file or folder of the project cannot be read at all.

    Nothing in it counts: it is no UTF-8 text, its YAML, JSON or BibTeX breaks off, it holds no
    records, or it lies outside the project. Mend the place shown, or take the file away.

    Found in::

        claims:
          attack-first: {text: The North attacked first.

    Not in::

        claims:
          attack-first: {text: The North attacked first.}
    """
    return faults_named(case.project, "unreadable-file")
