"""Corroboration: whether two arguments that hold rest on different documents."""

from collections.abc import Collection, Iterable

Documents = frozenset[str]


class Corroboration:
    """The document sets of the arguments that hold on one side of a claim.

    Two arguments corroborate each other if they share no document. Each set is counted, so that
    an argument can also cease to hold. Sets of one document, by far the commonest, are decided
    in constant time.
    """

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: dict[Documents, int] = {}

    def add(self, documents: Documents) -> None:
        """Count an argument that holds."""
        if documents:
            self._counts[documents] = self._counts.get(documents, 0) + 1

    def remove(self, documents: Documents) -> None:
        """Count an argument that holds no longer."""
        if documents:
            left = self._counts[documents] - 1
            if left:
                self._counts[documents] = left
            else:
                del self._counts[documents]

    def __bool__(self) -> bool:
        return any_disjoint(self._counts)


def any_disjoint(sets: Collection[Documents]) -> bool:
    """Tell whether two of these different, non-empty sets share no element.

    Examples:
        >>> any_disjoint([frozenset("ab"), frozenset("b")])
        False
        >>> any_disjoint([frozenset("ab"), frozenset("b"), frozenset("a")])
        True
    """
    if len(sets) < 2:
        return False
    singles = _first_two(s for s in sets if len(s) == 1)
    if len(singles) == 2:
        return True
    if singles:  # the one single document must be missing from some other set
        (only,) = singles[0]
        if any(only not in s for s in sets):
            return True
    several = [s for s in sets if len(s) > 1]
    return any(a.isdisjoint(b) for i, a in enumerate(several) for b in several[i + 1 :])


def _first_two(sets: Iterable[Documents]) -> list[Documents]:
    found: list[Documents] = []
    for each in sets:
        found.append(each)
        if len(found) == 2:
            break
    return found
