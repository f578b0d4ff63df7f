"""Places in files: by path as the records know them, by line as a reader sees them."""

from argmap.model.dataclass import dataclass, field

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named by its path in a file; its line is looked up only when shown.

    ``Spot("claims/a.yaml", ("claims", "c1", "for", 0))`` is the first entry under ``for:`` of
    claim ``c1``.
    """

    file: str
    """Path from the project's root, with forward slashes."""
    path: Path = ()
    """Keys and list positions from the top of the file."""
    on_key: bool = False
    """Whether the key itself is meant rather than its value."""
    at: tuple[int, int] | None = None
    """Line and column (from 1), where they are known already."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a file: lines and columns start at 1, the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    words: str | None = field(default=None, repr=False, compare=False)
    """The line of the file as it stands, where it was at hand when the place was found."""
