"""Every semantics by its definition, over all subsets: slow, and easy to believe."""

from collections.abc import Iterable
from itertools import chain, combinations

Attacks = frozenset[tuple[int, int]]
Sets = set[frozenset[int]]


class Reference:
    """A framework of a few arguments, ``0 … size-1``."""

    def __init__(self, size: int, attacks: Iterable[tuple[int, int]]) -> None:
        self.size = size
        self.attacks = frozenset(attacks)
        everything = range(size)
        subsets = chain.from_iterable(combinations(everything, k) for k in range(size + 1))
        self.conflict_free: Sets = {
            frozenset(s) for s in subsets if not any((a, b) in self.attacks for a in s for b in s)
        }

    def hit(self, chosen: frozenset[int]) -> frozenset[int]:
        return frozenset(b for a, b in self.attacks if a in chosen)

    def defended(self, chosen: frozenset[int]) -> frozenset[int]:
        hit = self.hit(chosen)
        return frozenset(
            a for a in range(self.size) if all(b in hit for b, target in self.attacks if target == a)
        )

    def reach(self, chosen: frozenset[int]) -> frozenset[int]:
        return chosen | self.hit(chosen)

    def extensions(self, code: str) -> Sets:
        admissible = {s for s in self.conflict_free if s <= self.defended(s)}
        complete = {s for s in admissible if s == self.defended(s)}
        match code:
            case "CO":
                return complete
            case "GR":
                return {min(complete, key=len)}
            case "PR":
                return greatest(admissible)
            case "ST":
                return {s for s in self.conflict_free if len(self.reach(s)) == self.size}
            case "SST":
                return self.widest(complete)
            case "STG":
                return self.widest(self.conflict_free)
            case "ID":
                common = frozenset.intersection(*greatest(admissible))
                return greatest({s for s in admissible if s <= common})
            case _:
                raise ValueError(code)

    def widest(self, sets: Sets) -> Sets:
        return {s for s in sets if not any(self.reach(s) < self.reach(t) for t in sets)}


def greatest(sets: Sets) -> Sets:
    return {s for s in sets if not any(s < t for t in sets)}
