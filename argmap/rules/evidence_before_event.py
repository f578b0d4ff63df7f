"""Testimony older than what it is to witness."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
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
    project = case.project
    for key, claim in project.claims.items():
        if claim.kind not in ("factual", "causal") or claim.when is None:
            continue
        for i, argument in enumerate(claim.pro):
            if argument.bearing not in (None, "direct"):
                continue
            for j, premise in enumerate(argument.premises):
                item = project.evidence.get(premise)
                if item is None or item.form != "testimony" or item.made is None:
                    continue
                if surely_before(item.made, claim.when):
                    yield Finding(
                        f"testimony '{premise}' of {item.made} is older than the event "
                        f"in claim '{key}' ({claim.when})",
                        project.spot("claims", key, "for", i, "from", j),
                        (key, premise),
                        "mend a date, or say how it bears on the claim under 'bearing:'",
                        (
                            Related(project.spot("claims", key, "when"), "the time of the claim"),
                            Related(project.spot("evidence", premise, "made"), "made"),
                        ),
                    )
