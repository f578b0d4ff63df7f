"""The records that authors write: claims, evidence, schools, scholars, events, expectations.

Read with short forms expanded; written back (``dump``) under the field names of the files.
"""

from typing import Annotated, Any

from argmap.model.dataclass import dataclass
from argmap.model.edtf import Edtf
from argmap.model.locator import Locator
from argmap.model.marks import Before, Limits
from argmap.model.record import Field, record
from argmap.model.short_forms import (
    ChainLink,
    Name,
    Names,
    NoteRef,
    Text,
    expand_arguments,
    expand_stances,
    listed,
)
from argmap.model.vocabulary import (
    Admiralty,
    Authenticity,
    Bearing,
    ClaimKind,
    EvidenceKind,
    Form,
    GradeWord,
    Scheme,
    StanceWord,
    Standard,
    Tendency,
    VerdictWord,
    Witness,
)


@record
class Argument:
    """One or more premises that together speak for or against a claim."""

    premises: Names = Field(alias="from", min_length=1)
    """Claims or evidence that carry only together."""
    because: Text | None = None
    """The warrant: why these premises give the claim."""
    scheme: Scheme | None = None
    """Argumentation scheme."""
    strength: GradeWord | None = None
    """How far the step itself carries; firm when left out."""
    weight: Annotated[float, Limits(ge=0, le=1)] | None = None
    """Weight in [0, 1], only for the plain Carneades setting."""
    bearing: Bearing | None = None
    """How the evidence bears on the claim; direct when left out."""
    tendency: Tendency | None = None
    """Interest of the evidence's maker in saying this; neutral when left out."""
    unless: Names = ()
    """Undercutters: if one stands, the step is taken away."""
    answer: Names = ()
    """The claims by which the author meets this objection; if one stands, it is met."""
    remark: Text | None = None
    """For an auditor."""


@record
class Stance:
    """What a school or a scholar says to a claim, and where."""

    stance: StanceWord
    cite: Names = ()
    """Sources in which it is said."""
    locator: Locator | None = None
    remark: Text | None = None


Arguments = Annotated[tuple[Argument, ...], Before(expand_arguments)]
Stances = Annotated[dict[Name, Stance], Before(expand_stances)]


@record
class Claim:
    """A statement that somebody holds and that may be true or false."""

    text: Text
    """The statement, one sentence."""
    kind: ClaimKind = "interpretive"
    part: Name | None = None
    """Part of the manuscript in which it is made."""
    section: Text | None = None
    """Heading under which it is made."""
    when: Edtf | None = None
    """The time that the claim is about (EDTF)."""
    held_by: Names = ()
    """Scholars who hold it."""
    scholars: Stances = Field(default_factory=dict)
    """Scholars' stances, with where they take them."""
    schools: Stances = Field(default_factory=dict)
    """Schools' stances, where a source says so; else they follow from their scholars."""
    hedge: Text | None = None
    """How guardedly the author says it, in the author's word; left out where flat."""
    standard: Standard | None = None
    """Proof standard; the project's when left out."""
    contradicts: Names = ()
    """Claims that cannot be true together with it; said on either side, it weighs on no verdict."""
    defines: dict[Name, Text] = Field(default_factory=dict)
    """Key terms whose sense it fixes, with that sense."""
    pro: Arguments = Field(default=(), alias="for")
    """Arguments for the claim."""
    con: Arguments = Field(default=(), alias="against")
    """Arguments against the claim."""
    remark: Text | None = None
    """For an auditor."""

    @property
    def holders(self) -> tuple[str, ...]:
        """Scholars who hold it, flatly or with a qualification."""
        others = (who for who, s in self.scholars.items() if s.stance in ("holds", "qualifies"))
        return tuple(dict.fromkeys((*self.held_by, *others)))

    def _repr_html_(self) -> str:
        from html import escape

        hedge = f" <small>({escape(self.hedge)})</small>" if self.hedge else ""
        counts = f"{len(self.pro)} for, {len(self.con)} against"
        return (
            f"<div><b>claim</b> <small>{escape(self.kind)}</small><br>"
            f"{escape(self.text)}{hedge}<br><small>{counts}</small></div>"
        )


