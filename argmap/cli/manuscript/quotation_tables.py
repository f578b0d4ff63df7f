"""Tables of quotations that were looked up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.cli.tables import console, table

if TYPE_CHECKING:
    from argmap.manuscript.quotes.records import QuotationCheck, QuotationReport
    from argmap.manuscript.quotes.wordings import TwoWordings
    from argmap.manuscript.quoting import Quoted


def print_checks(
    pairs: "Sequence[tuple[Quoted, QuotationCheck]]",
    report: "QuotationReport",
    wordings: "Sequence[TwoWordings]",
) -> None:
    """Print each quotation's verdict with its place, what differs, and what follows in the source."""
    from rich.text import Text

    out = console()
    rows = table("quoted in", "verdict", "found in", "what to know", last=True)
    for quoted, check in pairs:
        place = f"{check.text or '–'}{f', p. {check.page}' if check.page else ''}"
        style = "" if check.verdict.is_clean else "yellow"
        told = Text("\n".join(_remarks(quoted, check)))
        rows.add_row(Text(quoted.where), Text(str(check.verdict), style=style), Text(place), told)
    out.print(rows)
    counts = Counter(str(check.verdict) for _, check in pairs)
    told_counts = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "none"
    out.print(f"\n{len(pairs)} quotations: {told_counts}", markup=False)
    for key, offset in report.page_offsets.items():
        out.print(f"pages of {key} stand {offset:+d} from those cited", markup=False)
    for pair in wordings:
        out.print(Text(f"two {pair.what}s: {pair.first} and {pair.second}: {pair.line}"))


def _remarks(quoted: "Quoted", check: "QuotationCheck") -> Iterator[str]:
    words = quoted.quotation.exact or quoted.quotation.near or ""
    yield words if len(words) <= 80 else words[:79] + "…"
    if check.diff:
        yield f"differs: {check.line}"
    if check.gaps:
        yield f"left out: {', '.join(f'{gap} words' for gap in check.gaps)}"
    for hit in check.guards:
        yield f"{hit.guard} {hit.where}: {hit.words}"
    if check.dropped_before:
        yield f"its sentence begins: {check.dropped_before}"
    if check.goes_on:
        yield f"the source goes on: {check.goes_on}"
    if check.elsewhere:
        yield f"cited from {quoted.quotation.source}"
    if check.wrong_page:
        yield f"cited for p. {quoted.quotation.pages}"
    if check.ambiguous:
        yield "several places fit: give a prefix or suffix"
    yield from check.notes
