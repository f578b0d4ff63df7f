"""The page of a scholar: works, stances with where they are taken, and evidence of his or her making."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.paging import Section
from argmap.site.views import ClaimLine, Link
from argmap.site.writer import Made, Writer


@dataclass(frozen=True, slots=True)
class Person:
    """A scholar in a list."""

    link: Link
    stances: int
    """On how many claims a stance is recorded."""
    works: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says to a claim."""

    claim: ClaimLine
    stance: str
    cite: tuple[Link, ...]
    locator: str
    through: tuple[Link, ...] = ()
    """Scholars from whom a school's stance follows."""
    remark: str = ""


class Scholars:
    """What the scholars of a map say, looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take a project."""
        self.catalogue = catalogue
        self.said: dict[str, list[Said]] = {}
        self.made: dict[str, list[str]] = {}
        for key in catalogue.reading_order:
            claim = catalogue.project.claims[key]
            line = catalogue.claim(key)
            for who in dict.fromkeys(claim.held_by):
                if who not in claim.scholars:
                    self.said.setdefault(who, []).append(Said(line, "holds", (), ""))
            for who, stance in claim.scholars.items():
                cite = tuple(catalogue.source(source) for source in stance.cite)
                where = str(stance.locator) if stance.locator else ""
                remark = stance.remark or ""
                self.said.setdefault(who, []).append(Said(line, stance.stance, cite, where, (), remark))
        for key in catalogue.evidence_order:
            for who in dict.fromkeys(catalogue.project.evidence[key].by):
                self.made.setdefault(who, []).append(key)

    def person(self, key: str) -> Person:
        """Show a scholar in a line."""
        works = self.catalogue.project.scholars[key].works
        links = tuple(self.catalogue.source(work) for work in works)
        return Person(self.catalogue.link(key, "scholars"), len(self.said.get(key, ())), links)


def people(scholars: Scholars, keys: Iterable[str]) -> list[Person]:
    """Show scholars, those who say most first."""
    return sorted(
        map(scholars.person, keys), key=lambda p: (-p.stances, p.link.text.casefold(), p.link.to or "")
    )


def write_scholar(writer: Writer, scholars: Scholars, key: str) -> Made:
    """Write the page of a scholar."""
    catalogue, here = writer.catalogue, address("scholars", key)
    scholar = catalogue.project.scholars[key]
    said = scholars.said.get(key, [])
    made = scholars.made.get(key, [])
    sections = [
        Section(
            "works",
            "Works",
            writer.rows(here, "work", (_work(catalogue, work) for work in scholar.works)),
            "plain",
        ),
        *(
            Section(word, title, writer.rows(here, "said", [s for s in said if s.stance == word]), "lines")
            for word, title in (("rejects", "Rejects"), ("qualifies", "Qualifies"), ("holds", "Holds"))
        ),
        Section(
            "made",
            "Evidence of his or her making",
            writer.rows(here, "plain_link", (catalogue.link(item, "evidence") for item in made)),
            "plain",
        ),
    ]
    yield from writer.record(
        here,
        "scholar.html",
        sections,
        title=scholar.name,
        scholar=scholar,
        schools=[catalogue.link(school, "schools") for school in scholar.schools],
        id=key,
    )


def _work(catalogue: Catalogue, key: str) -> tuple[Link, str]:
    """Link a work, told by its title, with its entry in a bibliography."""
    known = key in catalogue.project.sources
    return catalogue.link(key, "sources"), catalogue.citer.cite(key).entry.html if known else ""
