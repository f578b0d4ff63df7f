"""Scholars who contradict themselves."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions
from argmap.rules.registry import project_rule


@project_rule("holder-at-odds", family="logic", severity=Severity.WARNING)
def holder_at_odds(case: Case) -> Iterator[Finding]:
    """A scholar is at odds with himself.

    One and the same scholar is said to hold a claim and to reject it, or to hold two claims that the map
    calls contradictory, or each of which is given against the other. Either a stance is wrong, or the
    scholar changed his mind: then say under ``scholars:`` that he qualifies the earlier claim.

    Found in::

        claims:
          attack-first: {text: The North attacked first., held_by: [weathers], scholars: {weathers: rejects}}
        scholars:
          weathers: {name: Ann Weathers}

    Not in::

        claims:
          attack-first: {text: The North attacked first., scholars: {weathers: rejects}}
        scholars:
          weathers: {name: Ann Weathers}
    """
    project = case.project
    for key, claim in case.lists.claims_with("scholars"):
        for who in dict.fromkeys(claim.held_by):
            stance = claim.scholars.get(who)
            if stance is not None and stance.stance in ("rejects", "silent"):
                said = "to reject it" if stance.stance == "rejects" else "to be silent on it"
                yield Finding(
                    f"scholar '{shown(who)}' is said to hold claim '{shown(key)}' and {said}",
                    project.spot("claims", key, "scholars", who),
                    (key, who),
                    "take one of the two out",
                    (Related(project.spot("claims", key, "held_by"), "said to hold it"),),
                )
    for pair in contradictions(case):
        key, other = pair.first, pair.second
        flat = set(_flat_holders(case, key))
        for who in _flat_holders(case, other):
            if who in flat:
                yield Finding(
                    f"scholar '{shown(who)}' is said to hold both '{shown(key)}' and '{shown(other)}', "
                    "which cannot both be true",
                    pair.spot,
                    (key, other, who),
                    "say under 'scholars:' which of them is qualified or rejected",
                    tuple(Related(project.spot("claims", k), f"claim '{shown(k)}'") for k in (key, other)),
                )


def _flat_holders(case: Case, key: str) -> list[str]:
    """Give the scholars who hold a claim without a qualification."""
    claim = case.project.claims[key]
    stated = {who for who, stance in claim.scholars.items() if stance.stance != "holds"}
    return [who for who in claim.holders if who not in stated]
