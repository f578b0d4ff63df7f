"""What rival schools hold, and nobody answers."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("school-unfaced", family="schools", severity=Severity.WARNING)
def school_unfaced(case: Case) -> Iterator[Finding]:
    """A rival school holds what the author neither grants nor contests.

    A school of which the author is no member holds the claim; nothing stands against it, it contradicts
    and opposes nothing, and the author takes no stance to it: the rival is told and left standing. Take a
    stance under ``scholars:``, or put under ``against:`` what speaks against it. Needs an ``author`` in
    ``argmap.toml``.

    Found in::

        settings: |
          author = "moor"
        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: w-1981}}
        scholars:
          moor: {name: Anna Moor}
        schools:
          revisionist: {name: Revisionist}
        sources:
          w-1981: {type: book, title: Origins}

    Not in::

        settings: |
          author = "moor"
        claims:
          south-first:
            text: The South attacked first.
            schools: {revisionist: {stance: holds, cite: w-1981}}
            scholars: {moor: rejects}
        scholars:
          moor: {name: Anna Moor}
        schools:
          revisionist: {name: Revisionist}
        sources:
          w-1981: {type: book, title: Origins}
    """
    project, author = case.project, case.project.settings.author
    if author is None:
        raise NotCheckedError("the settings name no author")
    contradicted = {name for _, claim in case.lists.claims_with("contradicts") for name in claim.contradicts}
    unfaced = {
        key
        for key in case.unnamed_claims
        if key not in contradicted and not _is_faced(project.claims[key], author)
    }
    if not unfaced:
        return
    member = project.scholars.get(author)
    own = frozenset(member.schools) if member else frozenset()
    held: dict[str, list[str]] = {}
    for (school, key), position in case.positions.items():
        if position.stance == "holds" and school not in own:
            held.setdefault(key, []).append(school)
    for key, schools in sorted(held.items()):
        if key in unfaced:
            yield Finding(
                f"claim '{key}' of {named(schools)} is neither granted nor contested",
                project.spot("claims", key),
                (key, *schools),
                "take a stance under 'scholars:', or put under 'against:' what speaks against it",
            )


def _is_faced(claim: Claim, author: str) -> bool:
    return bool(claim.con or claim.contradicts or author in claim.held_by or author in claim.scholars)
