"""The words of all claims at one moment, and which claims are compared for their words."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain, combinations
from typing import Self

from argmap.audit.moments import Budget, TooFarError, some_of
from argmap.model.project import Project
from argmap.rules.near_duplicate_claims import MOST_COMPARED, SHARED, apart_by, setting_apart
from argmap.rules.words import ClaimWords

MOST_CHANGED = 1_000
"""Claims that changed since all were looked through, from which on all are looked through again."""
MOST_KEPT = 1_000
"""Pairs of words of which it is kept which texts have them."""
LOOKED = 500
"""Texts looked through for a word that take as long as looking at one record."""

Shelf = tuple[str, str]
"""Two of the rarest words of a text; or one twice, where some claim has no other."""


class _All:
    """The words of all claims as they were when they were looked through."""

    def __init__(self, project: Project, words: ClaimWords) -> None:
        self.project, self.words, self.keys = project, words, words.keys
        self.places = dict(zip(words.keys, range(len(words.keys)), strict=True))
        self.spelled = list(words.numbers)
        self._sets: dict[str, frozenset[int]] = {}
        self._pairs: dict[tuple[str, str], frozenset[int]] = {}

    @cached_property
    def users(self) -> list[list[int]]:
        """The texts that have each word, by the number of the word."""
        found: list[list[int]] = [[] for _ in self.spelled]
        for place, own in enumerate(self.words.different):
            for number in own:
                found[number].append(place)
        return found

    def having(self, word: str) -> frozenset[int]:
        """Give the texts that have a word."""
        known = self._sets.get(word)
        if known is None:
            number = self.words.numbers.get(word)
            known = self._sets[word] = frozenset(self.users[number] if number is not None else ())
        return known

    def sharing(self, one: str, other: str) -> frozenset[int]:
        """Give the texts that have two words."""
        known = self._pairs.get((one, other))
        if known is None:
            if len(self._pairs) >= MOST_KEPT:
                self._pairs.clear()
            known = self._pairs[one, other] = self.having(one) & self.having(other)
        return known

    @cached_property
    def two_worded(self) -> frozenset[int]:
        """The texts of two words."""
        return frozenset(place for place, own in enumerate(self.words.different) if len(own) == 2)

    @cached_property
    def bounds(self) -> tuple[list[int], list[int]]:
        """How many texts have the last of the rarest words of each text, and the one after it."""
        counts = list(self.words.counts.values())
        last, more = [], []
        for own in self.words.different:
            size = share(len(own))
            rare = sorted([counts[number] for number in own])[: size + 1]
            last.append(rare[:size][-1] if rare else 0)
            more.append(rare[-1] if rare else 0)
        return last, more

    @cached_property
    def by_count(self) -> dict[int, list[str]]:
        """The words that so many texts have."""
        found: dict[int, list[str]] = {}
        for word, count in self.words.counts.items():
            found.setdefault(count, []).append(word)
        return found

    @cached_property
    def aparts(self) -> dict[int, object]:
        """What tells texts apart that have numbers or are negated."""
        words, found = self.words, dict[int, object]()
        telling = {words.numbers[word] for word in setting_apart(words.numbers.keys())}
        for place, own in enumerate(words.different) if telling else ():
            if not telling.isdisjoint(own):
                found[place] = apart_by(words.listed(place))
        return found

    @cached_property
    def lonely(self) -> dict[str, str]:
        """Words that are all that a text has, to the claim."""
        pairs = zip(self.keys, self.words.different, strict=True)
        return {self.spelled[own[0]]: key for key, own in pairs if len(own) == 1}


class Wordings:
    """The words of all claims at one moment: looked through once, later only those of claims that change.

    Texts are compared that stand together on a shelf, of two of their rarest words, and share three of these
    and the next. Which words are rare is told by counts over all claims.
    """

    def __init__(self, project: Project, words: ClaimWords) -> None:
        """Take the words of all claims of a project."""
        self._all = _All(project, words)
        self._changed: dict[str, ClaimWords | None] = {}
        self._counts: dict[str, int] = {}
        self._names: dict[str, bool] = {}
        self._rare: dict[str, list[str]] = {}
        self._shelved: dict[tuple[Shelf, object], list[str]] = {}

    def prepare(self) -> None:
        """Make the tables that are made once."""
        for table in ("users", "two_worded", "bounds", "by_count", "aparts", "lonely"):
            getattr(self._all, table)

    def after(self, project: Project, changed: Iterable[str]) -> Self:
        """Give the words when some claims have changed.

        Raises:
            TooFarError: If all are to be looked through again.
        """
        other = object.__new__(type(self))
        other._all, other._changed = self._all, dict(self._changed)
        other._counts, other._names, other._rare = dict(self._counts), dict(self._names), {}
        other._shelved = {}
        keys = [key for key in changed if key in project.claims or self.words(key)]
        for key in keys:
            for word in self.words(key):
                other._counts[word] = other.count(word) - 1
            other._changed[key] = _words_of(project, key)
            for word in other.words(key):
                other._counts[word] = other.count(word) + 1
        if len(other._changed) > MOST_CHANGED:
            raise TooFarError
        for name in {name for key in keys for name in self.named(key) ^ other.named(key)}:
            other._names[name] = any(name in other.named(user) for user in other.having(name))
        return other

    def words(self, key: str) -> list[str]:
        """Give the different words of a claim; none where there is no such claim."""
        if key in self._changed:
            own = self._changed[key]
            return list(own.numbers) if own is not None else []
        place, spelled = self._all.places.get(key), self._all.spelled
        return [] if place is None else [spelled[number] for number in self._all.words.different[place]]

    def line(self, key: str) -> str:
        """Give all words of a claim, sorted."""
        if key in self._changed:
            own = self._changed[key]
            return " ".join(sorted(own.listed(0))) if own is not None else ""
        place = self._all.places.get(key)
        return "" if place is None else " ".join(sorted(self._all.words.listed(place)))

    def count(self, word: str) -> int:
        """Tell how many claims have a word."""
        known = self._counts.get(word)
        return self._all.words.counts.get(word, 0) if known is None else known

    def is_name(self, word: str) -> bool:
        """Tell whether a word stands with a capital within some text."""
        known = self._names.get(word)
        return word in self._all.words.names if known is None else known

    def other_names(self, before: "Wordings") -> list[str]:
        """Give the words that are names now and were none before, or the other way round."""
        return [word for word in self._names if self.is_name(word) != before.is_name(word)]

    def within(self, part: Project) -> ClaimWords:
        """Give the words of some claims, with what is known of words from all."""
        found = ClaimWords(part)
        vars(found)["counts"] = {word: self.count(word) for word in found.numbers}
        vars(found)["names"] = frozenset(filter(self.is_name, found.numbers))
        return found

    def having(self, *words: str) -> set[str]:
        """Give the claims that have some words."""
        first, *others = map(self._all.having, words)
        keys = map(self._all.keys.__getitem__, first.intersection(*others))
        found = set(keys).difference(self._changed)
        return found | {key for key, own in self._new() if own.keys() >= set(words)}

    def _new(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Give the claims that changed and are there, with their words."""
        return ((key, own.numbers) for key, own in self._changed.items() if own is not None)

    def rare(self, key: str) -> list[str]:
        """Give the rarest words of a claim, the rarest first, of which two that are alike share two."""
        return self.rarer(key)[: share(len(self.words(key)))]

    def rarer(self, key: str) -> list[str]:
        """Give the rarest words of a claim and the next, of which two that are alike share three."""
        known = self._rare.get(key)
        if known is None:
            now, before, own = self._counts, self._all.words.counts, self.words(key)
            counts = sorted([(now[word] if word in now else before.get(word, 0), word) for word in own])
            known = self._rare[key] = [word for _, word in counts[: share(len(own)) + 1]]
        return known

    def beside(self, key: str, budget: Budget) -> set[str]:
        """Give the claims that share so many of its rarest words with a claim that the two may be alike."""
        own, rare, known = self.words(key), self.rarer(key), self._all
        budget.spend(1 + sum(map(self.count, rare)) // LOOKED)
        if len(own) == 1:
            return self.having(*own) - {key}
        mine, least, places = set(rare), min(3, len(own)), set[int]()
        for i, j in combinations(range(len(rare)), 2):
            both = known.sharing(*sorted((rare[i], rare[j])))
            places |= both if least == 2 else both & known.two_worded
            places.update(*(both & known.having(word) for word in rare[j + 1 :]))
        found = set(map(known.keys.__getitem__, places)).difference(self._changed)
        for other, words in self._new():
            if len(mine.intersection(words)) >= min(least, len(words)):
                found.add(other)
        for word in filter(self.lonely, rare):
            found.update(user for user in self.having(word) if len(self.words(user)) == 1)
        return found - {key}

    def compared(self, key: str, others: Iterable[str], budget: Budget) -> set[str]:
        """Give those of the claims before one, in order of id, that it is compared with.

        Args:
            key: The claim.
            others: Claims that may be alike.
            budget: How many records may be looked at.
        """
        mine, apart = self.shelves(key), self.apart(key)
        found = set()
        for other in others:
            if other < key and self.apart(other) == apart:
                shared = mine & self.shelves(other)
                is_first = (other in self.first(shelf, apart, budget) for shelf in shared)
                if not all(map(self.is_crowded, shared)) or any(is_first):
                    found.add(other)
        return found

    def share_shelf(self, one: str, other: str) -> bool:
        """Tell whether two claims stand on one shelf, however many others do."""
        return self.apart(one) == self.apart(other) and not self.shelves(one).isdisjoint(self.shelves(other))

    def shelves(self, key: str) -> set[Shelf]:
        """Give the shelves of a claim."""
        rare = self.rare(key)
        return {*combinations(sorted(rare), 2), *((word, word) for word in rare if self.lonely(word))}

    def is_crowded(self, shelf: Shelf) -> bool:
        """Tell whether so many claims may stand on a shelf that not all are compared."""
        return len(self._all.sharing(*shelf)) + len(self._changed) > MOST_COMPARED

    def first(self, shelf: Shelf, apart: object, budget: Budget) -> set[str]:
        """Give the claims on a crowded shelf with which those behind them are compared."""
        return set(self.shelved(shelf, apart, budget)[:MOST_COMPARED])

    def shelved(self, shelf: Shelf, apart: object, budget: Budget) -> list[str]:
        """Give the claims on a shelf, in order of id.

        Args:
            shelf: The two words.
            apart: What sets these claims apart from others with the same words.
            budget: How many records may be looked at.
        """
        known = self._shelved.get((shelf, apart))
        if known is None:
            places = self._all.sharing(*shelf)
            budget.spend(1 + len(places) // LOOKED)
            there = chain(self._still_on(shelf, places, apart), self._now_on(shelf, apart))
            known = self._shelved[shelf, apart] = sorted(there)
        return known

    def _still_on(self, shelf: Shelf, places: Iterable[int], apart: object) -> Iterator[str]:
        """Give the claims on a shelf that have not changed, of those that have its words."""
        keys, aparts, bounds = self._all.keys, self._all.aparts, self._all.bounds[0]
        count, word = max((self.count(word), word) for word in shelf)
        slack, plain = len(self._changed), apart_by(())
        for place in places:
            if aparts.get(place, plain) == apart and count <= bounds[place] + slack:
                key = keys[place]
                if key not in self._changed and (count < bounds[place] - slack or word in self.rare(key)):
                    yield key

    def _now_on(self, shelf: Shelf, apart: object) -> Iterator[str]:
        """Give the claims on a shelf that have changed."""
        for key, own in self._new():
            has_both = shelf[0] in own and shelf[1] in own
            if has_both and shelf in self.shelves(key) and self.apart(key) == apart:
                yield key

    def apart(self, key: str) -> object:
        """Give what sets the text of a claim apart from others: its numbers, and whether it is negated."""
        own = self._changed.get(key)
        if own is not None:
            return apart_by(own.listed(0))
        place = self._all.places.get(key)
        return apart_by(()) if place is None else self._all.aparts.get(place, apart_by(()))

    def lonely(self, word: str) -> list[str]:
        """Give a claim that has no other word, if there is one."""
        known = self._all.lonely.get(word)
        return [known] if known is not None else []

    def counted(self, least: int, most: int) -> set[str]:
        """Give the words that so many claims have."""
        now, base = self._counts, self._all.by_count
        found = {word for count in range(least, most + 1) for word in base.get(count, ()) if word not in now}
        return found.union(word for word, count in now.items() if least <= count <= most)

    def perhaps_rare(self, word: str, others: Collection[str]) -> Iterator[str]:
        """Give the claims of which a word is perhaps one of the rarest, or was before it came or went.

        Args:
            word: The word.
            others: Words of which a claim has one as well.
        """
        known, number = self._all, self._all.words.numbers.get(word)
        least, bounds = self.count(word) - len(self._changed) - 2, known.bounds[1]
        users = known.users[number] if number is not None else []
        numbers = set(map(known.words.numbers.get, others))
        for place in [place for place in users if bounds[place] >= least]:
            key = known.keys[place]
            if not numbers.isdisjoint(known.words.different[place]) and key not in self._changed:
                yield key
        yield from (key for key, own in self._new() if word in own and not own.keys().isdisjoint(others))

    def named(self, key: str) -> frozenset[str]:
        """Give the words that stand with a capital within one text."""
        own = self._changed[key] if key in self._changed else _words_of(self._all.project, key)
        return own.names if own is not None else frozenset()


def _words_of(project: Project, key: str) -> ClaimWords | None:
    return ClaimWords(some_of(project, (key,))) if key in project.claims else None


def share(size: int) -> int:
    """Tell how many of the different words of a text are its rarest."""
    return int((1 - SHARED) * size) + 2
