"""A picture that may be longer than a sheet of paper, and where it may be cut."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Slice(NamedTuple):
    """A stretch of a picture over its whole width, in its own units."""

    top: float
    height: float


class Tall(NamedTuple):
    """A picture with the heights at which a cut goes through nothing."""

    svg: str
    width: float
    height: float
    cuts: Sequence[float]
    """From the top down."""
    head: Slice | None = None
    """Headings that every sheet should begin with; the first sheet has them below the title."""

    @property
    def title(self) -> Slice:
        """What stands above the headings, or the first cut."""
        return Slice(0, self.cuts[0] if self.cuts else self.height)

    @property
    def slices(self) -> list[Slice]:
        """What stands below the headings, or the first cut, in stretches between cuts."""
        edges = [*self.cuts[1 if self.head else 0 :], self.height] if self.cuts else []
        return [Slice(top, bottom - top) for top, bottom in pairwise(edges)]
