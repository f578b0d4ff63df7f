"""Quotations that were looked up, as plain data."""

from collections.abc import Iterable, Sequence

from typing_extensions import TypedDict

from argmap.manuscript.quotes.records import QuotationCheck, QuotationReport
from argmap.manuscript.quotes.wordings import TwoWordings
from argmap.manuscript.quoting import Quoted


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


def checks_object(
    pairs: Iterable[tuple[Quoted, QuotationCheck]], report: QuotationReport, wordings: Sequence[TwoWordings]
) -> QuotationChecksData:
    """Give what came of looking quotations up."""
    return {
        "checks": [_check(quoted, check) for quoted, check in pairs],
        "page_offsets": dict(report.page_offsets),
        "two_wordings": [
            {
                "first": pair.first,
                "second": pair.second,
                "what": pair.what,
                "likeness": round(pair.likeness, 4),
                "diff": pair.line,
            }
            for pair in wordings
        ],
    }


def _check(quoted: Quoted, check: QuotationCheck) -> QuotationCheckData:
    start, end = check.span if check.span else (None, None)
    return {
        "id": check.id,
        "where": quoted.where,
        "source": quoted.quotation.source,
        "verdict": str(check.verdict),
        "text": check.text,
        "start": start,
        "end": end,
        "page": check.page,
        "score": round(check.score, 4),
        "diff": check.line,
        "gaps": list(check.gaps),
        "guards": [
            {"guard": str(hit.guard), "words": hit.words, "where": hit.where, "weighs": hit.weighs}
            for hit in check.guards
        ],
        "dropped_before": check.dropped_before,
        "goes_on": check.goes_on,
        "stops_inside": check.stops_inside,
        "elsewhere": check.elsewhere,
        "wrong_page": check.wrong_page,
        "ambiguous": check.ambiguous,
        "notes": list(check.notes),
    }
