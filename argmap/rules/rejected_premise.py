"""Arguments from what the map itself rejects."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity, Spot
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import steps_from


@project_rule("rejected-premise", family="support", severity=Severity.WARNING)
def rejected_premise(case: Case) -> Iterator[Finding]:
    """A claim rests on something that the map rejects.

    The premise is evidence that the map calls forged, or a claim that a holder of the conclusion rejects:
    the argument is worth nothing, or not the holder's own. Rest the claim on something else, or mend what is
    said of the premise.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The order came., form: record, authenticity: forged, remark: Typed.}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, authenticity: verified}
    """
    project, lists = case.project, case.lists
    doubtful = {key for key, item in lists.evidence_with("authenticity") if item.authenticity == "forged"}
    doubtful.update(key for key, _ in lists.claims_with("scholars"))
    for key, side, i, argument in steps_from(case, doubtful):
        for j, premise in enumerate(argument.premises):
            told = _rejected(case, project.claims[key], premise)
            if told and side == "for":
                why, place = told
                yield Finding(
                    f"claim '{shown(key)}' rests on '{shown(premise)}', which {why}",
                    project.spot("claims", key, "for", i, "from", j),
                    (key, premise),
                    "rest the claim on something else, or mend what is said of the premise",
                    (Related(place, "said here"),),
                )


def _rejected(case: Case, claim: Claim, premise: str) -> tuple[str, Spot] | None:
    """Say why the map rejects a premise, and where; None if it does not."""
    project = case.project
    item = project.evidence.get(premise)
    if item is not None:
        if item.authenticity == "forged":
            return "is called forged", project.spot("evidence", premise, "authenticity")
        return None
    below = project.claims.get(premise)
    if below is not None and below.scholars:
        for who in claim.holders:
            stance = below.scholars.get(who)
            if stance is not None and stance.stance == "rejects":
                where = project.spot("claims", premise, "scholars", who)
                return f"its holder '{shown(who)}' rejects", where
    return None