@record
class Quote:
    """A quotation: its words (W3C TextQuoteSelector), or a digest where they may not be copied."""

    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    digest: Annotated[str, Limits(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    length: Annotated[int, Limits(ge=1)] | None = None
    """Length of the normalised text in characters."""
    near: str | None = None
    """Its first few words."""


@record
class Evidence:
    """What one document, or one passage of it, shows."""

    shows: Text
    """In one sentence."""
    source: Name | None = None
    """The source in the bibliography."""
    locator: Locator | None = None
    """Where in the source."""
    kind: EvidenceKind | None = None
    document: Name | None = None
    """Name shared by all evidence from one and the same document, where nothing else tells."""
    made: Edtf | None = None
    """When the document was made (EDTF)."""
    published: Edtf | None = None
    """When it was published (EDTF)."""
    available: Edtf | None = None
    """When scholars could first read it (EDTF)."""
    by: Names = ()
    """Persons or bodies who made it."""
    form: Form | None = None
    """What kind of witness it is."""
    authenticity: Authenticity | None = None
    chain: Annotated[tuple[ChainLink, ...], Before(listed)] = ()
    """How it reached the author."""
    witness: Witness | None = None
    """How near its maker stood to what it reports."""
    grade: Admiralty | None = None
    """An Admiralty reliability letter, in place of the recorded facts."""
    cited: Annotated[tuple[NoteRef, ...], Before(listed)] = ()
    """Notes of the manuscript that cite it, as part.number."""
    challenged_by: Names = ()
    """Claims that make it worthless if they stand (undermining)."""
    rests_on: Names = ()
    """Sources from which its maker took what it says, as a scholar's book names its own."""
    searched: Text | None = None
    """What was looked through in vain, where it shows that something is absent."""
    quote: Quote | None = None
    remark: Text | None = None
    """For an auditor."""

    def _repr_html_(self) -> str:
        from html import escape

        where = ", ".join(str(x) for x in (self.source, self.locator, self.made) if x)
        return (
            f"<div><b>evidence</b> <small>{escape(self.kind or '')}</small><br>"
            f"{escape(self.shows)}<br><small>{escape(where)}</small></div>"
        )


@record
class School:
    """A position in the literature."""

    name: Text
    text: Text | None = None
    """What the school holds."""
    letter: Annotated[str, Limits(min_length=1, max_length=2)] | None = None
    """Letter of its chip in figures; chosen from the name when left out."""
    cite: Names = ()
    """Sources that describe it."""
    remark: Text | None = None


@record
class Scholar:
    """A person or body who holds claims."""

    name: Text
    schools: Names = ()
    works: Names = ()
    """Sources written by the scholar."""
    remark: Text | None = None


@record
class Event:
    """Something that happened."""

    text: Text
    when: Edtf | None = None
    """EDTF."""
    part: Name | None = None
    claims: Names = ()
    """Claims that are about it, or that it bears on."""
    evidence: Names = ()
    """Evidence that it happened, or happened then."""
    remark: Text | None = None


@record
class Expectation:
    """A verdict that the map's author expects of a claim, perhaps before an audience."""

    verdict: VerdictWord
    grade: GradeWord | None = None
    school: Name | None = None
    as_of: Edtf | None = None


def expand_expectations(value: object) -> object:
    """Expand ``claim: supported`` and a mixed list to a list of mappings with ``verdict``."""
    entries = value if isinstance(value, list | tuple) else [value]
    return [{"verdict": entry} if isinstance(entry, str) else entry for entry in entries]


Expectations = Annotated[tuple[Expectation, ...], Before(expand_expectations)]


@dataclass(frozen=True, slots=True)
class Source:
    """A document or publication that can be cited: one entry of a bibliography (CSL)."""

    type: str
    """CSL type, e.g. ``book``."""
    title: str
    authors: tuple[str, ...] = ()
    """Family name first, or the name of a body."""
    issued: Edtf | None = None
    container: str | None = None
    """Journal, newspaper or collection it appeared in."""
    archive: str | None = None
    listed: bool = True
    """Whether the manuscript's own bibliography lists it."""
    edition_of: str | None = None
    """Id of the work that this is another edition, translation or name of."""
    csl: dict[str, Any] | None = None
    """The whole CSL-JSON item."""

    @property
    def short(self) -> str:
        """Short form for figures and tables: first family name and year, or the title."""
        who = self.authors[0].split(",")[0] if self.authors else self.title
        year = str(self.issued)[:4] if self.issued else ""
        return f"{who} {year}".strip()


Record = Claim | Evidence | School | Scholar | Event | Source
