"""Claims that nothing leads to or from."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.off_the_thesis import claims_below
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
    below = claims_below(project)
    joined = {name for names in below.values() for name in names} | {project.settings.thesis}
    for item in project.evidence.values():
        joined.update(item.challenged_by)
    if len(project.claims) < 2:
        return
    for key, claim in project.claims.items():
        if not (claim.pro or claim.con or below[key] or key in joined or key in case.broken_claims):
            yield Finding(
                f"claim '{shown(key)}' rests on nothing and bears on nothing",
                project.spot("claims", key),
                (key,),
                "join it to what it bears on and to what speaks for it, or leave it out",
            )
