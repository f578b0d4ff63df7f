"""Premises that speak for and against one claim."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Path, Related, Severity
from argmap.model.records import Argument
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import repeating


@project_rule("one-premise-both-sides", family="logic", severity=Severity.WARNING)
def one_premise_both_sides(case: Case) -> Iterator[Finding]:
    """One premise is given both for and against a claim.

    What speaks for both sides decides nothing, and a reader cannot tell which was meant. Take it
    off one side; if it can indeed be read both ways, say under ``because:`` on each side how.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary], against: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            for: [{from: war-diary, because: An order comes before the deed.}]
            against: [{from: war-diary, because: The copy may have been written later.}]
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    for key, claim in repeating(case):
        if not (claim.pro and claim.con):
            continue
        pro, con = _unexplained(claim.pro, "for"), _unexplained(claim.con, "against")
        for premise, (explained, path) in con.items():
            if premise not in pro or (explained and pro[premise][0]):
                continue
            other = case.project.spot("claims", key, *pro[premise][1])
            yield Finding(
                f"'{shown(premise)}' is given both for and against claim '{key}'",
                case.project.spot("claims", key, *path),
                (key, premise),
                "take it off one side, or say under 'because:' on each side how it is read",
                (Related(other, f"'{shown(premise)}' is given for it here"),),
            )


def _unexplained(arguments: tuple[Argument, ...], side: str) -> dict[str, tuple[bool, Path]]:
    """Give each premise with its place, and whether every use of it has a warrant."""
    found: dict[str, tuple[bool, Path]] = {}
    for i, argument in enumerate(arguments):
        explained = argument.because is not None
        for j, premise in enumerate(argument.premises):
            if premise not in found or (found[premise][0] and not explained):
                found[premise] = (explained, (side, i, "from", j))
    return found
