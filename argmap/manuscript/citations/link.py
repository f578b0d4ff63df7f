"""Which entry of a bibliography a citation means, with a score and a band for review.

The score, 0 to 100, weighs titles (0.72) and authors (0.28); equal days raise it, other days or the
other direction of a letter forbid the link. From `SURE` on it is a link; from `LIKELY` on it is shown
for review; below there is none. Two entries that fit almost equally well are for review as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.manuscript.citations.archive import Address
from argmap.manuscript.citations.works import Work, folded_words

SURE = 80.0
LIKELY = 70.0
_SERIAL = re.compile(r"\b(?:diar(?:y|ies)|tagebuch|journal|memoirs?|newspaper|doklad)\b", re.IGNORECASE)

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

    def find(self, work: Work, after: Iterable[Work] = ()) -> Link | None:
        """Find the entry that a citation means, or None.

        Args:
            work: The citation, as a work.
            after: The full citations it stands for, when it is a short one: their fields help.
        """
        queries = [work, *after]
        best: dict[int, float] = {}
        for query in queries:
            for i in self._candidates(query):
                score = likeness(query, self.works[i])
                if score > best.get(i, 0):
                    best[i] = score
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < LIKELY:
            return None
        first, score = ranked[0]
        best_work = self.works[first]
        rivals = (i for i, other in ranked[1:] if other > score - NEAR and self.works[i].key != best_work.key)
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


def likeness(citation: Work, entry: Work) -> float:
    """Score how well an entry fits a citation, 0 to about 110; 0 where it cannot be the same."""
    from rapidfuzz import fuzz

    collected = _in_collection(citation, entry)
    if _forbidden(citation, entry):
        return collected
    title = _titles(citation, entry)
    score = 0.72 * title + 0.28 * _authors(citation, entry) if citation.names else 0.94 * title
    if citation.days and citation.days & entry.days:
        score += 6
        if citation.parties and entry.parties:
            score = max(score + 12, 76.0)
        elif fuzz.token_set_ratio(citation.plain, entry.plain) >= 70:
            score = max(score, 72.0)
    elif citation.days and not entry.days and not _SERIAL.search(entry.title):
        score -= 20
    elif entry.days and not citation.days:
        score -= 6
    if citation.year and entry.year and not citation.days:
        gap = abs(citation.year - entry.year)
        score += 3 if gap == 0 else -1 if gap == 1 else -8
        if gap == 0 and citation.numbers and citation.numbers == entry.numbers:
            score += 7
    return max(score, collected, _by_address(citation, entry))


def _in_collection(citation: Work, entry: Work) -> float:
    """Score a citation whose title stands inside an entry that lists several documents."""
    from rapidfuzz import fuzz

    if not entry.is_collection or len(citation.plain) < 25 or len(entry.folded) <= 1.4 * len(citation.plain):
        return 0.0
    if not (citation.names and _authors(citation, entry) >= 60):
        return 0.0
    return 84.0 if fuzz.partial_ratio(citation.plain, entry.folded) >= 95 else 0.0


def _forbidden(citation: Work, entry: Work) -> bool:
    if citation.days and entry.days and not citation.days & entry.days:
        return True
    if citation.parties and entry.parties:
        mine, theirs = citation.parties, entry.parties
        if mine == theirs[::-1] and mine[0] != mine[1]:
            return True
        return not (_alike(mine[0], theirs[0]) and _alike(mine[1], theirs[1]))
    return False


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return one[:4] == other[:4] or fuzz.ratio(one, other) >= 70


def _titles(citation: Work, entry: Work) -> float:
    """Compare titles: whole, as a beginning, as a part; also a container cited for its chapter."""
    best = _title_ratio(citation.plain, entry.plain)
    if citation.container and entry.plain and not entry.container:
        best = max(best, _title_ratio(_plain(citation.container), entry.plain) - 12)
    if entry.container and not citation.container and citation.plain:
        best = max(best, _title_ratio(citation.plain, _plain(entry.container)) - 10)
    return best


def _plain(title: str) -> str:
    return " ".join(folded_words(title))


def _title_ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    if not one or not other:
        return 0.0
    whole = fuzz.ratio(one, other)
    if whole > 95:
        return whole
    short, long = sorted((one, other), key=len)
    prefix = part = 0.0
    if len(short) >= 5 or " " not in short:
        prefix = fuzz.ratio(short, _cut(long, len(short))) - 3 if len(short) >= 4 else 0
    if len(short.split()) >= 2:
        part = fuzz.partial_ratio(short, long) - 6 if len(short) > 12 else 0
        part = max(part, fuzz.token_sort_ratio(one, other) - 4)
    return max(whole, prefix, part)


def _cut(text: str, length: int) -> str:
    """Cut at the end of the word in which ``length`` falls."""
    end = text.find(" ", length)
    return text[: end if 0 <= end <= length + 3 else length]


def _authors(citation: Work, entry: Work) -> float:
    """Compare names word by word: 100 all of the smaller set, 60 some, 30 none known on a side."""
    from rapidfuzz import fuzz

    mine, theirs = citation.names, entry.names
    if not mine or not theirs:
        return 30.0
    if citation.series & entry.series:
        return 100.0
    small, large = sorted((mine, theirs), key=len)
    hits = sum(any(w == o or (len(w) > 3 and fuzz.ratio(w, o) >= 84) for o in large) for w in small)
    long_small = [w for w in small if len(w) > 1]
    if hits >= len(long_small):
        return 100.0
    return 60.0 if hits * 2 >= len(long_small) else 45.0 if hits else 0.0


def _by_address(citation: Work, entry: Work) -> float:
    """Score an equal address in the archive: the file is the same, the document perhaps another."""
    mine, theirs = citation.address, entry.address
    if mine is None or theirs is None or not _same_file(mine, theirs):
        return 0.0
    if not citation.plain:
        return 80.0 if entry.plain else 95.0
    title = _title_ratio(citation.plain, entry.plain)
    if citation.days and citation.days & entry.days:
        return 88.0 + title / 10
    return 62.0 + title / 4 if title >= 60 else 0.0


def _same_file(one: Address, other: Address) -> bool:
    if one.scheme != "russian" or other.scheme != "russian":
        return one == other and one.scheme != "frus"
    return one.get("delo") is not None and all(
        one.get(part) == other.get(part) for part in ("fond", "opis", "delo")
    )
