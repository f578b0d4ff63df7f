"""The pages on which schools and years stand side by side."""

from collections import Counter
from dataclasses import dataclass

from argmap.site.catalogue import Catalogue
from argmap.site.views import ClaimLine, Link

CRUXES = 40
"""Cruxes on the page of the comparison, the weightiest."""
YEARS = 12
"""Years named at the head of the page of turns."""


@dataclass(frozen=True, slots=True)
class CruxLine:
    """A claim on which schools part."""

    claim: ClaimLine
    holding: tuple[tuple[str, Link], ...]
    rejecting: tuple[tuple[str, Link], ...]
    above: int
    turns: int


@dataclass(frozen=True, slots=True)
class Pair:
    """How far two schools agree."""

    common: int
    same: int
    kappa: float | None


def crux_lines(catalogue: Catalogue) -> tuple[list[CruxLine], int]:
    """Show the weightiest cruxes, and tell how many there are."""

    def named(schools: tuple[str, ...]) -> tuple[tuple[str, Link], ...]:
        return tuple((school, catalogue.link(school, "schools")) for school in schools)

    cruxes = catalogue.comparison.cruxes
    shown = [
        CruxLine(
            catalogue.claim(crux.claim),
            named(crux.holding),
            named(crux.rejecting),
            crux.above,
            len(crux.turns),
        )
        for crux in cruxes[:CRUXES]
    ]
    return shown, len(cruxes)


def agreement_table(catalogue: Catalogue) -> tuple[list[str], dict[tuple[str, str], Pair]]:
    """Give the schools that speak of something that another speaks of, and how far pairs agree."""
    pairs: dict[tuple[str, str], Pair] = {}
    speaking: set[str] = set()
    for agreement in catalogue.comparison.agreements:
        if agreement.common:
            one, other = agreement.schools
            pair = Pair(agreement.common, agreement.same, agreement.kappa)
            pairs[one, other] = pairs[other, one] = pair
            speaking |= {one, other}
    return [school for school in catalogue.project.schools if school in speaking], pairs


def turning_years(catalogue: Catalogue) -> list[tuple[int, int]]:
    """Count the verdicts that turned, by year, for the years in which most did."""
    years = Counter(turn.year for history in catalogue.histories.values() for turn in history.turns)
    return sorted(sorted(years.items(), key=lambda pair: (-pair[1], pair[0]))[:YEARS])
