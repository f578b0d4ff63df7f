"""The page of the schools: who they are, what each says to each claim, what each would conclude."""

from collections import Counter
from dataclasses import dataclass

from argmap.model.records import Scholar, School
from argmap.site.catalogue import Catalogue
from argmap.site.views import ClaimLine, Link
from argmap.verdict.judgement import Verdict
from argmap.verdict.whatif import changes


@dataclass(frozen=True, slots=True)
class ScholarEntry:
    """A scholar with works and the claims he or she takes a stand on."""

    id: str
    scholar: Scholar
    works: tuple[Link, ...]
    stances: int
    """On how many claims a stance is recorded."""
    first: bool
    """Whether this is the first place on the page where the scholar is named."""


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    """A school as the map knows it."""

    id: str
    school: School
    letter: str
    cite: tuple[Link, ...]
    stances: tuple[tuple[str, int], ...]
    """How often it holds, qualifies and rejects."""
    turned: tuple[tuple[ClaimLine, Verdict], ...]
    """Claims whose verdict differs before it, with the verdict before it."""
    scholars: tuple[ScholarEntry, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one school says to one claim."""

    stance: str
    before: Verdict | None
    """The verdict before the school, where it turns."""


@dataclass(frozen=True, slots=True)
class StanceLine:
    """What all schools say to one claim."""

    claim: ClaimLine
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """Claims on which the schools stand to each other in the same way."""

    title: str
    kind: str
    """``divided``, ``agreed`` or ``alone``."""
    lines: tuple[StanceLine, ...]


def school_entries(catalogue: Catalogue) -> tuple[SchoolEntry, ...]:
    """Describe every school with its scholars."""
    project = catalogue.project
    stood = Counter(who for claim in project.claims.values() for who in {*claim.held_by, *claim.scholars})
    entries = []
    for key, school in project.schools.items():
        said = Counter(p.stance for (name, _), p in catalogue.positions.items() if name == key)
        turned = [c for c in changes(catalogue.judgement, catalogue.before[key]) if c.turned]
        members = [who for who, scholar in project.scholars.items() if key in scholar.schools]
        entries.append(
            SchoolEntry(
                key,
                school,
                catalogue.letters[key],
                tuple(catalogue.source(cite) for cite in school.cite),
                tuple((word, said[word]) for word in ("holds", "qualifies", "rejects")),
                tuple((catalogue.claim(change.claim), change.after) for change in turned),
                tuple(_scholar(catalogue, who, stood[who], key) for who in members),
            )
        )
    return tuple(entries)


def free_scholars(catalogue: Catalogue) -> tuple[ScholarEntry, ...]:
    """List the scholars whom nothing places in a school."""
    project = catalogue.project
    stood = Counter(who for claim in project.claims.values() for who in {*claim.held_by, *claim.scholars})
    return tuple(
        _scholar(catalogue, who, stood[who], None)
        for who, scholar in project.scholars.items()
        if not any(school in project.schools for school in scholar.schools)
    )


def _scholar(catalogue: Catalogue, key: str, stances: int, school: str | None) -> ScholarEntry:
    scholar = catalogue.project.scholars[key]
    # a school's entries stand in order of id
    first = min((s for s in scholar.schools if s in catalogue.project.schools), default=None)
    works = tuple(catalogue.source(work) for work in scholar.works)
    return ScholarEntry(key, scholar, works, stances, first == school)


def stance_groups(catalogue: Catalogue) -> tuple[StanceGroup, ...]:
    """Group the claims on which some school has a stance, each group in reading order.

    First those on which schools part, then those on which several say the same, then what each
    school says alone, the school with least to say first.
    """
    groups: dict[tuple[str, str], list[StanceLine]] = {}
    spoken = {claim for _, claim in catalogue.positions}
    for key in catalogue.reading_order:
        if key in spoken:
            cells = {school: _cell(catalogue, school, key) for school in catalogue.project.schools}
            line = StanceLine(catalogue.claim(key), tuple(cells.values()))
            groups.setdefault(_grouping(cells), []).append(line)
    ranks = {"divided": 0, "agreed": 1, "alone": 2}
    ordered = sorted(groups.items(), key=lambda g: (ranks[g[0][0]], len(g[1]), g[0][1]))
    return tuple(
        StanceGroup(_group_title(catalogue, *of), of[0], tuple(lines))
        for of, lines in ordered
        if of[1] != "-"
    )


def _grouping(cells: dict[str, Cell]) -> tuple[str, str]:
    said = {school: cell.stance for school, cell in cells.items() if cell.stance not in ("", "silent")}
    if len(said) <= 1:
        return "alone", next(iter(said), "-")
    return ("divided" if len(set(said.values())) > 1 else "agreed"), ""


def _group_title(catalogue: Catalogue, kind: str, school: str) -> str:
    if kind == "alone":
        return f"Only {catalogue.project.schools[school].name} speaks"
    return "Schools part" if kind == "divided" else "Several schools say the same"


def _cell(catalogue: Catalogue, school: str, claim: str) -> Cell:
    position = catalogue.positions.get((school, claim))
    before = catalogue.before[school][claim]
    turned = before.verdict != catalogue.judgement[claim].verdict
    return Cell(position.stance if position else "", before if turned else None)
