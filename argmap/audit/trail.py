"""The claims whose words are compared with those of others in another way after an edit.

Which words are rare is told by counts over all claims, which an edit changes a little; so it is looked for
the texts of which the rarest words are others.
"""

from collections.abc import Iterable, Mapping

from argmap.audit.moments import Budget, TooFarError, some_of
from argmap.audit.wordings import Shelf, Wordings
from argmap.model.pattern import pattern
from argmap.model.project import Project, arguments_of
from argmap.rules.case import Case
from argmap.rules.near_duplicate_claims import LEAST
from argmap.rules.words import claim_words, keep_words

_WORD = pattern(r"\w+(?:['’]\w+)*")
_ALIKE = 75
"""Likeness, of 100, from which two texts may count as nearly the same; less than the rule asks for."""


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
        if any(len(each.words(key)) == 1 for key in self._changed for each in self._both):
            raise TooFarError  # such a text brings others together that have its word
        moved = self._changed | self._otherwise_rare()
        found, others = set(self._changed), moved | self._moved_up(moved)
        for name in self._both[1].other_names(self._both[0]):
            users = self._both[1].having(name)
            self._budget.spend(20 * len(users))
            others |= users
        for key in others:
            if alike := self._alike(key):
                found |= alike | {key}
        return found

    def around(self, keys: Iterable[str]) -> set[str]:
        """Give claims with all that may be alike and are compared with them.

        Raises:
            TooFarError: If two of them would be compared only because others are left out.
        """
        new = self._both[1]
        beside = {key: new.beside(key, self._budget) for key in keys}
        compared = {key: new.compared(key, others, self._budget) for key, others in beside.items()}
        found = set(beside).union(*compared.values())
        for word in {word for key in found for word in new.rare(key)}:
            found.update(new.lonely(word))
        for key, others in beside.items():
            for other in (found & others) - compared[key]:
                if other < key and new.share_shelf(key, other):
                    raise TooFarError
        return found

    def _moved_up(self, keys: Iterable[str]) -> set[str]:
        """Give the claims that others are compared with, or are no more, since these are on other shelves."""
        found = set[str]()
        shelves = set[tuple[Shelf, object]]()
        for key in keys:
            before, now = ({(shelf, each.apart(key)) for shelf in each.shelves(key)} for each in self._both)
            shelves |= before ^ now
        for shelf, apart in shelves:
            if any(each.is_crowded(shelf) for each in self._both):
                old, new = (each.first(shelf, apart, self._budget) for each in self._both)
                found |= old ^ new
        return found

    def _alike(self, key: str) -> set[str]:
        """Give the claims of nearly the same words with which one is compared, now or before."""
        from rapidfuzz.fuzz import ratio

        found = set[str]()
        for each in self._both:
            line = each.line(key)
            others = each.beside(key, self._budget) if line else ()
            found.update(other for other in others if ratio(line, each.line(other)) >= LEAST)
        return found

    def _otherwise_rare(self) -> set[str]:
        """Give the claims that have other rarest words, since other words are rare than before."""
        old, new = self._both
        words = {word for key in self._changed for word in {*old.words(key)} ^ {*new.words(key)}}
        found = set[str]()
        for word in words:
            least, most = sorted((old.count(word), new.count(word)))
            if least < most:
                passed = (old.counted(least, most) | new.counted(least, most)) - {word}
                keys = {*old.perhaps_rare(word, passed), *new.perhaps_rare(word, passed)}
                found.update(key for key in keys if old.rarer(key) != new.rarer(key))
        return {key for key in found if not self._stands_where_it_stood(key)}

    def _stands_where_it_stood(self, key: str) -> bool:
        """Tell whether only the order of the rarest words of a claim is another one, and does not matter."""
        old, new = self._both
        if {*old.rare(key)} != {*new.rare(key)} or {*old.rarer(key)} != {*new.rarer(key)}:
            return False
        return not any(map(new.is_name, new.rare(key)))


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
