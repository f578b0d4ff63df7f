"""Steps whose warrant is left to the reader."""

from collections.abc import Iterator, Sequence

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import Project
from argmap.model.records import Argument, Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule


@project_rule("unstated-warrant", family="support", severity=Severity.NOTE, on=False)
def unstated_warrant(case: Case) -> Iterator[Finding]:
    """An argument does not say why its premises give the claim.

    The warrant is where most arguments are open to attack, and an unstated one cannot be weighed. Say it in
    one sentence under ``because:``, or name the ``scheme:``. Evidence that bears directly on a claim is
    passed over, unless the claim is causal: there the document itself is the warrant. Arguments on one
    side of a claim that say nothing are told together.

    Found in::

        claims:
          attack-first: {text: The North attacked first., kind: causal, for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            kind: causal
            for: [{from: war-diary, because: An order comes before the deed.}]
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    for key, claim in project.claims.items():
        for side, arguments in (("for", claim.pro), ("against", claim.con)):
            silent = _silent(project, claim, arguments)
            if not silent:
                continue
            premises = tuple(dict.fromkeys(p for i in silent for p in arguments[i].premises))
            yield Finding(
                f"nothing says why {named(premises)} would speak {side} claim '{shown(key)}'",
                project.spot("claims", key, side, silent[0]),
                (key, *premises),
                "say why in one sentence under 'because:'",
                tuple([Related(project.spot("claims", key, side, i), "nor here") for i in silent[1:]]),
            )


def _silent(project: Project, claim: Claim, arguments: Sequence[Argument]) -> list[int]:
    """Give the places of the arguments that say nothing of the step, where that does not show itself.

    Documents that bear directly on a claim which names no cause show what it says.
    """
    causal, in_evidence = claim.kind == "causal", project.evidence.__contains__
    return [
        i
        for i, each in enumerate(arguments)
        if not (each.because or each.scheme)
        and (causal or each.bearing not in (None, "direct") or not all(map(in_evidence, each.premises)))
    ]
