"""A fix: how a finding can be put right in the files, told by places and not by characters."""

from typing import Literal

from argmap.model.dataclass import dataclass
from argmap.model.spot import Place, Spot

Value = str | int | float | bool | list[str] | dict[str, str]
"""What a fix writes: one value, a list of names, or a mapping of texts."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a file.

    ``replace`` puts a value in place of the one at the spot (of its key, if the spot is on the
    key). ``remove`` takes away the entry at the spot with its key, and what it leaves empty.
    ``insert`` adds the key at the end of the spot's path to the mapping above it.
    """

    action: Literal["replace", "remove", "insert"]
    spot: Spot
    value: Value = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change as characters: what stands at a place becomes another text."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Changes that put one finding right, all of them or none."""

    title: str
    """What it does, as an order: ``write 'war-diary'``."""
    changes: tuple[Change, ...]
    safe: bool = False
    """Whether no reader could mean otherwise; else it is made only when asked for."""
    edits: tuple[Edit, ...] = ()
    """The changes as characters; filled in when the finding is about to be shown."""


def write_instead(spot: Spot, value: Value, *, safe: bool, title: str = "") -> Fix:
    """Make the fix that writes another value at a spot.

    Examples:
        >>> write_instead(Spot("a.yaml", ("claims", "c1", "for", 0)), "war-diary", safe=True).title
        "write 'war-diary'"
    """
    return Fix(title or f"write '{value}'", (Change("replace", spot, value),), safe)


def take_away(spot: Spot, what: str, *, safe: bool) -> Fix:
    """Make the fix that removes the entry at a spot.

    Args:
        spot: The entry.
        what: Its name for the title.
        safe: Whether nothing is lost by it.
    """
    return Fix(f"remove {what}", (Change("remove", spot),), safe)
