"""Which entry of a bibliography a citation means, with a score and a band for review.

From `SURE` on it is a link; from `LIKELY` on it is shown for review; below there is none. Two entries
that fit almost equally well are for review as well, unless the authors' names part them.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from argmap.manuscript.citations.likeness import LIKELY, SURE, likeness, shared_names
from argmap.manuscript.citations.works import Work

NEAR = 1.5
"""Points within which two entries count as fitting equally."""
_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Link:
    """The entry that fits a citation best."""

    key: str
    score: float
    review: bool
    rival: str | None = None
    """Another entry that fits almost as well."""


class Linker:
    """Finds works among many; candidates come from words, names, days and addresses they share."""

    def __init__(self, works: Sequence[Work]) -> None:
        self.works = list(works)
        self._index: dict[object, list[int]] = defaultdict(list)
        for i, work in enumerate(self.works):
            for term in _terms(work):
                self._index[term].append(i)

    def find(self, work: Work, after: Iterable[Work] = (), without: Container[str] = ()) -> Link | None:
        """Find the entry that a citation means, or None.

        Args:
            work: The citation, as a work.
            after: The full citations it stands for, when it is a short one: their fields help.
            without: Ids of entries that it cannot mean.
        """
        queries = [work, *after]
        best: dict[int, float] = {}
        for query in queries:
            for i in self._candidates(query):
                if self.works[i].key in without:
                    continue
                score = likeness(query, self.works[i])
                if score > best.get(i, 0):
                    best[i] = score
        fits = {i: score + 4 * shared_names(work, self.works[i]) for i, score in best.items()}
        ranked = sorted(best, key=lambda i: (-fits[i], i))
        if not ranked or best[ranked[0]] < LIKELY:
            return None
        first, score = ranked[0], best[ranked[0]]
        best_work = self.works[first]
        near = (i for i in ranked[1:] if fits[i] > fits[first] - NEAR and best[i] >= LIKELY)
        rivals = (i for i in near if self.works[i].key != best_work.key)
        rival = next((i for i in rivals if not _same(best_work, self.works[i])), None)
        review = score < SURE or rival is not None
        other = self.works[rival].key if rival is not None else None
        return Link(self.works[first].key, round(min(score, 100.0), 1), review, other)

    def _candidates(self, work: Work) -> list[int]:
        votes: Counter[int] = Counter()
        for term in _terms(work):
            places = self._index.get(term, ())
            weight = 1 + 60 // (1 + len(places))
            for i in places:
                votes[i] += weight
        return [i for i, _ in sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))[:_CANDIDATES]]


def _terms(work: Work) -> set[object]:
    terms: set[object] = {word[:6] for word in work.words if len(word) > 3}
    terms.update(("name", word[:5]) for word in work.names)
    terms.update(("day", day) for day in work.days)
    if work.address:
        terms.add(("address", work.address.document))
    return terms


def _same(one: Work, other: Work) -> bool:
    """Tell one work that is listed twice."""
    return one.plain == other.plain and one.days == other.days and one.year == other.year
