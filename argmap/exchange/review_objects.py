"""Which claims are reviewed, as plain data."""

from collections.abc import Mapping

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.model.project import Project
from argmap.model.reviewing import ReviewStatus
from argmap.model.versions import RecordChange


class RecordChangeData(TypedDict):
    """What has changed in one record since a review saw it; an argument is named by side and premises."""

    id: str
    gone: bool
    unrecorded: bool
    added: list[str]
    removed: list[str]
    changed: list[str]


class ReviewData(TypedDict):
    """One review, with what has changed since."""

    by: str
    author: bool
    when: str | None
    note: str | None
    changes: list[RecordChangeData]


class ReviewedData(TypedDict):
    """How one claim stands with its reviewers: ``reviewed``, ``suspect`` or ``not reviewed``."""

    claim: str
    text: str
    status: str
    reviews: list[ReviewData]


class ReviewsData(TypedDict):
    """``argmap review --list --format json``."""

    counts: dict[str, int]
    claims: list[ReviewedData]


def reviews_object(project: Project, found: Mapping[str, ReviewStatus]) -> ReviewsData:
    """Give which claims are reviewed."""
    counts = dict.fromkeys(("reviewed", "suspect", "not reviewed"), 0)
    for status in found.values():
        counts[status.word] += 1
    return {"counts": counts, "claims": [_reviewed(project, status) for status in found.values()]}


def _reviewed(project: Project, status: ReviewStatus) -> ReviewedData:
    return {
        "claim": status.claim,
        "text": project.claims[status.claim].text,
        "status": status.word,
        "reviews": [
            {
                "by": review.by,
                "author": project.is_author(review.by),
                "when": str(review.when) if review.when else None,
                "note": review.note,
                "changes": [_change(change) for change in changes],
            }
            for review, changes in status.reviews
        ],
    }


def _change(change: RecordChange) -> RecordChangeData:
    return {
        "id": change.id,
        "gone": change.gone,
        "unrecorded": change.unrecorded,
        "added": list(change.added),
        "removed": list(change.removed),
        "changed": list(change.changed),
    }
