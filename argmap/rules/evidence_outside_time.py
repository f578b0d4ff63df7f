"""Records older than the act they are to record."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.project import Project
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.dates import dated_premises, surely_before
from argmap.rules.registry import project_rule


@project_rule("evidence-outside-time", family="chronology", severity=Severity.WARNING)
def evidence_outside_time(case: Case) -> Iterator[Finding]:
    """A record is older than the act it is put to directly.

    A record of an act is made in it or after it; one made before the claim's ``when`` shows an
    intention, an order or something earlier, from which the act can only be inferred. Correct a date,
    or say how it bears on the claim: ``bearing: inferential`` or ``circumstantial``. Looks at factual
    claims; testimony is looked at by ``evidence-before-event``. Where something else that is put directly
    to the claim is of its time or later, the older record tells what went before, and nothing is said.

    Found in::

        claims:
          line-crossed: {text: The army crossed the line., kind: factual, when: 1950-06-25, for: [order]}
        evidence:
          order: {shows: The army is to cross the line., form: record, made: 1950-06-18}

    Not in::

        claims:
          line-crossed:
            text: The army crossed the line.
            kind: factual
            when: 1950-06-25
            for: [{from: order, bearing: inferential}]
        evidence:
          order: {shows: The army is to cross the line., form: record, made: 1950-06-18}
    """
    project = case.project
    for dated in dated_premises(project, ("factual",), "record"):
        claim = project.claims[dated.claim]
        if surely_before(dated.made, dated.when) and not _has_later(project, claim):
            yield dated.finding(
                project,
                f"record '{dated.evidence}' of {dated.made} is older than the act "
                f"in claim '{dated.claim}' ({dated.when})",
                "mend a date, or say how it bears on the claim under 'bearing:'",
            )


def _has_later(project: Project, claim: Claim) -> bool:
    """Whether dated evidence put directly to a claim is not older than what it is about."""
    direct = (name for each in claim.pro if each.bearing in (None, "direct") for name in each.premises)
    items = (project.evidence[name] for name in direct if name in project.evidence)
    return any(item.made is not None and not surely_before(item.made, claim.when) for item in items)
