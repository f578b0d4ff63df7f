"""How far schools agree on the claims of which they speak, and how little that may rest on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

FEW = 30
"""Below so many common claims a figure of agreement is told with a warning."""
ONE_WORD = 0.9
"""From this share on, a school is told to say nearly always one word."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two schools, with how few claims it rests on."""

    schools: tuple[str, str]
    common: int
    """Claims of which both speak."""
    same: int
    """Claims to which both say the same."""
    kappa: float | None
    """Agreement beyond chance (Cohen 1960), in [-1, 1]; None where chance alone settles it."""
    alpha: float | None = None
    """Krippendorff's alpha for nominal data, which takes the two for interchangeable observers."""
    lopsided: tuple[str, ...] = ()
    """Schools that say nearly always one word to the common claims: chance then expects a lot."""

    @property
    def share(self) -> float | None:
        """Share of the common claims to which both say the same; None without any."""
        return self.same / self.common if self.common else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Why the figures should not be leaned on, in plain sentences."""
        told = []
        if 0 < self.common < FEW:
            claims = "1 claim" if self.common == 1 else f"{self.common} claims"
            told.append(f"rests on {claims} only: one more could change it")
        if self.common and self.kappa is None:
            told.append("both say one and the same word throughout, so chance cannot be told from agreement")
        elif self.lopsided:
            who = " and ".join(self.lopsided)
            say = "says" if len(self.lopsided) == 1 else "say"
            told.append(f"{who} {say} nearly always one word, which pulls kappa to 0: read the share")
        return tuple(told)


@dataclass(frozen=True, slots=True)
class OverallAgreement:
    """Agreement of all the schools together."""

    claims: int
    """Claims of which at least two speak."""
    answers: int
    """Stances to those claims."""
    alpha: float | None
    """Krippendorff's alpha for nominal data, in (-1, 1]; None where all say one word."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Why the figure should not be leaned on."""
        if 0 < self.claims < FEW:
            claims = "1 claim" if self.claims == 1 else f"{self.claims} claims"
            return (f"rests on {claims} only: one more could change it",)
        return ()


def agreements(stances: Mapping[str, Mapping[str, str]]) -> list[Agreement]:
    """Work out the agreement of each pair of schools.

    Args:
        stances: School to claim to stance; silence is left out.

    Examples:
        >>> pair = agreements({"a": {"c1": "holds", "c2": "rejects"}, "b": {"c1": "holds"}})[0]
        >>> pair.common, pair.same, pair.kappa
        (1, 1, None)
    """
    found = []
    for one, other in combinations(stances, 2):
        common = sorted(stances[one].keys() & stances[other].keys())
        pairs = [(stances[one][c], stances[other][c]) for c in common]
        same = sum(a == b for a, b in pairs)
        found.append(
            Agreement(
                (one, other),
                len(common),
                same,
                cohens_kappa(pairs),
                krippendorffs_alpha(pairs),
                tuple(
                    s for s, said in zip((one, other), zip(*pairs, strict=True), strict=False) if _one(said)
                ),
            )
        )
    return found


def overall_agreement(stances: Mapping[str, Mapping[str, str]]) -> OverallAgreement:
    """Work out the agreement of all schools on the claims of which at least two speak.

    Args:
        stances: School to claim to stance; silence is left out.
    """
    units: dict[str, list[str]] = {}
    for said in stances.values():
        for claim, stance in said.items():
            units.setdefault(claim, []).append(stance)
    shared = [units[claim] for claim in sorted(units) if len(units[claim]) > 1]
    return OverallAgreement(len(shared), sum(map(len, shared)), krippendorffs_alpha(shared))


def _one(said: Sequence[str]) -> bool:
    return max(Counter(said).values()) >= ONE_WORD * len(said)


def cohens_kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Give Cohen's kappa of paired answers: (observed - chance) / (1 - chance).

    Examples:
        >>> cohens_kappa([("holds", "holds"), ("rejects", "rejects")])
        1.0
        >>> cohens_kappa([("holds", "rejects"), ("rejects", "holds")])
        -1.0
    """
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    words = {word for pair in pairs for word in pair}
    chance = sum(sum(a == word for a, _ in pairs) * sum(b == word for _, b in pairs) for word in words) / (
        total * total
    )
    if chance == 1:
        return None
    return round((observed - chance) / (1 - chance), 6)


def krippendorffs_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Give Krippendorff's alpha for nominal data: 1 - observed / expected disagreement.

    Every unit holds the answers given to it; a unit with fewer than two is left out, so that silence
    needs no filling in (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C).

    Returns:
        At most 1; None where all answers are one word or there is no unit.

    Examples:
        >>> krippendorffs_alpha([("holds", "holds"), ("rejects", "rejects")])
        1.0
        >>> krippendorffs_alpha([("holds", "rejects"), ("holds", "rejects")])
        -0.5
    """
    totals: Counter[str] = Counter()
    observed = 0.0
    for unit in units:
        counts, answers = Counter(unit), len(unit)
        if answers < 2:
            continue
        totals += counts
        observed += (answers * answers - sum(n * n for n in counts.values())) / (answers - 1)
    answers = totals.total()
    unlike = answers * answers - sum(n * n for n in totals.values())
    if not unlike:
        return None
    return round(1 - (answers - 1) * observed / unlike, 6)
