"""Reviews: who looked at which claim, and what it then was, by digests alone."""

from collections.abc import Mapping

from argmap.model.dataclass import dataclass, field
from argmap.model.edtf import Edtf
from argmap.model.spot import Spot

REVIEWS_FILE = "reviews.yaml"

Version = Mapping[str, str]
"""Field of a record to the digest of what it said; empty fields are not in it."""


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's word that a claim is well put and rests on what the map says."""

    claim: str
    by: str
    """Id of a scholar, or a name."""
    seen: Mapping[str, str]
    """The claim and everything it then rested on, by id, to the names of their versions."""
    note: str | None = None
    when: Edtf | None = None
    """When, if the reviewer says so."""

    @property
    def spot(self) -> Spot:
        """Where it is written."""
        return Spot(REVIEWS_FILE, ("reviews", self.claim, self.by), on_key=True)


@dataclass(frozen=True, slots=True)
class Reviews:
    """All reviews of a project."""

    entries: tuple[Review, ...] = ()
    """One for each claim and reviewer, in the order of both."""
    versions: Mapping[str, Version] = field(default_factory=dict)
    """Every version that some review saw, by its name."""
    broken: bool = False
    """Whether the file of reviews does not fit, so that some may be missing here."""

    def of(self, claim: str) -> tuple[Review, ...]:
        """Give the reviews of one claim."""
        return tuple(review for review in self.entries if review.claim == claim)
