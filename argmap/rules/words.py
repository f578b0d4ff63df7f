"""The words of claims' texts, taken apart once for all rules that look for words."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import chain, compress, count

from argmap.model.pattern import pattern
from argmap.model.project import Project
from argmap.rules.case import Case

MOST_LETTERS = 2000
"""How much of a text is looked at; a claim is one sentence."""

_WORD = pattern(r"\w+(?:['’]\w+)*")
_APOSTROPHE = pattern("['’]")
_NAME = pattern(r" [^\W\d_a-z](?<=\w .)\w*")
_PLAIN_NAME = pattern(r" [A-Z](?<=\w .)\w*")
_PLAIN = "".join(c if c.isalnum() or c in "_\n" else " " for c in map(chr, range(128))).lower()
"""For every ASCII letter what stands for it while a text is split: its small letter, or a space."""


class ClaimWords:
    """Words of the texts of all claims, without capitals; lists are in the order of the project.

    A word that stands in many texts is kept once, and has a number; most of what rules ask is asked of
    the numbers, which lie close together in memory.
    """

    def __init__(self, project: Project, texts: Sequence[str] | None = None) -> None:
        """Take the claims' texts, or read them out of the claims."""
        self.keys = list(project.claims)
        self._texts = texts if texts is not None else [claim.text for claim in project.claims.values()]

    def listed(self, text: int) -> list[str]:
        """Give the words of one text, in order."""
        return self._lines[text].split()

    @cached_property
    def _lines(self) -> list[str]:
        """The words of each text, a space between them."""
        if self._is_plain and _is_simple(self._whole, len(self._texts) - 1):
            return self._whole.translate(_PLAIN).split("\n")
        texts = [text[:MOST_LETTERS] for text in self._texts]
        simple = list(map(_is_simple, texts))
        lines = iter("\n".join(compress(texts, simple)).translate(_PLAIN).split("\n"))
        return [
            next(lines) if is_simple else " ".join(_WORD.findall(text.casefold()))
            for text, is_simple in zip(texts, simple, strict=True)
        ]

    @cached_property
    def _whole(self) -> str:
        """All texts, a line each unless one has several."""
        return "\n".join(self._texts)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether all texts are looked at to their end, and have no letters but the plainest."""
        return self._whole.isascii() and max(map(len, self._texts), default=0) <= MOST_LETTERS

    @cached_property
    def _numbered(self) -> tuple[dict[str, int], list[list[int]]]:
        number = defaultdict[str, int](count().__next__)
        give = number.__getitem__
        texts = [list(map(give, line.split())) for line in self._lines]
        return dict(number), texts

    @property
    def numbers(self) -> dict[str, int]:
        """Every word with its number, from zero in the order in which the words are met."""
        return self._numbered[0]

    @property
    def texts(self) -> list[list[int]]:
        """The words of each text, by number, in order."""
        return self._numbered[1]

    @cached_property
    def different(self) -> list[list[int]]:
        """The different words of each text, by number."""
        return [own if len(set(own)) == len(own) else list(set(own)) for own in self.texts]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Every word, with the number of texts that have it."""
        counts = Counter(chain.from_iterable(self.different))
        return {word: counts[number] for word, number in self.numbers.items()}

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that stand with a capital within some text."""
        texts = self._whole if self._is_plain else "\n".join([text[:MOST_LETTERS] for text in self._texts])
        found = set((_PLAIN_NAME if texts.isascii() else _NAME).findall(texts))
        return frozenset(name[1:].casefold() for name in found)

    def saying(self, words: Set[str]) -> list[str]:
        """Give the claims in which one of these words may stand, a part of "isn't" being a word as well.

        Where a text is too long or too odd to tell, it is given.
        """
        numbers, odd = self.numbers, self._odd
        known = {numbers[word] for word in words if word in numbers}
        known.update(numbers[word] for word, parts in self._joint if not words.isdisjoint(parts))
        if not known and not odd:
            return []
        texts = zip(self.keys, self.texts, strict=True)
        return [key for key, own in texts if not known.isdisjoint(own) or key in odd]

    @cached_property
    def _joint(self) -> list[tuple[str, list[str]]]:
        """Words with an apostrophe, and their parts."""
        joint = (word for word in self.numbers if "'" in word or "’" in word)
        return [(word, _APOSTROPHE.split(word)) for word in joint]

    @cached_property
    def _odd(self) -> frozenset[str]:
        """Claims of which not the whole text is known here, or whose letters fold like no others."""
        if self._is_plain:
            return frozenset()
        pairs = zip(self.keys, self._texts, strict=True)
        return frozenset(key for key, text in pairs if len(text) > MOST_LETTERS or "ı" in text or "İ" in text)


def _is_simple(text: str, breaks: int = 0) -> bool:
    """Whether a text can be taken apart letter by letter, having no more than these line breaks."""
    return text.isascii() and "'" not in text and text.count("\n") == breaks


def claim_words(case: Case) -> ClaimWords:
    """Give the words of a project's claims."""
    return case.once(_claim_words)


def _claim_words(case: Case) -> ClaimWords:
    return ClaimWords(case.project, case.lists.claims.text)


def keep_words(case: Case, words: ClaimWords) -> None:
    """Take the words of the claims on the table from somewhere else."""
    case.keep(_claim_words, words)
