"""Records made after the effect that they are said to have caused."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.dates import dated_premises, surely_before
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
    for dated in dated_premises(case.project, ("causal",), "record"):
        if surely_before(dated.when, dated.made):
            yield dated.finding(
                case.project,
                f"record '{dated.evidence}' of {dated.made} is later than the effect "
                f"in causal claim '{dated.claim}' ({dated.when})",
                "mend a date; what tells of it later is testimony, or bears on it inferentially",
            )
