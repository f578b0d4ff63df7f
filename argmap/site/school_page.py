"""The page of a school: who belongs to it, what it says to each claim, and what would follow."""

from collections import Counter
from dataclasses import dataclass

from argmap.compare.agreement import Agreement
from argmap.model.errors import DrawingError
from argmap.site.addresses import address
from argmap.site.catalogue import Catalogue
from argmap.site.figures import Picture
from argmap.site.paging import Section
from argmap.site.scholar_page import Said, Scholars, people
from argmap.site.views import ClaimLine, Link
from argmap.site.writer import Made, Writer
from argmap.verdict.judgement import Verdict
from argmap.verdict.whatif import changes


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school in a list."""

    id: str
    link: Link
    text: str
    stances: tuple[tuple[str, int], ...]
    """How often it holds, qualifies and rejects."""
    scholars: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A verdict that is another one before a school."""

    claim: ClaimLine
    before: Verdict


def school_line(catalogue: Catalogue, key: str) -> SchoolLine:
    """Show a school in a line or two."""
    said = Counter(p.stance for (name, _), p in catalogue.positions.items() if name == key)
    members = (who for who, scholar in catalogue.project.scholars.items() if key in scholar.schools)
    school = catalogue.project.schools[key]
    return SchoolLine(
        key,
        catalogue.link(key, "schools"),
        school.text or "",
        tuple((word, said[word]) for word in ("holds", "qualifies", "rejects")),
        tuple(catalogue.link(who, "scholars") for who in members),
    )


def write_school(
    writer: Writer, scholars: Scholars, key: str, picture: Picture | DrawingError | None
) -> Made:
    """Write the page of a school."""
    catalogue, here = writer.catalogue, address("schools", key)
    school = catalogue.project.schools[key]
    line = school_line(catalogue, key)
    said = [_said_by_school(catalogue, key, claim) for claim in _spoken(catalogue, key)]
    turned = [
        Turned(catalogue.claim(change.claim), change.after)
        for change in changes(catalogue.judgement, catalogue.before[key])
        if change.turned
    ]
    members = [who for who, scholar in catalogue.project.scholars.items() if key in scholar.schools]
    sections = [
        Section("scholars", "Scholars", writer.rows(here, "person", people(scholars, members)), "people"),
        *(
            Section(
                word,
                f"What it {word}",
                writer.rows(here, "said", [one for one in said if one.stance == word]),
                "lines",
            )
            for word in ("rejects", "qualifies", "holds")
        ),
        Section(
            "turned",
            "Verdicts that turn before it",
            writer.rows(here, "turned", turned),
            "lines",
            intro=writer.macros(here).turned_told() if turned else "",
        ),
    ]
    yield from writer.record(
        here,
        "school.html",
        sections,
        title=school.name,
        line=line,
        school=school,
        cite=[catalogue.source(cite) for cite in school.cite],
        picture=picture,
        agreements=_agreements(catalogue, key),
        id=key,
    )


def _agreements(catalogue: Catalogue, key: str) -> list[tuple[Link, Agreement]]:
    found = []
    for one in catalogue.comparison.agreements:
        if key in one.schools and one.common:
            other = one.schools[1] if one.schools[0] == key else one.schools[0]
            found.append((catalogue.link(other, "schools"), one))
    return found


def _spoken(catalogue: Catalogue, school: str) -> list[str]:
    keys = [claim for (name, claim) in catalogue.positions if name == school]
    return sorted(keys, key=lambda key: catalogue.place[key])


def _said_by_school(catalogue: Catalogue, school: str, claim: str) -> Said:
    position = catalogue.positions[school, claim]
    return Said(
        catalogue.claim(claim),
        position.stance,
        tuple(catalogue.source(cite) for cite in position.cite),
        position.locator,
        tuple(catalogue.link(who, "scholars") for who in position.scholars),
    )
