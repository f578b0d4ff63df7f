"""One project of a corpus as text: what an audit takes in, whichever store or engine it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.model.finding import Finding

MOST_BYTES = 20_000_000
"""Bytes of one project from which it is not audited among many: a worker holds it as records, too."""


@dataclass(frozen=True, slots=True)
class TextProject:
    """A project as the texts of its files."""

    key: str
    """Its name in the corpus; never used as a path."""
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """Content by name from the project's root, with forward slashes."""
    group: str | None = None
    """What it is compared by: a school, a publisher."""
    date: str | None = None
    """When it was made (EDTF)."""
    origin: str = ""
    """Where it stands in the corpus, for people."""
    faults: tuple[Finding, ...] = ()
    """What could not be read of it."""
    refused: str = ""
    """Why it is not audited; empty where it is."""

    @property
    def size(self) -> int:
        """How many bytes or characters its files have."""
        return sum(map(len, self.files.values()))
