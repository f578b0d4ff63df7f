"""Steps whose warrant is left to the reader."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import Project, arguments_of
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
        silent: dict[str, list[tuple[int, Argument]]] = {}
        for side, i, argument in arguments_of(claim):
            if not (argument.because or argument.scheme or _shows(project, claim, argument)):
                silent.setdefault(side, []).append((i, argument))
        for side, arguments in silent.items():
            premises = tuple(dict.fromkeys(p for _, argument in arguments for p in argument.premises))
            first, *rest = (project.spot("claims", key, side, i) for i, _ in arguments)
            yield Finding(
                f"nothing says why {named(premises)} would speak {side} claim '{shown(key)}'",
                first,
                (key, *premises),
                "say why in one sentence under 'because:'",
                tuple(Related(spot, "nor here") for spot in rest),
            )


def _shows(project: Project, claim: Claim, argument: Argument) -> bool:
    """Whether the documents themselves show what the claim says."""
    direct = argument.bearing in (None, "direct") and claim.kind != "causal"
    return direct and all(premise in project.evidence for premise in argument.premises)
