"""Small askers for the tests of quotations."""

from typing import Any

from argmap.manuscript.quotes.check import check_quotations
from argmap.manuscript.quotes.records import Quotation, QuotationCheck, SourceText
from manuscript.quotes.source_words import CABLE


def ask(exact: str, text: str | None = CABLE, **fields: Any) -> QuotationCheck:
    """Check one quotation against one text."""
    return ask_all(exact, {"cable": text}, **fields)


def ask_all(exact: str, texts: dict[str, str | None], **fields: Any) -> QuotationCheck:
    """Check one quotation against several texts."""
    shelf = [SourceText(key, text) for key, text in texts.items()]
    return check_quotations([Quotation(id="q", exact=exact, **fields)], shelf).checks[0]


def hits(check: QuotationCheck) -> set[tuple[str, str]]:
    """Give guard and place of every hit that weighs."""
    return {(hit.guard.value, hit.where) for hit in check.guards if hit.weighs}
