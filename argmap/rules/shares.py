"""Of how many records something is told, for rules that ask how usual it is before they run."""

from collections.abc import Iterable
from operator import not_
from typing import NamedTuple

from argmap.model.project import Project
from argmap.model.records import Claim, Evidence, Record, Source
from argmap.rules.lists import Lists


class Shares(NamedTuple):
    """Counts over a whole project."""

    claims: int
    placed: int
    """Claims with a part of the manuscript."""
    sections: int
    """Claims with a section."""
    rejections: int
    """Claims that a school or a scholar is said to reject."""
    evidence: int
    sourced: int
    """Evidence with a source."""
    nowhere: int
    """Evidence with a source and no place in it."""
    unlisted: int
    """Sources that the manuscript's own bibliography does not list."""
    requirements: int
    """What the settings ask of records."""

    def after(self, gone: Iterable[Record], come: Iterable[Record]) -> "Shares":
        """Count anew when some records went and others came in their place."""
        counts = list(self)
        for records, step in ((gone, -1), (come, 1)):
            for record in records:
                for place, told in enumerate(_told(record)):
                    counts[place] += step * told
        return Shares(*counts)


def shares_of(project: Project, lists: Lists) -> Shares:
    """Count the records of a whole project."""
    claims, evidence = lists.claims, lists.evidence
    pairs = zip(evidence.source, evidence.locator, strict=True)
    return Shares(
        len(project.claims),
        len(claims.part) - claims.part.count(None),
        len(lists.claims_with("section")),
        sum(is_rejected(claim) for _, claim in lists.claims_with_stances),
        len(project.evidence),
        len(evidence.source) - sum(map(not_, evidence.source)),
        sum([place is None and bool(source) for source, place in pairs]),
        sum(not source.listed for source in project.sources.values()),
        len(project.settings.rules.require),
    )


def _told(record: Record) -> tuple[bool | int, ...]:
    """Tell what one record adds to each count."""
    if isinstance(record, Claim):
        return 1, record.part is not None, bool(record.section), is_rejected(record)
    if isinstance(record, Evidence):
        return 0, 0, 0, 0, 1, bool(record.source), bool(record.source) and record.locator is None
    return (0, 0, 0, 0, 0, 0, 0, isinstance(record, Source) and not record.listed)


def is_rejected(claim: Claim) -> bool:
    """Tell whether a school or a scholar is said to reject a claim."""
    stances = (*claim.schools.values(), *claim.scholars.values())
    return any(stance.stance == "rejects" for stance in stances)
