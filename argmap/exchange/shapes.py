"""The shapes of argmap's JSON, on which other programs may rely; their schemas come from here."""

from typing import Any

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.exchange.fragility_shapes import AsOfData, FragileData, ImpactData
from argmap.exchange.manuscript_shapes import MANUSCRIPT_SHAPES

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


class ProjectData(TypedDict):
    """``argmap export json``: the whole project under the field names of the files, with verdicts."""

    title: str
    claims: dict[str, dict[str, Any]]
    evidence: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    schools: dict[str, dict[str, Any]]
    scholars: dict[str, dict[str, Any]]
    events: dict[str, dict[str, Any]]
    verdicts: dict[str, VerdictData]


class PremiseData(TypedDict):
    """A premise in an explanation."""

    id: str
    kind: str
    text: str
    worth: list[float]
    state: str
    where: str
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
    schools: dict[str, str]


class CellData(TypedDict):
    """What a school says to a claim, and how the claim fares before it."""

    stance: str
    cite: list[str]
    locator: str
    scholars: list[str]
    verdict: VerdictData


class RowData(TypedDict):
    """A claim before every school."""

    claim: str
    text: str
    verdict: VerdictData
    schools: dict[str, CellData]


class AgreementData(TypedDict):
    """Agreement of two schools."""

    schools: list[str]
    common: int
    same: int
    share: float | None
    kappa: float | None


class CruxData(TypedDict):
    """A claim on which schools part."""

    claim: str
    holding: list[str]
    rejecting: list[str]
    above: int
    turns: list[str]
    weighed: bool


class CompareData(TypedDict):
    """``argmap compare --format json``."""

    schools: list[str]
    claims: list[RowData]
    agreement: list[AgreementData]
    cruxes: list[CruxData]


class StatsData(TypedDict):
    """``argmap stats --format json``."""

    title: str
    records: dict[str, int]
    arguments: int
    premises: int
    verdicts: dict[str, int]
    grades: dict[str, int]
    parts: dict[str, dict[str, int]]
    claim_kinds: dict[str, int]
    evidence_forms: dict[str, int]
    notes_cited: int
    depth: int


class ChangeData(TypedDict):
    """A claim whose verdict differs before another audience."""

    claim: str
    text: str
    before: VerdictData
    after: VerdictData
    turned: bool


class WhatIfData(TypedDict):
    """``argmap what-if --format json``."""

    audience: str
    changes: list[ChangeData]


class PlaceData(TypedDict):
    """Another place that matters to a finding; null where it has none."""

    file: str
    line: int | None
    column: int | None
    message: str


class FindingData(TypedDict):
    """A finding; lines and columns start at 1, the end column is exclusive."""

    rule: str
    severity: str
    message: str
    file: str
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    subjects: list[str]
    related: list[PlaceData]
    help: str
    fingerprint: str


class NotCheckedData(TypedDict):
    """A rule that could not run."""

    rule: str
    reason: str


class CheckData(TypedDict):
    """``argmap check --format json``."""

    findings: list[FindingData]
    not_checked: list[NotCheckedData]
    summary: dict[str, int]


SHAPES: dict[str, Any] = {
    "check": CheckData,
    "export": ProjectData,
    "why": WhyData,
    "compare": CompareData,
    "stats": StatsData,
    "what-if": WhatIfData,
    "fragile": FragileData,
    "impact": ImpactData,
    "as-of": AsOfData,
    **MANUSCRIPT_SHAPES,
}
"""Name of the command to the shape of its JSON."""
