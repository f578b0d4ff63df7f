"""What the search index knows of a record."""

from argmap.model.dataclass import dataclass, field

KINDS = ("claim", "evidence", "source", "scholar", "school", "event", "part", "finding")
"""Kinds of entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as search and previews show it."""

    address: str
    """Where it stands on the site."""
    kind: str
    """``claim``, ``evidence``, ``source`` …"""
    title: str
    verdict: str = ""
    grade: str = ""
    note: str = ""
    """A line below the title: why, or where it is found."""
    part: str = ""
    fields: tuple[tuple[float, str], ...] = field(default=())
    """Weight and text of what is searched; the title counts by itself."""
    rank: float = 1.0
    """Weight of the record as a whole."""
    key: str = ""
    """The record's id; for a finding the id of its first subject."""
