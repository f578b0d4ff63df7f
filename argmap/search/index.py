"""Searches an index: the records that have most of the words, by what the words lend to them."""

from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest

from argmap.model.dataclass import dataclass
from argmap.search.entry import KINDS, Entry
from argmap.search.query import Query, Term
from argmap.search.ranking import BEGINNING
from argmap.search.store import read_entries, read_holders, read_kinds, read_term, sqlite3, write_index
from argmap.search.words import STOP

Scores = Mapping[int, float]
"""Numbers of records with what was lent to them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search gave."""

    number: int
    """How many records fit."""
    is_whole: bool
    """Whether they have all the words asked for; if not, as many as any record has."""
    best: tuple[Hit, ...]
    """The first of them."""


class Index:
    """An index that is ready to be searched."""

    def __init__(self, database: "sqlite3.Connection") -> None:
        """Take a database that ``write_index`` wrote."""
        self._database = database
        self._kinds = read_kinds(database)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Index":
        """Make an index of records in memory, which is closed when nobody holds it any more."""
        from weakref import finalize

        database = sqlite3.connect(":memory:", check_same_thread=False)
        write_index(database, entries)
        made = cls(database)
        finalize(made, database.close).atexit = False
        return made

    def __len__(self) -> int:
        return len(self._kinds)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def search(self, query: Query, kinds: Collection[str] = (), limit: int | None = None) -> Hits:
        """Find records.

        Args:
            query: What is asked for.
            kinds: Kinds of records; all without any.
            limit: How many are given at most; all when None.
        """
        tables = [self._look_up(term) for term in query.words]
        allowed = self._allowed(query, kinds)
        if allowed is not None:
            tables = [{n: lent for n, lent in table.items() if n in allowed} for table in tables]
        scores, is_whole = _together(tables)
        if query.phrases and not any(tables):
            # a phrase of words too frequent to be looked up
            scores, is_whole = dict.fromkeys(allowed or (), 0.0), True
        best = _best(scores, limit)
        entries = read_entries(self._database, (number for number, _ in best))
        hits = tuple(Hit(entry, score) for entry, (_, score) in zip(entries, best, strict=True))
        return Hits(len(scores), is_whole, hits)

    def _look_up(self, term: Term) -> dict[int, float]:
        """Give the records of a word, and at less weight those of words that begin with it."""
        found: dict[int, float] = {}
        word = term.words[-1]
        for spelt, rarity, records, weights in read_term(
            self._database, word, is_beginning=term.is_beginning
        ):
            worth = float(rarity) if spelt == word else BEGINNING * rarity
            lent = dict(zip(records, map(worth.__mul__, weights), strict=True))
            for n in found.keys() & lent.keys():
                lent[n] = max(lent[n], found[n])
            found.update(lent)
        return found

    def _allowed(self, query: Query, kinds: Collection[str]) -> Collection[int] | None:
        """Give the records that may be found; None where all may."""
        allowed: set[int] | None = None
        if kinds:
            wanted = {KINDS.index(kind) for kind in kinds}
            allowed = {n for n, kind in enumerate(self._kinds) if kind in wanted}
        for phrase in query.phrases:
            holders = read_holders(self._database, phrase.words)
            allowed = set(holders) if allowed is None else allowed & holders
        for term in query.without:
            if len(term.words) > 1 or term.words[0] in STOP:
                gone: Collection[int] = read_holders(self._database, term.words)
            else:
                gone = self._look_up(term)
            allowed = (set(range(len(self))) if allowed is None else allowed).difference(gone)
        return allowed


def _together(tables: list[dict[int, float]]) -> tuple[Scores, bool]:
    """Add up what words lend to the records that have most of them; whether that is all the words."""
    if not tables:
        return {}, True
    if len(tables) == 1:
        return tables[0], bool(tables[0])
    common = set(tables[0]).intersection(*tables[1:])
    if common:
        return {n: sum(table[n] for table in tables) for n in common}, True
    sums: dict[int, tuple[int, float]] = {}
    for table in tables:
        for n, lent in table.items():
            having, score = sums.get(n, (0, 0.0))
            sums[n] = having + 1, score + lent
    most = max((having for having, _ in sums.values()), default=0)
    return {n: score for n, (having, score) in sums.items() if having == most}, False


def _best(scores: Scores, limit: int | None) -> list[tuple[int, float]]:
    """Give the records that were lent most, the first of equals first."""
    found = scores.items()
    if limit is not None and limit < len(scores):
        least = nlargest(limit, scores.values())[-1] if limit > 0 else float("inf")
        return sorted(((n, s) for n, s in found if s >= least), key=_order)[:limit]
    return sorted(found, key=_order)


def _order(pair: tuple[int, float]) -> tuple[float, int]:
    return -pair[1], pair[0]
