"""Reviews of what has changed since."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Related, Severity
from argmap.model.project import arguments_of
from argmap.model.versions import RecordChange
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, project_rule
from argmap.rules.review_phrases import told_changes


@project_rule("suspect-review", family="support", severity=Severity.WARNING)
def suspect_review(case: Case) -> Iterator[Finding]:
    """A claim, or what it rests on, has changed since it was reviewed.

    A review vouches for the claim as the reviewer read it: its words, hedge, time and standard, its
    arguments, and everything it rests on down to evidence. ``argmap review`` keeps digests of their
    fields; where one differs, the review vouches for something that is no longer there. Have the claim
    reviewed again. How files are laid out makes no difference, nor do remarks and numbers of notes. It
    is a note where only something further down has changed, or where another review still holds.

    Found in::

        claims:
          attack-first: {text: The North attacked at dawn., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        reviews:
          attack-first: {park: {seen: {attack-first: nsldtawsmsex, order: rb6tmzm5cylq}}}
        versions:
          nsldtawsmsex: {for order: 23lmdxlu, kind: yvnxkml2, standard: cvqunhiv, text: gc7i7nos}
          rb6tmzm5cylq: {shows: mfekuif6}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [order]}
        evidence:
          order: {shows: The army is to cross the line at dawn.}
        reviews:
          attack-first: {park: {seen: {attack-first: nsldtawsmsex, order: rb6tmzm5cylq}}}
        versions:
          nsldtawsmsex: {for order: 23lmdxlu, kind: yvnxkml2, standard: cvqunhiv, text: gc7i7nos}
          rb6tmzm5cylq: {shows: mfekuif6}
    """
    reviews, project = case.project.reviews, case.project
    if reviews.broken:
        raise NotCheckedError("reviews.yaml does not fit")
    told = [
        (review, case.versions.changes(review, reviews))
        for review in reviews.entries
        if review.claim in project.claims
    ]
    holding = {review.claim for review, changed in told if not changed}
    for review, changed in told:
        if not changed:
            continue
        key = review.claim
        near = any(change.id in _near(case, key) or change.gone for change in changed)
        yield Finding(
            f"claim '{key}' is not as {review.by} reviewed it: {told_changes(project, key, changed)}",
            project.spot("claims", key),
            (key, *(change.id for change in changed if change.id != key)),
            f"read it again, and have it reviewed: argmap review {key} --by …",
            (
                Related(review.spot, f"reviewed by {review.by}"),
                *(_related(case, change) for change in changed if change.id != key and not change.gone),
            ),
            severity=Severity.WARNING if near and key not in holding else Severity.NOTE,
        )


def _near(case: Case, key: str) -> set[str]:
    """Name the claim itself and what its own arguments name."""
    claim = case.project.claims[key]
    return {key, *(n for _, _, a in arguments_of(claim) for n in (*a.premises, *a.unless, *a.answer))}


def _related(case: Case, change: RecordChange) -> Related:
    kind = "claims" if change.id in case.project.claims else "evidence"
    return Related(case.project.spot(kind, change.id), f"changed: '{change.id}'")
