"""A row of results: one contestant in one race."""

from dataclasses import asdict, dataclass, fields
from typing import Any

ARGMAP = "argmap"
ALL_RULES = "argmap, all rules"
SINGLE = "argmap, one record a file"
UNCHANGED = "argmap, unchanged"
BARE = "bare Python"
PARSE = "raw parse"
PARSE_SINGLE = "raw parse, one record a file"
HELP = "argmap --help"


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one contestant in one race."""

    series: str
    race: str
    """What is told apart within the series: a size, a shape, a task."""
    name: str
    size: int
    """Records, arguments or quotations."""
    seconds: float | None = None
    """Median CPU seconds."""
    wall: float | None = None
    """Median seconds by the clock."""
    peak: int | None = None
    """Peak memory in bytes."""
    runs: int = 0
    fault: str = ""
    single: bool = False
    """Whether it keeps one record a file."""

    def as_object(self) -> dict[str, Any]:
        """Give it for JSON."""
        return asdict(self)

    @classmethod
    def from_object(cls, read: dict[str, Any]) -> "Row":
        """Take it from JSON."""
        return cls(**{field.name: read[field.name] for field in fields(cls)})


def find(rows: list[Row], series: str, race: str, name: str) -> Row | None:
    """Find the row of a contestant in a race."""
    return next((r for r in rows if (r.series, r.race, r.name) == (series, race, name)), None)
