"""Positions ascribed to a school on the word of others."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.authorship import authorship
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("school-misattribution", family="schools", severity=Severity.WARNING)
def school_misattribution(case: Case) -> Iterator[Finding]:
    """A position is ascribed to a school, and all that is cited for it is by scholars of other schools.

    None of the school's own scholars is recorded with that stance either: it may be a rival's account of
    the school. Cite a member who says so. Works of which no writer with a school is known are passed over.

    Found in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: w-1981}}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox], works: [w-1981]}
          moor: {name: Anna Moor, schools: [revisionist]}
        schools:
          orthodox: {name: Orthodox}
          revisionist: {name: Revisionist}
        sources:
          w-1981: {type: book, title: Origins}

    Not in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: m-1990}}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox]}
          moor: {name: Anna Moor, schools: [revisionist], works: [m-1990]}
        schools:
          orthodox: {name: Orthodox}
          revisionist: {name: Revisionist}
        sources:
          m-1990: {type: book, title: The line}
    """
    project, authors = case.project, authorship(case)
    for key, claim in case.lists.claims_with("schools"):
        for school, stance in claim.schools.items():
            behind = [authors.schools_of(source) for source in stance.cite]
            if not behind or any(not schools or school in schools for schools in behind):
                continue
            said = {who: s.stance for who, s in claim.scholars.items()} | dict.fromkeys(
                claim.held_by, "holds"
            )
            speakers = [
                who for who, word in said.items() if word == stance.stance and who in project.scholars
            ]
            if any(school in project.scholars[who].schools for who in speakers):
                continue
            others = sorted(set().union(*behind))
            yield Finding(
                f"school '{shown(school)}' is said to {_VERBS[stance.stance]} claim '{key}' "
                f"on the word of {named(others)} alone",
                project.spot("claims", key, "schools", school),
                (key, school),
                "cite a scholar of the school who says so",
                tuple(
                    Related(project.spot("claims", key, "schools", school, "cite", i), f"'{shown(source)}'")
                    for i, source in enumerate(stance.cite)
                ),
            )


_VERBS = {"holds": "hold", "rejects": "reject", "qualifies": "qualify", "silent": "pass over"}
