"""The shapes of what ``argmap fragile``, ``impact`` and ``as-of`` print as JSON."""

from typing import Any

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on


class WordData(TypedDict):
    """A verdict without its two sides; the grade is null for claims that are not supported."""

    verdict: str
    grade: str | None


class LossData(TypedDict):
    """Things that turn a verdict if they are lost together, and would not if one were kept."""

    items: list[str]
    after: WordData


class FragilityData(TypedDict):
    """What the verdict on one claim hangs on.

    ``robustness`` is the size of the smallest loss, null where it is not known or there is none;
    ``at_least`` is a bound that is sure, null where no loss whatever turns the verdict. Every
    loss of up to ``complete_to`` things is listed; all there are if ``exhausted``.
    """

    claim: str
    text: str
    verdict: WordData
    robustness: int | None
    at_least: int | None
    complete_to: int
    exhausted: bool
    single_points: list[str]
    losses: list[LossData]


class FragileData(TypedDict):
    """``argmap fragile --format json``: one claim, or all."""

    by: str
    grade: bool
    claims: list[FragilityData]


class EffectData(TypedDict):
    """A claim that changes, and how many others depend on it."""

    claim: str
    text: str
    before: WordData
    after: WordData
    turned: bool
    above: int


class ImpactData(TypedDict):
    """``argmap impact ID --format json``."""

    item: str
    kind: str
    withdrawn: list[str]
    forged: list[str]
    if_withdrawn: list[EffectData]
    if_forged: list[EffectData]


class ReleaseData(TypedDict):
    """Evidence, since when it could be read (EDTF), and the field that says so."""

    evidence: str
    since: str
    known_from: str


class TurnData(TypedDict):
    """A verdict that turned, in which year, and what turned it."""

    year: int
    before: WordData
    after: WordData
    releases: list[ReleaseData]


class YearData(TypedDict):
    """A verdict at the end of a year, where it or its grade was another one before."""

    year: int
    verdict: WordData


class HistoryData(TypedDict):
    """One claim over time."""

    claim: str
    text: str
    first: WordData
    strip: list[YearData]
    turns: list[TurnData]
    now: WordData
    undated: list[str]


class AsOfData(TypedDict):
    """``argmap as-of --format json``: one claim, or all."""

    claims: list[HistoryData]


FRAGILITY_SHAPES: dict[str, Any] = {"fragile": FragileData, "impact": ImpactData, "as-of": AsOfData}
"""Name of the command to the shape of its JSON."""
