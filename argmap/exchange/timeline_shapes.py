"""The shape of a timeline as JSON."""

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on


class TimelineItemData(TypedDict):
    """One record in one lane; days are numbered from 1 January of year 1, null where open or unknown."""

    lane: str
    id: str
    text: str
    date: str
    earliest: int | None
    latest: int | None
    sure: list[int] | None
    approximate: bool
    uncertain: bool
    known_from: str


class TimelineLaneData(TypedDict):
    """What a lane shows and what it does not."""

    lane: str
    shown: int
    earlier: int
    later: int
    undated: int
    days: list[int] | None


class TimelineSegmentData(TypedDict):
    """A verdict from the end of a year on; null before the first release."""

    year: int | None
    verdict: str
    grade: str | None


class TimelineStripData(TypedDict):
    """How the verdict on one claim went."""

    claim: str
    segments: list[TimelineSegmentData]
    verdict: str
    grade: str | None


class TimelineData(TypedDict):
    """``argmap timeline --format json``."""

    title: str
    lanes: list[TimelineLaneData]
    items: list[TimelineItemData]
    strips: list[TimelineStripData]
    more_strips: int
