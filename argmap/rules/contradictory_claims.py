"""Claims that contradict each other and both stand."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions
from argmap.rules.registry import project_rule


@project_rule("contradictory-claims", family="logic", severity=Severity.WARNING)
def contradictory_claims(case: Case) -> Iterator[Finding]:
    """Two claims that cannot both be true are both supported.

    One names the other under ``contradicts:``, or each is by itself an objection to the other, and yet
    the map lets both stand. Put what speaks for one against the other, so that they are weighed.

    Found in::

        claims:
          attack-first: {text: The North attacked first., contradicts: south-first, for: [order]}
          south-first: {text: The South attacked first., for: [raids]}
        evidence:
          order: {shows: The army is to cross the line., form: record}
          raids: {shows: Southern troops crossed the line., form: testimony}

    Not in::

        claims:
          attack-first: {text: The North attacked first., contradicts: south-first, for: [order]}
          south-first: {text: The South attacked first., for: [raids], against: [attack-first]}
        evidence:
          order: {shows: The army is to cross the line., form: record}
          raids: {shows: Southern troops crossed the line., form: testimony}
    """
    project, verdicts = case.project, case.judgement.verdicts
    for pair in contradictions(case):
        first, second = verdicts[pair.first], verdicts[pair.second]
        if first.verdict == second.verdict == "supported":
            yield Finding(
                f"claims '{pair.first}' and '{pair.second}' contradict each other, and both are supported",
                pair.spot,
                (pair.first, pair.second),
                "put what speaks for one against the other, so that they are weighed",
                tuple(
                    Related(project.spot("claims", verdict.claim), f"claim '{verdict.claim}' is {verdict}")
                    for verdict in (first, second)
                ),
            )
