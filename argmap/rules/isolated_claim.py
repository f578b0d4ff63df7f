"""Claims that nothing leads to or from."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("isolated-claim", family="support", severity=Severity.NOTE)
def isolated_claim(case: Case) -> Iterator[Finding]:
    """A claim rests on nothing and bears on nothing.

    No argument is given for or against it, and no other claim uses it: in the map it does no work. Join it
    to what it bears on and to what speaks for it, or leave it out. The ``thesis`` of ``argmap.toml`` and
    the only claim of a map are passed over.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [north-mobilised]}
          north-mobilised: {text: The North had called up its reserves.}
          winter-was-cold: {text: The winter was cold.}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [north-mobilised]}
          north-mobilised: {text: The North had called up its reserves.}
    """
    project = case.project
    alone = [key for key in case.unnamed_claims if not (project.claims[key].pro or project.claims[key].con)]
    if not alone or len(project.claims) < 2:
        return
    joined = {project.settings.thesis, *case.broken_claims}
    joined.update(*(item.challenged_by for _, item in case.lists.evidence_with("challenged_by")))
    for key, claim in case.lists.claims_with("contradicts"):
        known = project.claims.keys() & claim.contradicts
        joined.update(known, (key,) if known else ())
    for key in alone:
        if key not in joined:
            yield Finding(
                f"claim '{shown(key)}' rests on nothing and bears on nothing",
                project.spot("claims", key),
                (key,),
                "join it to what it bears on and to what speaks for it, or leave it out",
            )
