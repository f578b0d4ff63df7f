"""The outline: every claim once, nested, on the pages of the parts; and the pages of the events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.model.errors import DrawingError
from argmap.site.addresses import address, page_number
from argmap.site.catalogue import Catalogue
from argmap.site.figures import Picture
from argmap.site.ordering import PartOutline, Row
from argmap.site.overview_pages import part_card
from argmap.site.paging import BUDGET, Section
from argmap.site.views import ClaimLine
from argmap.site.writer import Made, Writer

LINE = 700
"""Bytes of a line in the outline, about."""
SHOWN = 12
"""Main claims of a part on its page."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a nested list: ``open``, ``item``, ``end`` or ``close``."""

    kind: str
    line: ClaimLine | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The claims under one heading, or as many of them as a page holds."""

    title: str | None
    tokens: tuple[Token, ...]


def write_outline(writer: Writer) -> Made:
    """Write the page that leads to the parts."""
    catalogue = writer.catalogue
    parts = [
        (part_card(catalogue, part), [section.title for section in part.sections if section.title])
        for part in catalogue.outline
    ]
    yield "outline.html", writer.page("outline.html", "outline.html", parts=parts)


def write_part(writer: Writer, part: PartOutline, picture: Picture | DrawingError) -> Made:
    """Write the pages of a part: its figure, its main claims, and all its claims nested."""
    here = address("parts", part.part or "")
    cut = list(_cut(part, 10**9 if writer.single else BUDGET // LINE))
    pages = [page_number(here, number) for number in range(1, len(cut) + 1)]
    titles = [other.part or "" for other in writer.catalogue.outline]
    place = titles.index(part.part or "")
    around = [writer.catalogue.outline[i] for i in (place - 1, place + 1) if 0 <= i < len(titles)]
    for number, headings in enumerate(cut, 1):
        yield (
            pages[number - 1],
            writer.page(
                pages[number - 1],
                "part.html",
                part=part,
                card=part_card(writer.catalogue, part, SHOWN),
                picture=picture,
                headings=[Heading(title, _tokens(writer.catalogue, rows)) for title, rows in headings],
                pages=pages,
                number=number,
                around=[(address("parts", other.part or ""), other.title) for other in around],
                is_first=place == 0,
            ),
        )


def _cut(part: PartOutline, most: int) -> Iterator[list[tuple[str | None, Sequence[Row]]]]:
    """Cut the claims of a part into pages of so many lines."""
    page: list[tuple[str | None, Sequence[Row]]] = []
    left = most
    for section in part.sections:
        rows: Sequence[Row] = section.rows
        while rows:
            if not left:
                yield page
                page, left = [], most
            page.append((section.title, rows[:left]))
            taken = min(left, len(rows))
            rows, left = rows[taken:], left - taken
    yield page


def _tokens(catalogue: Catalogue, rows: Sequence[Row]) -> tuple[Token, ...]:
    """Nest lines by their levels; a line whose upper line is on an earlier page stands at the top."""
    tokens: list[Token] = []
    open_: list[int] = []
    for row in rows:
        while open_ and open_[-1] > row.level:
            tokens += [Token("end"), Token("close")]
            open_.pop()
        if open_ and open_[-1] == row.level:
            tokens.append(Token("end"))
        else:
            tokens.append(Token("open"))
            open_.append(row.level)
        tokens.append(Token("item", catalogue.claim(row.claim, row.side)))
    return (*tokens, *([Token("end"), Token("close")] * len(open_)))


def write_event(writer: Writer, key: str) -> Made:
    """Write the page of an event."""
    catalogue, here = writer.catalogue, address("events", key)
    event = catalogue.project.events[key]
    known = [claim for claim in event.claims if claim in catalogue.project.claims]
    missing = [claim for claim in event.claims if claim not in catalogue.project.claims]
    sections = [
        Section("claims", "Claims about it", writer.rows(here, "line", map(catalogue.claim, known)), "lines"),
        Section(
            "evidence",
            "Evidence of it",
            writer.rows(here, "plain_link", (catalogue.link(e, "evidence") for e in event.evidence)),
            "plain",
        ),
        Section(
            "missing",
            "Named and not on the map",
            writer.rows(here, "plain_link", (catalogue.link(claim, "claims") for claim in missing)),
            "plain",
        ),
        Section(
            "findings",
            "Findings about it",
            writer.rows(here, "finding", map(catalogue.finding, catalogue.findings.get(key, ()))),
            "findings",
        ),
    ]
    yield from writer.record(here, "event.html", sections, title=event.text, event=event, id=key)
