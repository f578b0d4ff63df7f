"""How the rules on quotations name what they found."""

from argmap.manuscript.quotes.records import Quotation, QuotationCheck
from argmap.model.errors import shown

LONGEST = 300
"""Characters of a word diff that a message shows."""


def words_of(quotation: Quotation, most: int = 80) -> str:
    r"""Give the words of a quotation on one line, the middle left out where they are long.

    Examples:
        >>> words_of(Quotation(id="q", exact="the army crossed\nthe river at dawn"), 24)
        '“the army […] at dawn”'
    """
    line = " ".join((quotation.exact or f"{quotation.near or ''} …").split())
    if len(line) > most:
        half = (most - 5) // 2
        start = line[:half].rpartition(" ")[0] or line[:half]
        line = f"{start} […] {line[-half:].partition(' ')[2] or line[-half:]}"
    return f"“{shown(line, most + 3)}”"


def text_and_page(check: QuotationCheck) -> str:
    """Name the text in which a quotation was found, with the page where pages are known."""
    page = f", p. {shown(check.page)}" if check.page else ""
    return f"'{shown(check.text or '')}'{page}"


def difference(check: QuotationCheck) -> str:
    """Tell what differs: the word diff, or the word that was cut off or left out."""
    if check.diff:
        return shown(check.line, LONGEST)
    cut = {"before": "cut off before it", "after": "cut off behind it", "gap": "left out"}
    told = (f"{cut.get(hit.where, hit.where)}: {shown(hit.words)}" for hit in check.guards if hit.weighs)
    return "; ".join(told) or shown("; ".join(check.notes), LONGEST)


def around(check: QuotationCheck) -> str:
    """Tell which guarded words differ, and what stands around the words in the source."""
    told = [
        f"{hit.guard} {hit.where}: {shown(hit.words)}" for hit in check.guards if hit.weighs and check.diff
    ]
    if check.dropped_before and any(hit.where == "before" for hit in check.guards):
        told.append(f"its sentence begins: {shown(check.dropped_before, 130)}")
    if check.goes_on:
        told.append(f"the source goes on: {shown(check.goes_on, 130)}")
    return "; ".join(told)
