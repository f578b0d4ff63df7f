"""Entries that a citation may mean although none fits: by another title, another addressee, another year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.manuscript.citations.parse import ParsedCitation
from argmap.manuscript.citations.works import STOP, Work, fold, telling, work_of_citation

ALIKE = 80.0
"""How alike two words of titles must be to count as one: *Shikin's* and *Shikin*."""
MOST = 50
"""Entries of one day or imprint that are looked at."""
FEWEST_NAMES = 2
"""Names that two works of one publisher and year must share to be perhaps the same."""


class Near(NamedTuple):
    """An entry near a citation."""

    key: str
    named: bool
    """Whether the citation gives its author's name and its day: then it is the entry that is meant."""


class Nearby:
    """The entries of a bibliography by their days, letters and imprints."""

    def __init__(self, entries: Mapping[str, ParsedCitation]) -> None:
        self._works = {key: work_of_citation(parsed) for key, parsed in entries.items()}
        self._order = {key: place for place, key in enumerate(self._works)}
        self._keys: dict[object, list[str]] = defaultdict(list)
        for key, parsed in entries.items():
            for term in _terms(parsed, self._works[key]):
                self._keys[term].append(key)

    def find(self, citation: ParsedCitation) -> list[Near]:
        """Give the entries that a citation may mean, in their order in the bibliography."""
        work = work_of_citation(citation)
        found: dict[str, Near] = {}
        for term in _terms(citation, work):
            for key in self._keys.get(term, [])[:MOST]:
                entry = self._works[key]
                named = term[0] == "day" and bool(entry.names) and entry.names <= set(work.words)
                if named or _may_be(term[0], work, entry):
                    found[key] = Near(key, named)
        return [found[key] for key in sorted(found, key=self._order.__getitem__)]


def _terms(parsed: ParsedCitation, work: Work) -> Iterator[tuple[str, ...]]:
    for day in sorted(work.days):
        yield "day", day
        if work.parties:
            yield "letter", *work.parties, day[5:]
    if parsed.publisher and parsed.year:
        yield "imprint", fold(parsed.publisher), str(parsed.year)


def _may_be(shared: str, work: Work, entry: Work) -> bool:
    """Whether works that share a day, a letter's parties and day of the year, or an imprint may be one."""
    if shared == "imprint":
        mine, theirs = telling(work.names), telling(entry.names)
        common = len(mine & theirs)
        return common >= FEWEST_NAMES and 3 * common >= 2 * min(len(mine), len(theirs))
    if shared == "day" and work.parties and entry.parties:
        return any(one == other for one, other in zip(work.parties, entry.parties, strict=True))
    return shared == "letter" or _says_all(work, entry)


def _says_all(work: Work, entry: Work) -> bool:
    """Whether every word of the shorter title stands in the other."""
    from rapidfuzz import fuzz

    mine, theirs = ({w for w in each.words if len(w) > 2 and w.isalpha()} - STOP for each in (work, entry))
    small, large = sorted((mine, theirs), key=len)
    return bool(small) and all(any(w == o or fuzz.ratio(w, o) >= ALIKE for o in large) for w in small)
