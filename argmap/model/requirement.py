"""What a project asks of its own records, beyond the rules that come with argmap."""

from typing import Annotated, Literal

from argmap.model.marks import Before
from argmap.model.record import Field, record
from argmap.model.short_forms import Names, Text, listed

COUNTED: dict[str, tuple[str, ...]] = {
    "claims": (
        "for",
        "against",
        "answers",
        "premises",
        "evidence",
        "documents",
        "sources",
        "kinds",
        "forms",
        "holders",
        "schools",
        "words",
    ),
    "evidence": ("uses", "notes", "makers", "words"),
    "sources": ("uses", "authors"),
}
"""Kind of record to what can be counted of one."""

FIELDS: dict[str, tuple[str, ...]] = {
    "claims": (
        "kind",
        "part",
        "section",
        "when",
        "held_by",
        "scholars",
        "schools",
        "hedge",
        "standard",
        "for",
        "against",
        "remark",
        "verdict",
    ),
    "evidence": (
        "source",
        "locator",
        "kind",
        "document",
        "made",
        "published",
        "available",
        "by",
        "form",
        "authenticity",
        "chain",
        "witness",
        "grade",
        "cited",
        "challenged_by",
        "quote",
        "remark",
    ),
    "sources": ("type", "authors", "issued", "container", "archive", "listed", "edition_of"),
}
"""Kind of record to the fields that may choose it or be asked for; ``verdict`` is worked out."""

Wanted = Annotated[bool | Names, Before(lambda v: v if isinstance(v, bool) else listed(v))]
"""``true`` (given), ``false`` (left out), or the values of which one must be there."""


@record
class Requirement:
    """Something that every record of a kind, or those with certain values, must have.

    ``{name: "two kinds of evidence", where: {kind: factual}, at-least: {kinds: 2}}``. Counts are of what
    a claim's own arguments name, not of what lies below.
    """

    name: Text
    """What it is called in findings."""
    of: Literal["claims", "evidence", "sources"] = "claims"
    where: dict[str, Wanted] = Field(default_factory=dict)
    """Field to the values that choose a record; all of these must fit. Every record when left out."""
    given: Names = ()
    """Fields that must not be left out."""
    at_least: dict[str, int] = Field(default_factory=dict, alias="at-least")
    """What is counted to how many there must be."""
    at_most: dict[str, int] = Field(default_factory=dict, alias="at-most")
    because: Text | None = None
    """Why it is asked; shown with each finding."""
