"""Stances of a school that its own scholars do not take."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule

OPPOSED = {"holds": "rejects", "rejects": "holds"}


@project_rule("school-against-its-scholars", family="schools", severity=Severity.WARNING)
def school_against_its_scholars(case: Case) -> Iterator[Finding]:
    """A school is said to hold what its own scholars reject, or to reject what they hold.

    What is stated of the school under ``schools:`` counts in every comparison, so the scholars' own words
    go unheard. Correct one of them; where scholars of a school differ, ``qualifies`` says so.

    Found in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: m-1990}}
            scholars: {moor: {stance: rejects, cite: m-1990}}
        scholars:
          moor: {name: Anna Moor, schools: [revisionist]}
        schools:
          revisionist: {name: Revisionist}
        sources:
          m-1990: {type: book, title: The line}

    Not in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: qualifies, cite: m-1990}}
            scholars: {moor: {stance: rejects, cite: m-1990}}
        scholars:
          moor: {name: Anna Moor, schools: [revisionist]}
        schools:
          revisionist: {name: Revisionist}
        sources:
          m-1990: {type: book, title: The line}
    """
    project = case.project
    for key, claim in case.lists.claims_with("schools"):
        said = dict.fromkeys(claim.held_by, "holds") | {who: s.stance for who, s in claim.scholars.items()}
        for school, stance in claim.schools.items():
            members = [
                who for who in said if who in project.scholars and school in project.scholars[who].schools
            ]
            against = [who for who in members if said[who] == OPPOSED.get(stance.stance)]
            if not against:
                continue
            theirs = {"holds": "hold", "rejects": "reject"}[said[against[0]]]
            theirs = said[against[0]] if len(against) == 1 else theirs
            place = "held_by" if against[0] in claim.held_by else "scholars"
            path = (place,) if place == "held_by" else (place, against[0])
            yield Finding(
                f"school '{shown(school)}' {stance.stance} claim '{key}', "
                f"which {named(against)} of that school {theirs}",
                project.spot("claims", key, "schools", school),
                (key, school, *against),
                "correct one of them; 'qualifies' says that the school is divided",
                (Related(project.spot("claims", key, *path), "the scholars' own stance"),),
            )
