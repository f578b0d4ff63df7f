"""Cruxes: claims on which schools part, by how much above them hangs on who is right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.compare.disagreement import Disagreement, Disagreements
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.reevaluation import Reevaluation

MOST = 400
"""How many cruxes are weighed; beyond, those with the least above are not."""
EFFORT = 80_000
"""How many claims are worked out anew or looked through at most before the rest is left unweighed."""


@dataclass(frozen=True, slots=True)
class Crux:
    """A claim on which schools part."""

    claim: str
    holding: tuple[str, ...]
    rejecting: tuple[str, ...]
    above: int
    """Claims that rest on it, directly or not: for, against, as undercutter or challenge."""
    turns: tuple[str, ...]
    """Claims above whose verdict or grade depends on whether it is assumed or rejected."""
    disagreement: Disagreement | None = None
    """What the two sides disagree in; None where it was not weighed."""

    @property
    def weighed(self) -> bool:
        """False where there were too many cruxes to weigh this one; then ``turns`` says nothing."""
        return self.disagreement is not None


def cruxes(
    judgement: Judgement,
    stances: Mapping[str, Mapping[str, str]],
    claims: Iterable[str] | None = None,
) -> list[Crux]:
    """Find the claims that some school holds and another rejects, the weightiest first.

    Args:
        judgement: The map as it is.
        stances: School to claim to stance.
        claims: The only claims asked about; all when None.
    """
    parted = _parted(stances, judgement.project.claims if claims is None else sorted(set(claims)))
    if not parted:
        return []
    now = Reevaluation(judgement)
    counts = now.parts.counts_above()
    above = {claim: counts[now.graph.index[claim]] for claim in parted}
    disagreements = Disagreements(judgement, stances)
    found = []
    for rank, claim in enumerate(sorted(parted, key=lambda c: (-above[c], c))):
        if rank < MOST and now.effort + disagreements.effort < EFFORT:
            kinds = disagreements.of(claim, *parted[claim])
            found.append(Crux(claim, *parted[claim], above[claim], _turning(now, claim), kinds))
        else:
            found.append(Crux(claim, *parted[claim], above[claim], ()))
    return sorted(found, key=lambda c: (-len(c.turns), -c.above, c.claim))


def _parted(
    stances: Mapping[str, Mapping[str, str]], claims: Iterable[str]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for claim in claims:
        holding = tuple(s for s, said in stances.items() if said.get(claim) == "holds")
        rejecting = tuple(s for s, said in stances.items() if said.get(claim) == "rejects")
        if holding and rejecting:
            found[claim] = (holding, rejecting)
    return found


def _turning(now: Reevaluation, claim: str) -> tuple[str, ...]:
    """Find the claims that fare differently when one is assumed from when it is rejected."""
    number = now.graph.index[claim]
    assumed, rejected = _if_granted(now, number, 4), _if_granted(now, number, 0)
    touched = (assumed.keys() | rejected.keys()) - {number}
    return tuple(
        now.graph.ids[node]
        for node in sorted(touched)
        if _said(assumed.get(node, now.verdict(node))) != _said(rejected.get(node, now.verdict(node)))
    )


def _if_granted(now: Reevaluation, claim: int, worth: int) -> dict[int, Verdict]:
    with now.granting(claim, worth) as moved:
        return {node: now.verdict(node) for node in moved}


def _said(verdict: Verdict) -> tuple[str, str | None]:
    return verdict.verdict, verdict.grade
