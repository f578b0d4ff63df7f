"""Projects without a claim."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity, Spot
from argmap.rules.case import Case
from argmap.rules.registry import faults_named, project_rule


@project_rule("empty-project", family="files", severity=Severity.ERROR)
def empty_project(case: Case) -> Iterator[Finding]:
    """The project has no claim.

    There is nothing to audit, and a check that passes would say nothing. Put a first claim into
    ``claims/``; if there are some already, see whether ``argmap`` looks at the right folder. Where
    there is evidence, or a bibliography, and only the claims are still to come, it is a note.

    Found in::

        schools:
          orthodox: {name: Orthodox}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    told = faults_named(project, "empty-project")
    yield from told
    lost = faults_named(project, "unreadable-file") or any(k == "claims" for k, _ in project.dropped)
    if not told and not project.claims and not lost:
        begun = project.evidence or project.sources
        yield Finding(
            "the project has no claims",
            Spot("."),
            help="put a first claim into claims/, say claims/thesis.yaml",
            severity=Severity.NOTE if begun else Severity.ERROR,
        )
