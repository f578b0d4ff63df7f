"""The shapes of the JSON of ``argmap manuscript``."""

from typing import Any

from typing_extensions import TypedDict


class NoteData(TypedDict):
    """``argmap manuscript notes``: a footnote or endnote."""

    part: str
    number: int
    line: int
    """Where its text begins: a line of a text file, a paragraph of an office document, a page of a PDF."""
    text: str
    marker_line: int | None
    """Where the text calls it; null if it never does."""


class NoteRefData(TypedDict):
    """A note."""

    part: str
    number: int


class CitationData(TypedDict):
    """``argmap manuscript citations``: a citation in a note."""

    part: str
    number: int
    index: int
    """Position in the note, from 0."""
    text: str
    refers_to: NoteRefData | None
    """The note whose citation an Ibid. or a short title repeats."""
    short_for: str | None
    """The full title that a short title stands for."""
    entry: str | None
    """Id of the work: of the project's source, else made from the manuscript's own bibliography."""
    score: float
    """How well that work fits, 0 to 100."""
    review: bool
    """Whether somebody should look: a weak fit, several that fit, an Ibid. that may mean several."""
    archive: dict[str, str] | None
    """Address of a document: its scheme, its repository and the parts of the scheme."""
    locator: str | None
    """Pages or sheets, as in ``71-72``."""
    date: str | None
    """Of the document, or of the publication (EDTF)."""
    type: str
    """CSL type."""
    standing: str
    """``primary`` or ``secondary``."""


class QuotationData(TypedDict):
    """``argmap manuscript quotes``: words in quotation marks."""

    anchor: str
    """Sentence in which it begins: part, paragraph, sentence."""
    line: int
    text: str
    note: str | None
    """The note that follows it, as ``part.number``."""
    direct: bool
    """Whether the note's marker stands right behind it."""


class GuardData(TypedDict):
    """A kind of word that must not differ and does."""

    guard: str
    words: str
    where: str
    weighs: bool


class QuotationCheckData(TypedDict):
    """What came of looking up a quotation."""

    id: str
    where: str
    source: str | None
    """Id of the work that it is cited from."""
    verdict: str
    text: str | None
    """Id of the text that it was found in."""
    start: int | None
    end: int | None
    page: str | None
    score: float
    diff: str
    gaps: list[int]
    guards: list[GuardData]
    dropped_before: str
    goes_on: str
    stops_inside: bool
    elsewhere: bool
    wrong_page: bool
    ambiguous: bool
    notes: list[str]


class WordingsData(TypedDict):
    """One passage quoted in two ways."""

    first: str
    second: str
    what: str
    likeness: float
    diff: str


class QuotationChecksData(TypedDict):
    """``argmap manuscript quotes --text``: every quotation looked up."""

    checks: list[QuotationCheckData]
    page_offsets: dict[str, int]
    two_wordings: list[WordingsData]


class AttributionData(TypedDict):
    """Somebody who is said to hold something."""

    holders: list[str]
    verb: str
    form: str
    """``named``, ``group`` or ``unattributed``."""
    known: bool
    """Whether a holder wrote a work that the manuscript cites."""


class QuantityData(TypedDict):
    """A number with its unit."""

    text: str
    value: float
    unit: str


class StatementData(TypedDict):
    """``argmap manuscript statements``: what can be read off a sentence."""

    anchor: str
    part: str | None
    line: int
    text: str
    notes: list[str]
    attributions: list[AttributionData]
    hedges: list[str]
    dates: list[str]
    quantities: list[QuantityData]


class EntryData(TypedDict):
    """An entry of the manuscript's bibliography."""

    id: str
    line: int
    text: str
    inherited: str | None
    """The author that it does not print itself."""
    cited: list[str]
    """Notes that cite it, as ``part.number``."""
    csl: dict[str, Any]


class DiscrepancyData(TypedDict):
    """One thing that notes and bibliography do not agree on."""

    kind: str
    message: str
    notes: list[str]
    entries: list[str]


class SourcesData(TypedDict):
    """``argmap manuscript sources``: the bibliography, and where notes and bibliography part."""

    entries: list[EntryData]
    discrepancies: list[DiscrepancyData]


class CoverageSectionData(TypedDict):
    """How far the map covers what stands under a heading."""

    part: str | None
    title: str | None
    line: int
    words: int
    notes: int
    covered: int
    claims: int


class CoverageParagraphData(TypedDict):
    """How far the map covers a paragraph."""

    anchor: str
    line: int
    words: int
    notes: list[str]
    covered: list[str]


class UnknownNoteData(TypedDict):
    """A record that points at a note which the manuscript does not have."""

    id: str
    note: str
    file: str


class CoverageData(TypedDict):
    """``argmap manuscript coverage``."""

    notes: int
    covered: int
    uncovered: list[NoteData]
    sections: list[CoverageSectionData]
    paragraphs: list[CoverageParagraphData]
    unknown: list[UnknownNoteData]


class DraftFileData(TypedDict):
    """A file that a draft adds to."""

    file: str
    added: int


class DraftData(TypedDict):
    """``argmap manuscript draft``."""

    files: list[DraftFileData]
    evidence: list[str]
    sources: list[str]
    review: list[CitationData]
    written: bool


MANUSCRIPT_SHAPES: dict[str, Any] = {
    "manuscript-notes": list[NoteData],
    "manuscript-citations": list[CitationData],
    "manuscript-quotes": list[QuotationData],
    "manuscript-quote-checks": QuotationChecksData,
    "manuscript-statements": list[StatementData],
    "manuscript-sources": SourcesData,
    "manuscript-coverage": CoverageData,
    "manuscript-draft": DraftData,
}
"""Name of the schema to the shape."""
