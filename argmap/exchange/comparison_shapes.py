"""The shapes of comparisons as JSON: agreement, cruxes, use of evidence, competing hypotheses."""

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on


class SaidData(TypedDict):
    """Where a stance is taken from; ``scholar`` is null where it is stated of the school."""

    scholar: str | None
    stance: str
    cite: list[str]
    locator: str


class AgreementData(TypedDict):
    """Agreement of two schools; warnings say why its figures should not be leaned on."""

    schools: list[str]
    common: int
    same: int
    share: float | None
    kappa: float | None
    alpha: float | None
    warnings: list[str]


class OverallAgreementData(TypedDict):
    """Agreement of all schools, on the claims of which at least two speak."""

    claims: int
    answers: int
    alpha: float | None
    warnings: list[str]


class DisagreementData(TypedDict):
    """What schools disagree in: evidence, grading, inference, question, or untold."""

    kinds: list[str]
    because: list[str]
    documents: list[int]
    shared: int


class CruxData(TypedDict):
    """A claim on which schools part."""

    claim: str
    holding: list[str]
    rejecting: list[str]
    above: int
    turns: list[str]
    weighed: bool
    disagreement: DisagreementData | None


class OppositeUseData(TypedDict):
    """Evidence that two schools both rest on, for claims on which they part."""

    evidence: str
    claims: list[str]
    uses: list[list[str]]


class LeftAsideData(TypedDict):
    """Evidence that one school uses on a claim of which the other speaks without it."""

    evidence: str
    claims: list[str]
    user: str
    ignorer: str


class EvidenceUseData(TypedDict):
    """What two schools do with the evidence."""

    schools: list[str]
    used: list[int]
    shared: int
    opposite: list[OppositeUseData]
    left_aside: list[LeftAsideData]


class HypothesisData(TypedDict):
    """One hypothesis; the score counts what is inconsistent with it, one document once."""

    claim: str
    text: str
    letter: str
    rank: int
    score: int
    inconsistent: dict[str, int]
    consistent: dict[str, int]
    verdict: str
    grade: str | None
    says_little: bool


class AchRowData(TypedDict):
    """One piece of evidence against all hypotheses, in their order."""

    evidence: str
    shows: str
    document: str
    ratings: list[str]
    worth: list[int]
    diagnosticity: int


class AchData(TypedDict):
    """``argmap ach --format json``: analysis of competing hypotheses."""

    hypotheses: list[HypothesisData]
    found: str
    evidence: list[AchRowData]
    indifferent: list[str]
    excluded: list[str]
    bears_on_none: int
    warnings: list[str]
