"""The shapes of argmap's JSON, on which other programs may rely; their schemas come from here."""

from typing import Any

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.exchange.brief_shapes import BriefData
from argmap.exchange.comparison_shapes import (
    AchData,
    AgreementData,
    CruxData,
    EvidenceUseData,
    OverallAgreementData,
    SaidData,
)
from argmap.exchange.find_objects import FindData
from argmap.exchange.fragility_shapes import AsOfData, FragileData, ImpactData
from argmap.exchange.manuscript_shapes import MANUSCRIPT_SHAPES
from argmap.exchange.review_objects import ReviewsData
from argmap.exchange.timeline_shapes import TimelineData
from argmap.exchange.why_shapes import VerdictData, WhyData


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


class CellData(TypedDict):
    """What a school says to a claim, and how the claim fares before it."""

    stance: str
    cite: list[str]
    locator: str
    scholars: list[str]
    said: list[SaidData]
    verdict: VerdictData


class RowData(TypedDict):
    """A claim before every school."""

    claim: str
    text: str
    verdict: VerdictData
    schools: dict[str, CellData]


class CompareData(TypedDict):
    """``argmap compare --format json``."""

    schools: list[str]
    claims: list[RowData]
    agreement: list[AgreementData]
    overall: OverallAgreementData
    cruxes: list[CruxData]
    evidence: list[EvidenceUseData]


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


class EditData(TypedDict):
    """What stands there becomes the text; lines and columns start at 1, the end column is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixData(TypedDict):
    """How a finding can be put right: all edits or none; what is not safe may be meant otherwise."""

    title: str
    safe: bool
    edits: list[EditData]


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
    fix: FixData | None


class NotCheckedData(TypedDict):
    """A rule that could not run."""

    rule: str
    reason: str


class SuppressedData(TypedDict):
    """A finding that is held back, and why.

    ``why`` is ``ignore`` (``told`` is the reason given in the settings), ``baseline`` (its file),
    ``finding`` (rule and fingerprint of the finding that says it already) or ``unchanged`` (the revision).
    """

    rule: str
    file: str
    line: int | None
    subjects: list[str]
    fingerprint: str
    why: str
    told: str


class CheckData(TypedDict):
    """``argmap check --format json``."""

    findings: list[FindingData]
    not_checked: list[NotCheckedData]
    summary: dict[str, int]
    suppressed: list[SuppressedData]


SHAPES: dict[str, Any] = {
    "check": CheckData,
    "export": ProjectData,
    "why": WhyData,
    "brief": BriefData,
    "review": ReviewsData,
    "compare": CompareData,
    "ach": AchData,
    "timeline": TimelineData,
    "stats": StatsData,
    "find": FindData,
    "what-if": WhatIfData,
    "fragile": FragileData,
    "impact": ImpactData,
    "as-of": AsOfData,
    **MANUSCRIPT_SHAPES,
}
"""Name of the command to the shape of its JSON."""
