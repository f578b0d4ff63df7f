"""What a project quotes: in its evidence records, and in the manuscript under audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.manuscript.citations.matching import Citation, Citations
from argmap.manuscript.document import Manuscript
from argmap.manuscript.quotations import find_quotations
from argmap.manuscript.quotes.records import Quotation
from argmap.model.finding import Spot
from argmap.model.project import Project

FEWEST_WORDS = 4
"""Fewer words between quotation marks are a term or an irony rather than a quotation."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, and where it is used."""

    quotation: Quotation
    spot: Spot
    where: str
    """In words: the evidence, or the sentence of the manuscript with its note."""
    subject: str | None = None
    """The evidence that quotes."""


def evidence_quotations(project: Project) -> Iterator[Quoted]:
    """Give the quotations that evidence records keep, as words or as digests."""
    for key, item in project.evidence.items():
        quote = item.quote
        if quote is None or not (quote.exact or quote.digest):
            continue
        pages = dict(item.locator.parts).get("page") if item.locator is not None else None
        quotation = Quotation(
            id=key,
            exact=quote.exact,
            prefix=quote.prefix,
            suffix=quote.suffix,
            source=item.source,
            pages=pages,
            digest=quote.digest,
            length=quote.length,
            near=quote.near,
        )
        yield Quoted(quotation, project.spot("evidence", key, "quote"), f"evidence '{key}'", key)


def manuscript_quotations(
    name: str, manuscript: Manuscript, citations: Citations, at_hand: Mapping[str, object]
) -> Iterator[Quoted]:
    """Give the quotations of a manuscript with the works that their notes cite.

    Args:
        name: The manuscript's name in messages.
        manuscript: The text.
        citations: Its citations.
        at_hand: Ids of the works whose text is here; one of them is preferred where a note cites several.
    """
    by_note: dict[str, list[Citation]] = {}
    for citation in citations.citations:
        by_note.setdefault(citation.ref, []).append(citation)
    found, _ = find_quotations(manuscript)
    for ordinal, quotation in enumerate(found, 1):
        if len(quotation.text.split()) < FEWEST_WORDS:
            continue
        cited = [c for c in by_note.get(quotation.note or "", []) if c.entry is not None]
        here = [c for c in cited if c.entry in at_hand]
        chosen = next(iter(here or cited), None)
        note = f", note {quotation.note}" if quotation.note else ""
        yield Quoted(
            Quotation(
                id=f"{quotation.anchor}#{ordinal}",
                exact=quotation.text,
                source=chosen.entry if chosen else None,
                pages=chosen.parsed.pages if chosen else None,
            ),
            Spot(name, at=(quotation.line, 1)),
            f"sentence {quotation.anchor}{note}",
        )
