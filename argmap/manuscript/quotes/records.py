"""What goes into a check of quotations, and what comes out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.model.dataclass import dataclass, field

NO_HELP = "its receipt does not help"
"""How the note begins that says why a quotation cannot be told verified."""

PRINTED = 12
"""So many equal words in a row are printed in a word diff; longer runs are cut in the middle."""


class Verdict(StrEnum):
    """How well a quotation agrees with its source, best first."""

    EXACT = "exact"
    """The same characters."""
    TYPOGRAPHIC = "typographic"
    """The same but for quotes, dashes, spaces, ligatures, hyphens, note markers, first letter, last stop."""
    ELIDED = "elided"
    """Words left out where an ellipsis says so, the parts in order."""
    EDITED = "edited"
    """Words added or replaced in square brackets."""
    ALTERED = "altered"
    """A difference that no mark admits, or a guard that was hit."""
    NEAR = "near"
    """Only something like it."""
    ABSENT = "absent"
    """Not in any text that was read."""
    EARLIER = "verified earlier, text not here"
    """A receipt says it was verified once; nothing was looked at today."""
    UNREADABLE = "unreadable"
    """No text to look at, or too little of it; never a pass."""

    @property
    def is_clean(self) -> bool:
        """Whether the words were found today, with every difference marked."""
        return self in CLEAN

    @property
    def is_found(self) -> bool:
        """Whether something was found today, be it only like the words."""
        return RANK[self] <= RANK[Verdict.NEAR]


CLEAN = frozenset({Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.ELIDED, Verdict.EDITED})
RANK = {verdict: place for place, verdict in enumerate(Verdict)}


class Guard(StrEnum):
    """What kind of word must never differ unnoticed."""

    DIGITS = "digits"
    NEGATION = "negation"
    QUANTIFIER = "quantifier"
    MODAL = "modal"
    CONDITION = "condition"
    POLARITY = "polarity"


class GuardHit(NamedTuple):
    """A guard that was hit."""

    guard: Guard
    words: str
    """The words that differ, e.g. ``"not"`` or ``"10.0 → 100"``."""
    where: str
    """``"inside"``, ``"before"`` (cut from the front), ``"after"`` (cut from the end), ``"gap"``."""
    weighs: bool
    """It pulled the verdict down to ``altered``; otherwise it is only reported."""


class Change(NamedTuple):
    """One run of a word diff, from the source to the quotation."""

    kind: str
    """``"same"``, ``"deleted"`` (in the source only), ``"inserted"`` (in the quotation only)."""
    words: str


class Place(NamedTuple):
    """Somewhere a quotation was found."""

    text: str
    """Key of the text."""
    start: int
    """Offset in the text's own characters."""
    end: int
    page: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation to be checked: its words, or a digest of them."""

    id: str
    exact: str | None = None
    """The words as printed, without the marks around them."""
    prefix: str | None = None
    """Words just before it in the source, to tell several places apart."""
    suffix: str | None = None
    source: str | None = None
    """Key of the text it is cited from."""
    pages: str | None = None
    """Pages cited, e.g. ``"pp. 12–14, 17"``."""
    digest: str | None = None
    """``sha256:…`` over the normalised words."""
    length: int | None = None
    """Length of the normalised words in characters."""
    near: str | None = None
    """Its first few words."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text that quotations are looked up in."""

    key: str
    text: str | None
    """None: it should be here but could not be read."""
    pages: tuple[tuple[int, str], ...] = ()
    """Where each page starts (offset in ``text``) and its label, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationCheck:
    """What came of checking one quotation."""

    id: str
    verdict: Verdict
    text: str | None = None
    """Key of the text where it was found."""
    span: tuple[int, int] | None = None
    """Start and end in the text's own characters, from its first part to its last."""
    page: str | None = None
    """Label of the page where it starts."""
    score: float = 0.0
    """Share of its letters that agree, in [0, 1]."""
    diff: tuple[Change, ...] = ()
    """Word diff from source to quotation; empty where every word agrees."""
    gaps: tuple[int, ...] = ()
    """Words of the source left out at each ellipsis."""
    guards: tuple[GuardHit, ...] = ()
    dropped_before: str = ""
    """The start of the sentence, where the quotation begins inside one."""
    goes_on: str = ""
    """What follows in the source, where it takes something back: ``"but …"``, ``"unless …"``."""
    stops_inside: bool = False
    """It ends before its sentence does, without an ellipsis."""
    elsewhere: bool = False
    """Found in another text than the cited one."""
    wrong_page: bool = False
    """Found outside the cited pages, beyond the offset learnt for the text."""
    ambiguous: bool = False
    """Several places fit equally well and nothing decides between them."""
    others: tuple[Place, ...] = ()
    """The other places found, at most 20."""
    notes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The word diff on one line: ``the [-Soviet-] {+Russian+} army``."""
        return one_line(self.diff)


@dataclass(frozen=True, slots=True)
class QuotationReport:
    """All checks, in the order of the quotations."""

    checks: tuple[QuotationCheck, ...]
    page_offsets: Mapping[str, int] = field(default_factory=dict)
    """Text key to pages found minus pages cited, where one offset explains most quotations."""


def one_line(diff: tuple[Change, ...]) -> str:
    """Print a word diff on one line.

    Examples:
        >>> one_line((Change("same", "the"), Change("deleted", "Soviet"), Change("inserted", "Russian")))
        'the [-Soviet-] {+Russian+}'
    """
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return " ".join(marks[kind].format(_shortened(words)) for kind, words in diff)


def _shortened(words: str) -> str:
    split = words.split()
    if len(split) <= PRINTED:
        return " ".join(split)
    return " ".join([*split[: PRINTED // 2], "[…]", *split[-PRINTED // 2 :]])
