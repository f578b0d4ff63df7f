"""Claims that stand nowhere in the manuscript."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("claim-without-part", family="files", severity=Severity.NOTE)
def claim_without_part(case: Case) -> Iterator[Finding]:
    """A claim of the author is given no part of the manuscript.

    An examiner cannot turn to the page where it is made, and the figure of no chapter shows it. Name the
    part under ``part:``. Looks at claims that the ``author`` of ``argmap.toml`` holds, at all claims if
    none is named; not checked where no claim names a part.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}
          north-mobilised: {text: The North had called up its reserves., part: I}

    Not in::

        claims:
          attack-first: {text: The North attacked first., part: I}
          north-mobilised: {text: The North had called up its reserves., part: I}
    """
    project = case.project
    parts = case.lists.claims.part
    if not case.shares.placed:
        raise NotCheckedError("no claim names a part of the manuscript")
    for key in [key for key, part in zip(project.claims, parts, strict=True) if part is None]:
        if case.is_authors(project.claims[key]):
            yield Finding(
                f"claim '{shown(key)}' is given no part of the manuscript",
                project.spot("claims", key),
                (key,),
                "name the part in which it is made under 'part:'",
            )
