"""Claims that nobody holds."""

from collections.abc import Iterator
from itertools import compress
from operator import not_

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("claim-without-holder", family="schools", severity=Severity.NOTE)
def claim_without_holder(case: Case) -> Iterator[Finding]:
    """Nobody is said to hold a claim or to reject it.

    A claim without a holder stands on neither side of a comparison, and nobody answers for it.
    Name who holds it under ``held_by:``, ``scholars:`` or ``schools:``. Not checked where a map
    names no scholar and no school.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}
        scholars:
          weathers: {name: Ann Weathers}

    Not in::

        claims:
          attack-first: {text: The North attacked first., held_by: [weathers]}
        scholars:
          weathers: {name: Ann Weathers}
    """
    project = case.project
    if not (project.scholars or project.schools):
        raise NotCheckedError("the project names no scholars and no schools")
    for key, claim in compress(project.claims.items(), map(not_, case.lists.claims.held_by)):
        if not (claim.scholars or claim.schools):
            yield Finding(
                f"nobody is said to hold claim '{key}' or to reject it",
                project.spot("claims", key),
                (key,),
                "name who holds it under 'held_by:', 'scholars:' or 'schools:'",
            )
