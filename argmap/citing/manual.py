"""The editions of the Chicago Manual of Style, notes and bibliography, as far as they differ here."""

import enum
from dataclasses import dataclass


class Voice(enum.Enum):
    """The two shapes of a full citation."""

    NOTE = "note"
    """Parts joined by commas, the facts of publication in brackets."""
    ENTRY = "entry"
    """Parts joined by full stops, the first name inverted."""


@dataclass(frozen=True, slots=True)
class Manual:
    """One edition."""

    name: str
    """As users write it."""
    title: str
    has_place: bool
    """Whether the place of publication is named."""
    names_in_note: int
    """Most names in a note; the first alone where there are more."""
    names_in_entry: int
    """Most names in an entry."""
    first_in_entry: int
    """Names in an entry where there are more."""
    has_chapter_pages: bool
    """Whether the pages of a chapter are told where no page of it is cited."""
    has_month_of_issue: bool
    """Whether month or season are told beside the number of an issue."""


CHICAGO_18 = Manual("chicago", "Chicago Manual of Style, 18th edition", False, 2, 6, 3, False, False)
CHICAGO_17 = Manual("chicago-17", "Chicago Manual of Style, 17th edition", True, 3, 10, 7, True, True)
MANUALS = {manual.name: manual for manual in (CHICAGO_18, CHICAGO_17)}
