"""One thing that the audit reports, and where it stands."""

from enum import StrEnum

from argmap.model.dataclass import dataclass
from argmap.model.fix import Fix
from argmap.model.spot import Path, Place, Spot

__all__ = ["Finding", "Path", "Place", "Related", "Severity", "Spot"]


class Severity(StrEnum):
    """How bad a finding is.

    ``error``: the map is broken; ``warning``: the argument is weak; ``note``: worth a look.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for note."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that matters to a finding."""

    spot: Spot
    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the audit reports."""

    message: str
    """States the fault with its values, in one sentence without a full stop."""
    spot: Spot
    subjects: tuple[str, ...] = ()
    """Ids of the records concerned, the main one first."""
    help: str = ""
    """What to do about it."""
    related: tuple[Related, ...] = ()
    rule: str = ""
    """Name of the rule; stamped by the registry."""
    severity: Severity = Severity.ERROR
    place: Place | None = None
    """Where the spot is; filled in when the finding is about to be shown."""
    fix: Fix | None = None
    """How it can be put right, where that is known."""

    def stamped(self, rule: str, severity: Severity) -> "Finding":
        """Give it the name of the rule that found it, and how bad that is."""
        return Finding(
            self.message,
            self.spot,
            self.subjects,
            self.help,
            self.related,
            rule,
            severity,
            self.place,
            self.fix,
        )

    def placed(self, place: Place | None, related: tuple[Related, ...]) -> "Finding":
        """Give it its place, and those of what it is related to."""
        return Finding(
            self.message,
            self.spot,
            self.subjects,
            self.help,
            related,
            self.rule,
            self.severity,
            place,
            self.fix,
        )

    @property
    def fingerprint(self) -> str:
        """Stable name of the finding: from its rule, file and subjects, not from its line."""
        where = "/".join(map(str, self.spot.path))
        parts = (self.rule, *self.subjects) if self.subjects else (self.rule, self.spot.file, where)
        if self.subjects and len(self.spot.path) > 2:
            parts = (*parts, "/".join(str(p) for p in self.spot.path[2:] if isinstance(p, str)))
        import hashlib

        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorting key: by place, then rule, then message."""
        line, column = (self.place.line, self.place.column) if self.place else (0, 0)
        return (self.spot.file, line, column, self.rule, self.message)
