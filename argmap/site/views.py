"""Small values that pages are made of; templates only set them in HTML."""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.citing.marked import Marked
from argmap.model.finding import Finding
from argmap.verdict.grades import Grading
from argmap.verdict.judgement import Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere."""

    text: str
    to: str | None
    """Address on the site; None where no record answers."""
    title: str = ""
    """What stands there, in a sentence."""


Pieces = tuple[str | Link, ...]
"""Text with links in it."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list."""

    id: str
    link: Link
    verdict: Verdict
    hedge: str | None = None
    note: str = ""
    """How it comes into the list: ``against``, or nothing."""
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """Where evidence is found."""

    source: Link | None
    note: Marked
    """As a note of the Chicago Manual."""
    notes: str
    """Notes of the manuscript that cite it."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What would take a step away, or an answer to an objection, and how it fares."""

    role: str
    """``unless`` or ``answered by``."""
    link: Link
    text: str
    verdict: Verdict | None
    """None for evidence."""
    said: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What an argument or a side is worth."""

    told: str
    step: int | None
    """In steps 0 … 4, for the pips; None for weights."""


@dataclass(frozen=True, slots=True)
class PremiseView:
    """A premise in an argument."""

    link: Link
    kind: str
    """``claim``, ``evidence`` or ``missing``."""
    verdict: Verdict | None = None
    grading: Grading | None = None
    """For evidence: its grade in this argument, with its steps."""
    lost: str = ""
    """For evidence that is worth nothing: why."""
    citation: Citation | None = None
    rests_on: str = ""
    """For a claim: how much it rests on in turn."""


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """An argument for or against a claim."""

    side: str
    worth: Worth
    decisive: bool
    premises: tuple[PremiseView, ...]
    because: str | None
    facts: tuple[str, ...]
    """Scheme, strength, bearing, tendency, as far as they are given."""
    fates: tuple[Fate, ...]
    remark: str | None


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a record is used."""

    role: str
    """In words: ``speaks for``, ``speaks against`` …"""
    claim: str
    """Id of the claim (for ``challenges``: of the evidence)."""
    kind: str = "claims"
    side: str = "for"
    position: int = 0


@dataclass(frozen=True, slots=True)
class StanceRow:
    """What a school or scholar says to a claim."""

    id: str
    who: Link
    kind: str
    """``school`` or ``scholar``."""
    stance: str
    through: tuple[Link, ...]
    """Scholars from whom a school's stance follows."""
    cite: tuple[Link, ...]
    locator: str
    remark: str | None
    before: Verdict | None = None
    """For a school: the verdict before it."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with links in its message."""

    finding: Finding
    message: Pieces
    at: str
    rule: Link
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Live:
    """What the pages of a site have besides while it is served."""

    script: str
    """Address of the script that follows what is saved."""
    editor: Callable[[Finding], str]
    """Gives the address that opens a finding's place in an editor; empty where there is none."""
    troubles: tuple[FindingView, ...] = ()
    """Why files and records cannot be read as they are now."""
    refusal: str = ""
    """Why the project cannot be opened now."""
    is_checked: bool = True
    """Whether the findings are those of what was saved last."""
