"""Schools known from their opponents alone."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.authorship import authorship
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("school-by-opponents", family="schools", severity=Severity.WARNING)
def school_by_opponents(case: Case) -> Iterator[Finding]:
    """All that is cited for a school's views is by scholars of other schools.

    A position known from its opponents is easily a straw man. Cite works of the school itself: under
    ``cite:`` of the school, or with the stances. Works of which no writer with a school is known count
    neither way.

    Found in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: w-1981}}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox], works: [w-1981]}
          moor: {name: Anna Moor, schools: [revisionist], works: [m-1990]}
        schools:
          orthodox: {name: Orthodox}
          revisionist: {name: Revisionist}
        sources:
          w-1981: {type: book, title: Origins}
          m-1990: {type: book, title: The line}

    Not in::

        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: m-1990}}
        scholars:
          weathers: {name: Ann Weathers, schools: [orthodox], works: [w-1981]}
          moor: {name: Anna Moor, schools: [revisionist], works: [m-1990]}
        schools:
          orthodox: {name: Orthodox}
          revisionist: {name: Revisionist}
        sources:
          w-1981: {type: book, title: Origins}
          m-1990: {type: book, title: The line}
    """
    project, authors = case.project, authorship(case)
    if not authors.are_known:
        return
    cited: dict[str, dict[str, None]] = {key: dict.fromkeys(s.cite) for key, s in project.schools.items()}
    for (school, _), position in case.positions.items() if case.lists.claims_with_stances else ():
        if school in cited:
            cited[school].update(dict.fromkeys(position.cite))
    for school, works in cited.items():
        behind = {work: authors.schools_of(work) for work in works}
        known = [schools for schools in behind.values() if schools]
        if not known or len(known) < len(behind) or any(school in schools for schools in known):
            continue
        others = sorted(set().union(*known))
        yield Finding(
            f"all that is cited for school '{school}' is by {named(others)}: {named(works)}",
            project.spot("schools", school),
            (school, *works),
            "cite works of the school itself",
        )
