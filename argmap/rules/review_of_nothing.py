"""Reviews of claims that are no more."""

from collections.abc import Iterator

from argmap.model.errors import nearest
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("review-of-nothing", family="support", severity=Severity.WARNING)
def review_of_nothing(case: Case) -> Iterator[Finding]:
    """A review is of a claim that there is not.

    The claim was taken out of the map or has another id now, and what the reviewer vouched for with
    it. Have the claim reviewed under its new id; ``argmap review --prune`` drops reviews of nothing.

    Found in::

        claims:
          north-attacked: {text: The North attacked first., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        reviews:
          attack-first: {park: {seen: {}}}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        reviews:
          attack-first: {park: {seen: {}}}
    """
    project = case.project
    if project.reviews.broken:
        raise NotCheckedError("reviews.yaml does not fit")
    lost = {key for kind, key in project.dropped if kind == "claims"}
    for review in project.reviews.entries:
        if review.claim not in project.claims and review.claim not in lost:
            likely = nearest(review.claim, project.claims)
            hint = f"if it is claim '{likely}' now, have that reviewed; " if likely else ""
            yield Finding(
                f"{review.by} reviewed claim '{review.claim}', and there is no such claim",
                review.spot,
                (review.claim,),
                f"{hint}'argmap review --prune' drops reviews of nothing",
            )
