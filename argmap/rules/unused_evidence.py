"""Evidence that no argument uses."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("unused-evidence", family="support", severity=Severity.NOTE)
def unused_evidence(case: Case) -> Iterator[Finding]:
    """No argument uses a piece of evidence.

    It was thought worth recording and moves no verdict. Put it under ``for:`` or ``against:`` of
    the claim that it bears on: evidence left aside is often evidence to the contrary.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    for key in sorted(case.unnamed & case.project.evidence.keys()):
        yield Finding(
            f"no argument uses evidence '{key}'",
            case.project.spot("evidence", key),
            (key,),
            "put it under 'for:' or 'against:' of the claim it bears on",
        )
