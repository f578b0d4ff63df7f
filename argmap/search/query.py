"""What a reader asks for: words, beginnings of words, phrases, and what must not be there."""

import re
from collections.abc import Iterable

from argmap.model.dataclass import dataclass
from argmap.search.words import STOP, words_of

_PIECE = re.compile(r'(?<!\S)(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or several that stand next to each other."""

    words: tuple[str, ...]
    is_beginning: bool = False
    """Whether words that begin so count as well, at less weight; for single words."""

    def fits(self, word: str) -> bool:
        """Tell whether a word is one of those asked for."""
        return word in self.words or (self.is_beginning and word.startswith(self.words[-1]))


@dataclass(frozen=True, slots=True)
class Query:
    """A question put to the index."""

    words: tuple[Term, ...] = ()
    """Each lends its weight to a record; those of phrases among them."""
    phrases: tuple[Term, ...] = ()
    """Each must be there."""
    without: tuple[Term, ...] = ()
    """None of these may be there."""

    def marks(self, word: str) -> bool:
        """Tell whether a word of a text is to be marked as found."""
        return any(term.fits(word) for term in (*self.words, *self.phrases))


def parse_query(text: str) -> Query:
    """Read a question as the site's search does, and a little more.

    A phrase stands in quotation marks, a minus sign before what must not be there, a star behind the
    beginning of a word. The last word counts as a beginning too, since it may still be typed.

    Examples:
        >>> parse_query('stalin "first blow" -mao kor*').without
        (Term(words=('mao',), is_beginning=False),)
        >>> [term.words for term in parse_query("the Acheson speeches").words]
        [('acheson',), ('speeche',)]
    """
    words: list[Term] = []
    phrases: list[Term] = []
    without: list[Term] = []
    pieces = list(_PIECE.finditer(text.strip()))
    for piece in pieces:
        quoted = piece[3] is None
        minus = piece[1] == "-" if quoted else piece[3].startswith("-")
        cut = tuple(words_of(piece[2] if quoted else piece[3]))
        star = not quoted and piece[3].endswith("*")
        if not cut:
            continue
        if minus:
            without.append(Term(cut, star and len(cut) == 1))
            continue
        is_open = star or (not quoted and piece is pieces[-1] and piece[3][-1].isalnum() and len(cut[-1]) > 1)
        words += [Term((word,)) for word in cut[:-1]]
        words.append(Term(cut[-1:], is_open))
        if quoted and len(cut) > 1:
            phrases.append(Term(cut))
    return Query(tuple(_telling(words)), tuple(phrases), tuple(without))


def _telling(terms: list[Term]) -> Iterable[Term]:
    """Leave out words that are too frequent, unless there are no others; each word once."""
    meant = [term for term in terms if term.words[0] not in STOP] or terms
    return {term.words[0]: term for term in meant}.values()
