"""The claims whose words are compared with those of others in another way after an edit.

Texts are compared that share two of their rarest words, and three of these and the next. Which words are
rare is told by counts over all claims, which an edit changes a little; so it is looked for the texts of which
the rarest words are others.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import Self

from argmap.audit.moments import Budget, TooFarError, some_of
from argmap.model.pattern import pattern
from argmap.model.project import Project, arguments_of
from argmap.rules.case import Case
from argmap.rules.near_duplicate_claims import LEAST, MOST_COMPARED, SHARED
from argmap.rules.words import ClaimWords, claim_words, keep_words

SHORT = 500
"""Texts with a word that are as quickly looked through as one is looked at."""
MOST_CHANGED = 1_000
"""Claims that changed since all were looked through, from which on all are looked through again."""

_WORD = pattern(r"\w+(?:['’]\w+)*")
_ALIKE = 75
"""Likeness, of 100, from which two texts may count as nearly the same; less than the rule asks for."""


class _All:
    """The words of all claims as they were when they were looked through."""

    def __init__(self, project: Project, words: ClaimWords) -> None:
        self.project, self.words, self.keys = project, words, words.keys
        self.places = dict(zip(words.keys, range(len(words.keys)), strict=True))
        self.spelled = list(words.numbers)

    @cached_property
    def users(self) -> list[list[int]]:
        """The texts that have each word, by the number of the word."""
        found: list[list[int]] = [[] for _ in self.spelled]
        for place, own in enumerate(self.words.different):
            for number in own:
                found[number].append(place)
        return found

    @cached_property
    def bounds(self) -> list[int]:
        """How many texts have the last of the rarest words of each text, of which three are shared."""
        counts = list(self.words.counts.values())
        found = []
        for own in self.words.different:
            rare = sorted([counts[number] for number in own])[: _share(len(own)) + 1]
            found.append(rare[-1] if rare else 0)
        return found

    @cached_property
    def lonely(self) -> dict[str, str]:
        """Words that are all that a text has, to the claim."""
        pairs = zip(self.keys, self.words.different, strict=True)
        return {self.spelled[own[0]]: key for key, own in pairs if len(own) == 1}


class Wordings:
    """The words of all claims at one moment: looked through once, later only those of claims that change."""

    def __init__(self, project: Project, words: ClaimWords) -> None:
        """Take the words of all claims of a project."""
        self._all = _All(project, words)
        self._changed: dict[str, ClaimWords | None] = {}
        self._counts: dict[str, int] = {}
        self._names: dict[str, bool] = {}

    def prepare(self) -> None:
        """Make the tables that are made once."""
        for table in ("users", "bounds", "lonely"):
            getattr(self._all, table)

    def after(self, project: Project, changed: Iterable[str]) -> Self:
        """Give the words when some claims have changed.

        Raises:
            TooFarError: If all are to be looked through again.
        """
        other = object.__new__(type(self))
        other._all, other._changed = self._all, dict(self._changed)
        other._counts, other._names = dict(self._counts), dict(self._names)
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
        known, keys = self._all, self._all.keys
        numbers = [known.words.numbers.get(word) for word in words]
        users = [set(known.users[number]) if number is not None else set[int]() for number in numbers]
        found = {keys[place] for place in set.intersection(*users)} - self._changed.keys()
        return found | {key for key, own in self._new() if own.keys() >= set(words)}

    def _new(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Give the claims that changed and are there, with their words."""
        return ((key, own.numbers) for key, own in self._changed.items() if own is not None)

    def rare(self, key: str, more: int = 0) -> list[str]:
        """Give the rarest words of a claim, of which two that are alike share two; and some more."""
        now, before = self._counts, self._all.words.counts
        counts = [(now[word] if word in now else before.get(word, 0), word) for word in self.words(key)]
        return [word for _, word in sorted(counts)[: _share(len(counts)) + more]]

    def together(self, key: str, budget: Budget) -> set[str]:
        """Give the claims that share two of the rarest words of a claim, or the one word of some claim.

        Raises:
            TooFarError: If so many have the same words that not all are compared.
        """
        rare, found = self.rare(key), set[str]()
        budget.spend(1 + sum(map(self.count, rare)) // SHORT)
        for pair in combinations(rare, 2):
            found |= self.having(*pair)
        for word in rare:
            if self.lonely(word):
                found |= self.having(word)
        if len(found) >= MOST_COMPARED:
            found = {user for user in found if self._is_beside(user, rare)}
        if len(found) >= MOST_COMPARED:
            raise TooFarError
        return found - {key}

    def _is_beside(self, key: str, rare: list[str]) -> bool:
        """Tell whether two rare words, or one that is lonely, are rare words of a claim as well."""
        shared = set(self.rare(key)).intersection(rare)
        return len(shared) > 1 or any(map(self.lonely, shared))

    def lonely(self, word: str) -> list[str]:
        """Give a claim that has no other word, if there is one."""
        known = self._all.lonely.get(word)
        return [known] if known is not None else []

    def perhaps_rare(self, word: str) -> Iterator[str]:
        """Give the claims of which a word is perhaps one of the rarest, or was before it came or went."""
        known, number = self._all, self._all.words.numbers.get(word)
        least, bounds = self.count(word) - len(self._changed) - 2, known.bounds
        for place in known.users[number] if number is not None else ():
            if bounds[place] >= least and known.keys[place] not in self._changed:
                yield known.keys[place]
        yield from (key for key, own in self._new() if word in own)

    def named(self, key: str) -> frozenset[str]:
        """Give the words that stand with a capital within one text."""
        own = self._changed[key] if key in self._changed else _words_of(self._all.project, key)
        return own.names if own is not None else frozenset()


def told_apart_by(project: Project, key: str) -> object:
    """Give what tells a claim from others: its words, its time, and arguments with claims of like words."""
    claim = project.claims.get(key)
    if claim is None:
        return None
    named = {
        name
        for _, _, argument in arguments_of(claim)
        for name in (*argument.premises, *argument.unless, *argument.answer)
    }
    texts = {name: project.claims[name].text for name in named if name in project.claims}
    return claim.text, claim.when, frozenset(_like(claim.text, texts))


def _like(text: str, others: Mapping[str, str]) -> list[str]:
    """Name the texts that have nearly the same words as another."""
    from rapidfuzz.fuzz import ratio

    words = _sorted_words(text)
    return [name for name, other in others.items() if ratio(words, _sorted_words(other)) >= _ALIKE]


def _sorted_words(text: str) -> str:
    return " ".join(sorted(_WORD.findall(text.casefold())))


def _words_of(project: Project, key: str) -> ClaimWords | None:
    return ClaimWords(some_of(project, (key,))) if key in project.claims else None


def _share(size: int) -> int:
    """Tell how many of the different words of a text are its rarest."""
    return int((1 - SHARED) * size) + 2


class Compared:
    """The claims of which the words are compared in another way than before."""

    def __init__(self, old: Wordings, new: Wordings, changed: Iterable[str], most: int) -> None:
        """Compare two moments.

        Args:
            old: The words before.
            new: The words now.
            changed: Claims with another text, another time or arguments on others.
            most: How many texts may be looked at.
        """
        self._both = old, new
        self._changed = frozenset(changed)
        self._budget = Budget(most)

    def seen(self) -> set[str]:
        """Give the claims of which something else may be found.

        Raises:
            TooFarError: If they are too many.
        """
        found = set(self._changed)
        if any(len(each.words(key)) == 1 for key in found for each in self._both):
            raise TooFarError  # such a text brings others together that have its word
        for key in self._changed:
            found |= self._alike(key)
        for key in self._otherwise_rare() - self._changed:
            alike = self._alike(key)
            if alike:
                found |= alike | {key}
        for name in self._both[1].other_names(self._both[0]):
            users = self._both[1].having(name)
            self._budget.spend(20 * len(users))
            for key in users:
                if alike := self._alike(key):
                    found |= alike | {key}
        return found

    def around(self, keys: Iterable[str]) -> set[str]:
        """Give claims with all with which they are compared."""
        new, found = self._both[1], set(keys)
        for key in list(found):
            found |= new.together(key, self._budget)
        for word in {word for key in found for word in new.rare(key)}:
            found.update(new.lonely(word))
        return found

    def _alike(self, key: str) -> set[str]:
        """Give the claims of nearly the same words with which one is compared, now or before."""
        from rapidfuzz.fuzz import ratio

        found = set[str]()
        for each in self._both:
            line = each.line(key)
            others = each.together(key, self._budget) if line else ()
            found.update(other for other in others if ratio(line, each.line(other)) >= LEAST)
        return found

    def _otherwise_rare(self) -> set[str]:
        """Give the claims that have other rarest words, since other words are rare than before."""
        old, new = self._both
        words = {word for key in self._changed for word in {*old.words(key)} ^ {*new.words(key)}}
        found = set[str]()
        for word in words:
            counts = {old.count(word), new.count(word)}
            if len(counts) < 2:
                continue
            for key in {*old.perhaps_rare(word), *new.perhaps_rare(word)}:
                near = any(
                    new.count(other) in counts or old.count(other) in counts for other in new.words(key)
                )
                if near and old.rare(key, 1) != new.rare(key, 1):
                    found.add(key)
        return found


class Trail:
    """The words of all claims, followed from one audit to the next as far as anything asks for them."""

    def __init__(self) -> None:
        self._known: Wordings | None = None
        self._since: frozenset[str] = frozenset()
        """Records that changed since the words are known."""
        self.seen: frozenset[str] | None = frozenset()
        """Claims of which something else may be found now; None if that cannot be told."""
        self.case: Case | None = None
        """These claims with all with which they are compared."""

    def begin(self, case: Case) -> None:
        """Look through the words of all claims, if they are not known.

        Args:
            case: The project as it was last followed to.
        """
        if self._known is None:
            self._known = Wordings(case.project, claim_words(case))
            self._known.prepare()

    def follow(self, before: Case, now: Case, changed: frozenset[str], most: int) -> None:
        """Look where the words of claims are compared in another way.

        Args:
            before: The project before.
            now: The project now.
            changed: Ids of the records that changed.
            most: How many records may be looked at.
        """
        self.seen, self.case = frozenset(), None
        if self._known is None:
            self._since = frozenset()
        told = {
            key for key in changed if told_apart_by(before.project, key) != told_apart_by(now.project, key)
        }
        if not told:
            self._since |= changed
            return
        try:
            self.begin(before)
            assert self._known is not None
            old = self._known.after(before.project, self._since)
            new = old.after(now.project, changed)
            compared = Compared(old, new, told, most)
            self.seen = frozenset(compared.seen())
            part = some_of(now.project, compared.around(self.seen))
        except TooFarError:
            self.seen, self._known, self._since = None, None, frozenset()
            return
        self.case = Case(part)
        keep_words(self.case, new.within(part))
        self._known, self._since = new, frozenset()
