"""Schools that are named and never reviewed."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.project import SCHOLAR
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("school-never-reviewed", family="schools", severity=Severity.NOTE)
def school_never_reviewed(case: Case) -> Iterator[Finding]:
    """A school is named, and no claim tells what it holds.

    It has a place in the literature and none in the argument: its row in every comparison is blank. Say
    which claims it holds or rejects, and where, or leave it out. A stance of one of its
    scholars counts, and so does ``silent``.

    Found in::

        claims:
          attack-first: {text: The North attacked first., held_by: [weathers]}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox]}
        schools:
          orthodox: {name: Orthodox}
          revisionist: {name: Revisionist}

    Not in::

        claims:
          attack-first: {text: The North attacked first., held_by: [weathers]}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox]}
        schools:
          orthodox: {name: Orthodox}
    """
    project = case.project
    spoken = {school for _, claim in case.lists.claims_with("schools") for school in claim.schools}
    for who in project.scholars.keys() & case.lists.named[SCHOLAR]:
        spoken.update(project.scholars[who].schools)
    for key in project.schools:
        if key not in spoken:
            yield Finding(
                f"no claim tells what school '{key}' holds or rejects",
                project.spot("schools", key),
                (key,),
                "say which claims it holds or rejects, and where, or leave it out",
            )
