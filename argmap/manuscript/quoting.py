"""What a project quotes: in its evidence records, and in the manuscript under audit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.manuscript.quotes.records import Quotation
from argmap.model.finding import Spot
from argmap.model.project import Project

if TYPE_CHECKING:
    from argmap.manuscript.citations.matching import Citation, Citations
    from argmap.manuscript.document import Manuscript

BEFORE = 60
"""Characters kept of what stands before a quotation."""
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
    works: tuple[str, ...] = ()
    """Every work that it may be cited from: a note may cite several."""
    before: str = ""
    """The manuscript's own words right before it, in its paragraph."""
    doubtful: bool = False
    """Whether its note also cites something that no entry stands for."""
    unlisted: tuple[str, ...] = ()
    """What its note cites that no entry stands for, in full."""
    note: str | None = None
    """The note that it stands at, as ``part.number``."""


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
        works = (item.source,) if item.source else ()
        yield Quoted(quotation, project.spot("evidence", key, "quote"), f"evidence '{key}'", key, works)


def manuscript_quotations(
    name: str, manuscript: "Manuscript", citations: "Citations", at_hand: Mapping[str, object]
) -> Iterator[Quoted]:
    """Give the quotations of a manuscript with the works that their notes cite.

    Args:
        name: The manuscript's name in messages.
        manuscript: The text.
        citations: Its citations.
        at_hand: Ids of the works whose text is here; one of them is preferred where a note cites several.
    """
    from argmap.manuscript.quotations import find_quotations

    by_note: dict[str, list[Citation]] = {}
    for citation in citations.citations:
        by_note.setdefault(citation.ref, []).append(citation)
    paragraphs = {s.anchor: paragraph for paragraph in manuscript.paragraphs for s in paragraph.sentences}
    found, _ = find_quotations(manuscript)
    for ordinal, quotation in enumerate(found, 1):
        if len(quotation.text.split()) < FEWEST_WORDS:
            continue
        in_note = by_note.get(quotation.note or "", [])
        cited = [c for c in in_note if c.entry is not None]
        here = [c for c in cited if c.entry in at_hand]
        chosen = next(iter(here or cited), None)
        note = f", note {quotation.note}" if quotation.note else ""
        paragraph = paragraphs.get(quotation.anchor)
        start = quotation.start
        yield Quoted(
            Quotation(
                id=f"{quotation.anchor}#{ordinal}",
                exact=quotation.text,
                source=chosen.entry if chosen else None,
                pages=chosen.parsed.pages if chosen else None,
            ),
            Spot(name, at=(quotation.line, 1)),
            f"sentence {quotation.anchor}{note}",
            works=tuple(dict.fromkeys(c.entry for c in cited if c.entry)),
            before=paragraph.text[max(0, start - BEFORE) : start] if paragraph else "",
            doubtful=len(cited) < len(in_note),
            unlisted=tuple(c.full.text for c in in_note if c.entry is None),
            note=quotation.note,
        )
