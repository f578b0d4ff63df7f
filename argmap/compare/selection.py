"""Which claims of a comparison are shown, and how many are not."""

from collections.abc import Sequence
from typing import Literal

from argmap.compare.comparison import Comparison, Row

Which = Literal["common", "parted", "all"]

_MEANT = {
    "common": "of which at least two schools speak",
    "parted": "that one school holds and another rejects",
    "all": "of which some school speaks",
}


def shown_rows(
    comparison: Comparison, which: Which = "common", most: int | None = None
) -> tuple[Sequence[Row], str]:
    """Choose the claims that a view shows.

    Args:
        comparison: The schools side by side.
        which: ``common``: of which at least two schools speak; ``parted``: on which they part; ``all``.
        most: Not more than so many.

    Returns:
        The rows, and a sentence that counts what is shown and what is not.
    """
    rows = [
        row for row in comparison.rows if which == "all" or (row.parted if which == "parted" else row.common)
    ]
    if which == "common" and (len(comparison.schools) < 2 or not rows):
        which, rows = "all", list(comparison.rows)
    kept = rows[:most]
    told = f"{_claims(len(kept))} {_MEANT[which]}"
    if len(kept) < len(rows):
        told = f"{len(kept)} of {_claims(len(rows))} {_MEANT[which]}"
    left = len(comparison.rows) - len(rows)
    if left:
        told += f"; {left} more of which one school alone speaks, or on which they do not part, are not shown"
    return kept, told


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


def spoken_schools(comparison: Comparison) -> tuple[list[str], list[str]]:
    """Part the schools in those that speak of some claim and those that are silent on all."""
    spoken = [s for s in comparison.schools if any(r.cells[s].stance != "silent" for r in comparison.rows)]
    return spoken, [school for school in comparison.schools if school not in spoken]
