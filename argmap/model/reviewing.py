"""Recording reviews, and telling which of them still hold: values in, values out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from argmap.model.edtf import Edtf
from argmap.model.errors import ArgmapError, UnknownIdError
from argmap.model.project import Project
from argmap.model.reviews import Review, Reviews
from argmap.model.versions import RecordChange, Versions


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """How one claim stands with its reviewers."""

    claim: str
    word: Literal["reviewed", "suspect", "not reviewed"]
    """Reviewed, if a review by another than the author still holds; suspect, if none of them does."""
    reviews: tuple[tuple[Review, tuple[RecordChange, ...]], ...]
    """Each with what has changed since; nothing, where it holds."""


def record_reviews(
    project: Project, claims: Iterable[str], by: str, note: str | None = None, when: Edtf | None = None
) -> Reviews:
    """Add a review of each claim as it is now; an earlier one by the same reviewer gives way to it.

    Args:
        project: The argument, with its reviews.
        claims: Ids.
        by: The reviewer.
        note: What the reviewer has to say.
        when: When, if that is to be kept.

    Raises:
        UnknownIdError: If there is no such claim.
        ArgmapError: If the reviewer has no name.
    """
    name, said = " ".join(by.split()), " ".join((note or "").split()) or None
    if not name or not name.isprintable() or not (said or "").isprintable():
        raise ArgmapError("a reviewer has a name, and name and note are plain text")
    versions = Versions(project)
    entries = {(review.claim, review.by): review for review in project.reviews.entries}
    table = dict(project.reviews.versions)
    for claim in claims:
        if claim not in project.claims:
            raise UnknownIdError("claim", claim, project.claims)
        seen = versions.seen(claim)
        names = {key: versions.name(key, whole=key == claim) for key in seen}
        table.update((names[key], version) for key, version in seen.items())
        entries[claim, name] = Review(claim, name, names, said, when)
    return replace(project.reviews, entries=tuple(entries[pair] for pair in sorted(entries)), versions=table)


def without_gone(project: Project) -> tuple[Reviews, tuple[Review, ...]]:
    """Drop the reviews of claims that are no more; give the rest, and those."""
    lost = {key for kind, key in project.dropped if kind == "claims"}
    here = [review for review in project.reviews.entries if review.claim in project.claims.keys() | lost]
    gone = [review for review in project.reviews.entries if review not in here]
    return replace(project.reviews, entries=tuple(here)), tuple(gone)


def review_statuses(project: Project, claims: Iterable[str] = ()) -> dict[str, ReviewStatus]:
    """Tell how claims stand with their reviewers.

    Args:
        project: The argument, with its reviews.
        claims: Ids; all claims when there are none.

    Raises:
        UnknownIdError: If there is no such claim.
    """
    versions = Versions(project)
    by_claim: dict[str, list[Review]] = {}
    for review in project.reviews.entries:
        by_claim.setdefault(review.claim, []).append(review)
    found = {}
    for key in list(claims) or project.claims:
        if key not in project.claims:
            raise UnknownIdError("claim", key, project.claims)
        told = [(each, tuple(versions.changes(each, project.reviews))) for each in by_claim.get(key, ())]
        others = [changes for each, changes in told if not project.is_author(each.by)]
        word: Literal["reviewed", "suspect", "not reviewed"] = "not reviewed"
        if others:
            word = "suspect" if all(others) else "reviewed"
        found[key] = ReviewStatus(key, word, tuple(told))
    return found
