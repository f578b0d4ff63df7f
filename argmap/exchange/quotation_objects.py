"""Quotations that were looked up, as plain data."""

from collections.abc import Sequence

from argmap.exchange.manuscript_shapes import QuotationCheckData, QuotationChecksData
from argmap.manuscript.lookups import LookedUp, Lookups, Rewording


def checks_object(lookups: Lookups, wordings: Sequence[Rewording]) -> QuotationChecksData:
    """Give what came of looking quotations up."""
    return {
        "checks": [_check(each) for each in lookups.each],
        "page_offsets": dict(lookups.page_offsets),
        "two_wordings": [
            {
                "first": found.first.quotation.id,
                "second": found.second.quotation.id,
                "what": found.pair.what,
                "likeness": round(found.pair.likeness, 4),
                "diff": found.pair.line,
            }
            for found in wordings
        ],
    }


def _check(each: LookedUp) -> QuotationCheckData:
    quoted, check = each.quoted, each.check
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
