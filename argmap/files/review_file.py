"""Reads and writes ``reviews.yaml``: digests and names of fields, no text of any record.

::

    reviews:
      attack-first:                  # the claim
        park:                        # the reviewer
          when: 2026-11-23
          note: Checked against the archive's own copies.
          seen: {attack-first: 3mrq7h5zk2aa, order: q6f4c2n7xw3e}
    versions:
      q6f4c2n7xw3e: {form: c2h5oh7a, shows: k3p9zu2d}
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from argmap.files.atomic import write_text
from argmap.files.decoding import decode, fault
from argmap.files.yaml_tree import read_tree
from argmap.files.yaml_write import Loose, entry, scalar
from argmap.model.edtf import Edtf
from argmap.model.errors import UnreadableError
from argmap.model.finding import Finding
from argmap.model.record import CONFIG
from argmap.model.reviews import REVIEWS_FILE, Review, Reviews, Version
from argmap.model.short_forms import Name, Text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

HEAD = "# Written by 'argmap review'. Who reviewed which claim, and digests of what it rested on then.\n"
_HELP = "'argmap review' writes this file; take a good copy of it back, or remove it and review again"


@dataclass(frozen=True, config=CONFIG)
class _Entry:
    seen: dict[Name, Name]
    note: Text | None = None
    when: Edtf | None = None


@dataclass(frozen=True, config=CONFIG)
class _File:
    reviews: dict[Name, dict[Name, _Entry]] = Field(default_factory=dict)
    versions: dict[Name, dict[Name, Name]] = Field(default_factory=dict)


def read_reviews(root: Path) -> tuple[Reviews, tuple[Finding, ...]]:
    """Read a project's reviews; none where there is no file.

    Args:
        root: The project's folder.

    Returns:
        The reviews, and what does not fit.
    """
    try:
        data = (root / REVIEWS_FILE).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Reviews(), ()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return Reviews(broken=True), (fault("unreadable-file", message, REVIEWS_FILE),)
    return parse_reviews(data)


def parse_reviews(data: bytes) -> tuple[Reviews, tuple[Finding, ...]]:
    """Read reviews from the bytes of their file.

    Examples:
        >>> reviews, _ = parse_reviews(b"reviews: {c: {park: {seen: {c: abc}}}}")
        >>> reviews.entries[0].by
        'park'
        >>> parse_reviews(b"reviews: {c: {park: {seen: {}, saw: 1}}}")[1][0].message
        "'saw' is not a field of a review"
    """
    text = decode(REVIEWS_FILE, data)
    if isinstance(text, Finding):
        return Reviews(broken=True), (text,)
    tree = read_tree(REVIEWS_FILE, text)
    if tree.faults:
        return Reviews(broken=True), tuple(tree.faults)
    if tree.value is None:
        return Reviews(), ()
    return _typed(tree.value)


def write_reviews(root: Path, reviews: Reviews) -> None:
    """Write a project's reviews, whole or not at all; versions that no review saw are left out.

    Args:
        root: The project's folder.
        reviews: All of them.

    Raises:
        UnreadableError: If the file as it stands does not fit, which would then be lost, or if it
            cannot be written.
    """
    if reviews.broken:
        raise UnreadableError(f"{REVIEWS_FILE} does not fit and is left as it is; 'argmap check' shows why")
    write_text(root / REVIEWS_FILE, reviews_text(reviews))


def reviews_text(reviews: Reviews) -> str:
    """Write reviews as YAML, sorted, the same for the same reviews."""
    lines = [HEAD.rstrip("\n"), *_reviews_lines(reviews.entries)]
    used = sorted({name for review in reviews.entries for name in review.seen.values()})
    if used:
        lines.append("versions:")
    for name in used:
        lines += entry(name, dict(sorted(reviews.versions.get(name, {}).items())), "  ")
    return "\n".join(lines) + "\n"


def _reviews_lines(entries: Iterable[Review]) -> Iterable[str]:
    ordered = sorted(entries, key=lambda review: (review.claim, review.by))
    yield "reviews:" if ordered else "reviews: {}"
    last = None
    for review in ordered:
        if review.claim != last:
            yield f"  {scalar(review.claim)}:"
        last = review.claim
        told: dict[str, Any] = {}
        if review.when is not None:
            told["when"] = Loose(review.when.text)
        if review.note is not None:
            told["note"] = review.note
        told["seen"] = dict(sorted(review.seen.items()))
        yield from entry(review.by, told, "    ")


def _typed(value: object) -> tuple[Reviews, tuple[Finding, ...]]:
    try:
        file = TypeAdapter(_File).validate_python(value)
    except ValidationError as error:
        return Reviews(broken=True), tuple(_misfit(each) for each in error.errors(include_url=False)[:20])
    entries = tuple(
        Review(claim, by, told.seen, told.note, told.when)
        for claim, reviewers in sorted(file.reviews.items())
        for by, told in sorted(reviewers.items())
    )
    versions: Mapping[str, Version] = file.versions
    return Reviews(entries, versions), ()


def _misfit(error: "ErrorDetails") -> Finding:
    path = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "unexpected_keyword_argument":
        what = "a review" if len(path) > 1 else "the file of reviews"
        message = f"'{path[-1]}' is not a field of {what}"
        return fault("unknown-field", message, REVIEWS_FILE, path, on_key=True, help=_HELP)
    if error["type"] == "missing":
        message = f"a review has no '{path[-1]}'"
        return fault("bad-value", message, REVIEWS_FILE, path[:-1], help=_HELP)
    message = f"the file of reviews does not fit here: {error['msg'][:1].lower()}{error['msg'][1:]}"
    return fault("bad-value", message, REVIEWS_FILE, path, help=_HELP)
