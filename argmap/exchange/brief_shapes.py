"""The shape of ``argmap brief ID --format json``."""

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.exchange.fragility_shapes import FragilityData, HistoryData
from argmap.exchange.review_objects import ReviewedData
from argmap.exchange.why_shapes import GradeData, WhyData


class BehindData(TypedDict):
    """Evidence that a claim comes down to through other claims."""

    evidence: str
    shows: str
    where: str
    speaks_for: str
    grade: GradeData


class StanceData(TypedDict):
    """What a school says to the claim."""

    school: str
    stance: str
    scholars: list[str]
    cite: list[str]
    locator: str


class LossesData(FragilityData):
    """What the verdict hangs on, by evidence, source, archive or person."""

    by: str


class BriefData(TypedDict):
    """``argmap brief ID --format json``."""

    claim: str
    text: str
    part: str
    held_by: list[str]
    why: WhyData
    behind: list[BehindData]
    documents: int
    schools: list[StanceData]
    history: HistoryData
    hangs_on: list[LossesData]
    review: ReviewedData
    outline: str
