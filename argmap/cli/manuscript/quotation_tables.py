"""Tables of quotations that were looked up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.cli.tables import console, table

if TYPE_CHECKING:
    from argmap.manuscript.lookups import Lookups, Rewording
    from argmap.manuscript.quotes.records import QuotationCheck
    from argmap.manuscript.quoting import Quoted


def print_checks(lookups: "Lookups", wordings: "Sequence[Rewording]") -> None:
    """Print verdicts with places, what differs and what follows; count what could not be looked up."""
    from rich.text import Text

    out = console()
    rows = table("verdict", "quotation", last=True)
    for each in lookups.each:
        if lookups.is_waiting(each):
            continue
        quoted, check = each.quoted, each.check
        words = str(check.verdict).partition(",")[0].removeprefix("verified ")
        page = f", p. {check.page}" if check.page else ""
        found = f" → {check.text}{page}" if check.text else ""
        shown = Text.assemble(
            (f"{quoted.where}{found}", "bold"), *(f"\n{line}" for line in _remarks(quoted, check))
        )
        rows.add_row(Text(words, style="" if check.verdict.is_clean else "yellow"), shown)
        rows.add_section()
    if rows.rows:
        out.print(rows)
    counts = Counter(str(each.check.verdict) for each in lookups.each)
    told_counts = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "none"
    out.print(f"\n{len(lookups.each)} quotations: {told_counts}", markup=False)
    if waiting := [f"{key} ({count})" for key, count in lookups.waiting.items()]:
        out.print(f"not looked up, their text is not here: {', '.join(waiting)}", markup=False)
    for key, offset in lookups.page_offsets.items():
        out.print(f"pages of {key} stand {offset:+d} from those cited", markup=False)
    for reworded in wordings:
        places = f"{reworded.first.where} and {reworded.second.where}"
        out.print(Text(f"\ntwo {reworded.pair.what}s: {places}:\n  {reworded.pair.line}"))


def _remarks(quoted: "Quoted", check: "QuotationCheck") -> Iterator[str]:
    words = " ".join((quoted.quotation.exact or f"{quoted.quotation.near or ''} …").split())
    yield f"“{words if len(words) <= 80 else words[:79] + '…'}”"
    if check.diff:
        yield f"differs: {check.line}"
    if check.gaps:
        yield f"words left out: {', '.join(map(str, check.gaps))}"
    for hit in check.guards:
        yield f"{hit.guard} {hit.where}: {hit.words}"
    if check.dropped_before and any(hit.where == "before" for hit in check.guards):
        yield f"its sentence begins: {check.dropped_before}"
    if check.goes_on:
        yield f"the source goes on: {check.goes_on}"
    yield from check.notes
