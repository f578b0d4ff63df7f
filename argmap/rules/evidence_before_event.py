"""Testimony older than what it is to witness."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.dates import dated_premises, surely_before
from argmap.rules.registry import project_rule


@project_rule("evidence-before-event", family="chronology", severity=Severity.WARNING)
def evidence_before_event(case: Case) -> Iterator[Finding]:
    """Testimony is older than the event it is put to directly.

    Nobody can report what has not happened yet: a report made before the claim's ``when`` speaks
    of plans, fears or something earlier. Correct the date, or say how it bears on the claim:
    ``bearing: inferential`` or ``circumstantial``. Looks at factual and causal claims.

    Found in::

        claims:
          attack-first:
            text: The North attacked first.
            kind: factual
            when: 1950-06-25
            for: [envoy]
        evidence:
          envoy: {shows: The envoy reports gunfire., form: testimony, made: 1950-06-02}

    Not in::

        claims:
          attack-first:
            text: The North attacked first.
            kind: factual
            when: 1950-06-25
            for: [{from: envoy, bearing: circumstantial}]
        evidence:
          envoy: {shows: The envoy reports gunfire., form: testimony, made: 1950-06-02}
    """
    for dated in dated_premises(case.project, ("factual", "causal"), "testimony"):
        if surely_before(dated.made, dated.when):
            yield dated.finding(
                case.project,
                f"testimony '{dated.evidence}' of {dated.made} is older than the event "
                f"in claim '{dated.claim}' ({dated.when})",
                "mend a date, or say how it bears on the claim under 'bearing:'",
            )
