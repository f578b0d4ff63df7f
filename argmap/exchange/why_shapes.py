"""The shapes of verdicts, grades and explanations in JSON."""

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

VerdictData = TypedDict(
    "VerdictData",
    {
        "verdict": str,
        "grade": str | None,
        "for": list[float],
        "against": list[float],
        "standard": str,
        "granted": str | None,
    },
)
"""A verdict; the worth of each side as [at least, at most]."""


class GradeStepData(TypedDict):
    """One step of a grade; the first gives the start, the others change it."""

    table: str
    word: str
    change: int
    reason: str


class GradeData(TypedDict):
    """A grade, 0 (excluded) or 1 … 4, with the steps that led there; their sum is held to 1 … 4."""

    value: int
    word: str
    steps: list[GradeStepData]


class PremiseData(TypedDict):
    """A premise in an explanation; the grade is null for claims."""

    id: str
    kind: str
    text: str
    worth: list[float]
    state: str
    where: str
    grade: GradeData | None
    why: "WhyData | None"


class FateData(TypedDict):
    """An undercutter or an answer, and how it fares (null for evidence)."""

    id: str
    verdict: VerdictData | None


class StepData(TypedDict):
    """An argument in an explanation."""

    side: str
    worth: list[float]
    holds: bool
    decisive: bool
    because: str | None
    scheme: str | None
    strength: str
    premises: list[PremiseData]
    unless: list[FateData]
    answer: list[FateData]


class WhyData(TypedDict):
    """``argmap why ID --format json``."""

    claim: str
    text: str
    hedge: str | None
    audience: str
    verdict: VerdictData
    standard: str
    sentences: list[str]
    arguments: list[StepData]
    contested: list[str]
    schools: dict[str, str]
