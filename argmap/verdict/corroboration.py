"""Corroboration: whether two arguments that hold rest on different documents."""

from collections.abc import Collection

Documents = str | frozenset[str]
"""The documents that an argument rests on: the one, empty where there is none, or the set of several."""


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
    """Tell whether two of these different sets of documents share none; empty ones do not count.

    Examples:
        >>> any_disjoint([frozenset("ab"), "b"])
        False
        >>> any_disjoint([frozenset("ab"), "b", "a"])
        True
    """
    if len(sets) < 2:
        return False
    single = ""
    several: list[frozenset[str]] = []
    for each in sets:
        if not isinstance(each, str):
            several.append(each)
        elif each:
            if single:
                return True
            single = each
    # the one single document must be missing from some other set
    if single and any(single not in each for each in several):
        return True
    return any(a.isdisjoint(b) for i, a in enumerate(several) for b in several[i + 1 :])
