"""How far two schools agree on the claims of which both speak."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations


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

    @property
    def share(self) -> float | None:
        """Share of the common claims to which both say the same; None without any."""
        return self.same / self.common if self.common else None


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
        found.append(Agreement((one, other), len(common), same, cohens_kappa(pairs)))
    return found


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
