"""The words of claims' texts, taken apart once for all rules that look for words."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import chain

from argmap.model.pattern import pattern
from argmap.model.project import Project
from argmap.rules.case import Case

MOST_LETTERS = 2000
"""How much of a text is looked at; a claim is one sentence."""

_WORD = pattern(r"\w+(?:['’]\w+)*")
_APOSTROPHE = pattern("['’]")
_PLAIN = "".join(c if c.isalnum() or c in "_\n" else " " for c in map(chr, range(128))).lower()
"""For every ASCII letter what stands for it while a text is split: its small letter, or a space."""


class ClaimWords:
    """Words of the texts of all claims, without capitals; lists are in order of the claims' ids."""

    def __init__(self, project: Project, texts: Sequence[str] | None = None) -> None:
        """Take the claims' texts, or read them out of the claims."""
        self.keys = list(project.claims)
        self._texts = texts if texts is not None else [claim.text for claim in project.claims.values()]

    @cached_property
    def listed(self) -> list[list[str]]:
        """The words of each text, in order; a word that stands often is kept once."""
        once = dict[str, str]().setdefault
        return [list(map(once, words, words)) for words in self._split()]

    def _split(self) -> Iterable[list[str]]:
        whole = self._whole
        if self._is_plain and "'" not in whole and whole.count("\n") == len(self._texts) - 1:
            return map(str.split, whole.translate(_PLAIN).split("\n"))
        return (_words(text[:MOST_LETTERS]) for text in self._texts)

    @cached_property
    def _whole(self) -> str:
        """All texts, a line each unless one has several."""
        return "\n".join(self._texts)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether all texts are looked at to their end, and have no letters but the plainest."""
        return self._whole.isascii() and max(map(len, self._texts), default=0) <= MOST_LETTERS

    @cached_property
    def sets(self) -> list[set[str]]:
        """The different words of each text."""
        return list(map(set, self.listed))

    @cached_property
    def counts(self) -> Counter[str]:
        """Every word, with the number of texts that have it."""
        return Counter(chain.from_iterable(self.sets))

    def saying(self, words: Set[str]) -> list[str]:
        """Give the claims in which one of these words may stand, a part of "isn't" being a word as well.

        Where a text is too long or too odd to tell, it is given.
        """
        known = self.counts.keys() & words
        known |= {word for word, parts in self._joint if not words.isdisjoint(parts)}
        if not known and not self._odd:
            return []
        odd = self._odd
        return [
            key
            for key, own in zip(self.keys, self.sets, strict=True)
            if not known.isdisjoint(own) or key in odd
        ]

    @cached_property
    def _joint(self) -> list[tuple[str, list[str]]]:
        """Words with an apostrophe, and their parts."""
        joint = (word for word in self.counts if "'" in word or "’" in word)
        return [(word, _APOSTROPHE.split(word)) for word in joint]

    @cached_property
    def _odd(self) -> frozenset[str]:
        """Claims of which not the whole text is known here, or whose letters fold like no others."""
        if self._is_plain:
            return frozenset()
        pairs = zip(self.keys, self._texts, strict=True)
        return frozenset(key for key, text in pairs if len(text) > MOST_LETTERS or "ı" in text or "İ" in text)


def claim_words(case: Case) -> ClaimWords:
    """Give the words of a project's claims."""
    return case.once(_claim_words)


def _claim_words(case: Case) -> ClaimWords:
    return ClaimWords(case.project, case.lists.claims.text)


def _words(text: str) -> list[str]:
    if text.isascii() and "'" not in text:
        return text.translate(_PLAIN).split()
    return _WORD.findall(text.casefold())
