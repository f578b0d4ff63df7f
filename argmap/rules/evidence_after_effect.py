"""Records made after the effect that they are said to have caused."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.dates import surely_before
from argmap.rules.registry import project_rule


@project_rule("evidence-after-effect", family="chronology", severity=Severity.WARNING)
def evidence_after_effect(case: Case) -> Iterator[Finding]:
    """A record made after the effect is put directly to a causal claim.

    The ``when`` of a causal claim is the time in which cause and effect lie. An order or telegram
    made later is no trace of the cause; at most it tells of it or lets us infer it. Correct a date,
    or say what it is (``form: testimony``) or how it bears on the claim (``bearing: inferential`` or
    ``circumstantial``).

    Found in::

        claims:
          order-began-war:
            text: An order from the capital set off the attack.
            kind: causal
            when: 1950-06
            for: [order]
        evidence:
          order: {shows: The army is to hold the line., form: record, made: 1950-09-01}

    Not in::

        claims:
          order-began-war:
            text: An order from the capital set off the attack.
            kind: causal
            when: 1950-06
            for: [order]
        evidence:
          order: {shows: The army is to cross the line., form: record, made: 1950-06-24}
    """
    project = case.project
    for key, claim in project.claims.items():
        if claim.kind != "causal" or claim.when is None:
            continue
        for i, argument in enumerate(claim.pro):
            if argument.bearing not in (None, "direct"):
                continue
            for j, premise in enumerate(argument.premises):
                item = project.evidence.get(premise)
                if item is None or item.form != "record" or item.made is None:
                    continue
                if surely_before(claim.when, item.made):
                    yield Finding(
                        f"record '{premise}' of {item.made} is later than the effect "
                        f"in causal claim '{key}' ({claim.when})",
                        project.spot("claims", key, "for", i, "from", j),
                        (key, premise),
                        "mend a date; what tells of it later is testimony, or bears on it inferentially",
                        (
                            Related(project.spot("claims", key, "when"), "the time of the claim"),
                            Related(project.spot("evidence", premise, "made"), "made"),
                        ),
                    )
