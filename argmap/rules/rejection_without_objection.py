"""Claims that others reject, and against which nothing is put."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("rejection-without-objection", family="opposition", severity=Severity.WARNING)
def rejection_without_objection(case: Case) -> Iterator[Finding]:
    """Others reject a claim of the author, and nothing stands against it.

    Who rejects a claim has reasons; as long as none is under ``against:`` the claim stands unopposed and
    the rival looks wilful. Put the rival's reason there, and answer it. Looks at claims that the
    ``author`` of ``argmap.toml`` holds, at what anybody holds if none is named.

    Found in::

        claims:
          attack-first:
            text: The North attacked first.
            held_by: [weathers]
            schools: {revisionist: {stance: rejects, cite: moor-1990}}
        scholars:
          weathers: {name: Ann Weathers}
        schools:
          revisionist: {name: Revisionist}
        sources:
          moor-1990: {type: book, title: The line}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            held_by: [weathers]
            schools: {revisionist: {stance: rejects, cite: moor-1990}}
            against: [raids]
        scholars:
          weathers: {name: Ann Weathers}
        schools:
          revisionist: {name: Revisionist}
        sources:
          moor-1990: {type: book, title: The line}
        evidence:
          raids: {shows: Southern troops crossed the line a month before., form: testimony}
    """
    project, author = case.project, case.project.settings.author
    for key, claim in case.lists.claims_with_stances:
        if claim.con or key not in case.own or not _is_held(claim):
            continue
        rivals = [
            (kind, who)
            for kind, stances in (("schools", claim.schools), ("scholars", claim.scholars))
            for who, stance in stances.items()
            if stance.stance == "rejects" and who != author
        ]
        if rivals:
            names = [who for _, who in rivals]
            verb = "rejects" if len(names) == 1 else "reject"
            yield Finding(
                f"{named(names)} {verb} claim '{key}', and nothing stands against it",
                project.spot("claims", key, *rivals[0]),
                (key, *names),
                "put the reason for it under 'against:', and answer it",
                tuple(Related(project.spot("claims", key, *each), "rejects") for each in rivals[1:]),
            )


def _is_held(claim: Claim) -> bool:
    return bool(claim.holders) or any(s.stance in ("holds", "qualifies") for s in claim.schools.values())
