"""Editions that go round in a circle."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("circular-edition", family="citations", severity=Severity.ERROR)
def circular_edition(case: Case) -> Iterator[Finding]:
    """An entry is an edition of its own edition.

    ``edition_of`` leads from the entry back to itself, so that none of them is the work. Leave it out of the
    entry of the work itself; editions and translations name that entry.

    Found in::

        sources:
          papers-1950: {type: book, title: Papers of the Army, custom: {edition_of: papers-1994}}
          papers-1994: {type: book, title: Papers of the Army, custom: {edition_of: papers-1950}}

    Not in::

        sources:
          papers-1950: {type: book, title: Papers of the Army}
          papers-1994: {type: book, title: Papers of the Army, custom: {edition_of: papers-1950}}
    """
    for circle in _circles(case.project):
        if len(circle) == 1:
            message = f"source '{shown(circle[0])}' is said to be an edition of itself"
        else:
            message = f"each of {len(circle)} sources is said to be an edition of the next: {named(circle)}"
        yield Finding(
            message,
            case.project.spot("sources", circle[0]),
            tuple(circle),
            "leave 'edition_of' out of the entry of the work itself",
        )


def _circles(project: Project) -> Iterator[list[str]]:
    """Give each circle of editions once, from its first id on; every source is walked over once."""
    walk: dict[str, str] = {}
    for start in project.sources:
        way: list[str] = []
        key: str | None = start
        while key is not None and key not in walk and key in project.sources:
            walk[key] = start
            way.append(key)
            key = project.sources[key].edition_of
        if key is not None and walk.get(key) == start:
            circle = way[way.index(key) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
