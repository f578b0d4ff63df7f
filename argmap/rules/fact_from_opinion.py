"""Facts that rest on judgements."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule

OPINIONS = ("evaluative", "counterfactual")


@project_rule("fact-from-opinion", family="support", severity=Severity.NOTE)
def fact_from_opinion(case: Case) -> Iterator[Finding]:
    """A factual claim rests only on judgements.

    Every argument for it needs an evaluative or a counterfactual claim: that something was wise, or what
    would have happened otherwise, does not show that something did happen. Give evidence for the fact, or
    call the claim interpretive.

    Found in::

        claims:
          order-was-given: {text: The order was given in May., kind: factual, for: [delay-unwise]}
          delay-unwise: {text: To wait longer would have been unwise., kind: evaluative, for: [memo]}
        evidence:
          memo: {shows: The staff warns against waiting., form: record}

    Not in::

        claims:
          order-was-given: {text: The order was given in May., kind: factual, for: [delay-unwise, diary]}
          delay-unwise: {text: To wait longer would have been unwise., kind: evaluative, for: [memo]}
        evidence:
          memo: {shows: The staff warns against waiting., form: record}
          diary: {shows: The order is entered under 3 May., form: record}
    """
    project = case.project
    for key, claim in case.lists.claims_of("factual"):
        if not claim.pro:
            continue
        needed: dict[str, str] = {}
        for argument in claim.pro:
            here = {
                p: project.claims[p].kind
                for p in argument.premises
                if p in project.claims and project.claims[p].kind in OPINIONS
            }
            if not here:
                break
            needed |= here
        else:
            yield Finding(
                f"factual claim '{shown(key)}' rests only on judgements: {named(needed)}",
                project.spot("claims", key, "for"),
                (key, *needed),
                "give evidence for the fact, or call the claim interpretive",
                tuple(Related(project.spot("claims", p, "kind"), kind) for p, kind in needed.items()),
            )
