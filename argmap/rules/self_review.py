"""Reviews of an argument by its own author."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("self-review", family="support", severity=Severity.WARNING)
def self_review(case: Case) -> Iterator[Finding]:
    """The author of an argument reviewed it.

    A review is a second pair of eyes: whoever made the argument reads into it what was meant. The
    ``author`` of ``argmap.toml``, by id or by name, does not count as a reviewer; let another read it.

    Found in::

        settings: |
          author = "kim"
        claims:
          attack-first: {text: The North attacked first., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        scholars:
          kim: {name: Kim Su}
        reviews:
          attack-first: {Kim Su: {seen: {}}}

    Not in::

        settings: |
          author = "kim"
        claims:
          attack-first: {text: The North attacked first., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        scholars:
          kim: {name: Kim Su}
        reviews:
          attack-first: {park: {seen: {}}}
    """
    project = case.project
    if project.reviews.broken:
        raise NotCheckedError("reviews.yaml does not fit")
    for review in project.reviews.entries:
        if project.is_author(review.by):
            yield Finding(
                f"the review of claim '{review.claim}' is by the author of the argument, {review.by}",
                review.spot,
                (review.claim,),
                f"have another read it: argmap review {review.claim} --by …",
            )
