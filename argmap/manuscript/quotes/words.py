"""A text as words and marks, with its own offsets: what the strict ladder compares.

Two texts are *typographically the same* when their tokens have the same keys: kinds of quotes, dashes,
spaces, ligatures and soft hyphens do not show in a key, and note markers are no tokens.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

_SINGLE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_SINGLE += "\U00020000-\U0003ffff"
"""Scripts written without spaces: each character is a token."""
_SUPER = "⁰¹²³⁴-⁹"
_NOTHING = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Soft hyphen and characters of no width."""
_COMBINING = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff"
_W = rf"(?:[^\W_{_SINGLE}{_SUPER}]++|[{_COMBINING}{_NOTHING}]++)"
_LETTER = rf"[^\W\d_{_SINGLE}{_SUPER}]"
_DOTS = r"(?:(?:…|⋯)+|\.(?:[ \u00a0\u202f\u2009]?\.){2,})"

_WORD = rf"{_W}++(?:(?<=\d)[.,٫](?=\d){_W}++|['’ʼ＇](?={_LETTER}){_W}++)*+"
_PATTERN = rf"""
(?P<ellipsis>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})
|(?P<marker>[{_SUPER}]+(?:[,–-][{_SUPER}]+)*|(?<=\S)\[\^?\d{{1,3}}\]|[*†‡_]+)
|(?P<broken>{_W}++(?<!\d)[-‐‑¬][^\S\n]*+\n\s*+(?={_LETTER}){_W}++)
BRACKETS
|(?P<word>{_WORD}|[{_SINGLE}])
|(?P<quote>''|``|,,|["“”„‟«»「」『』〝〞'‘’‚‛‹›`´′])
|(?P<dash>[-‐‑‒–—―−﹘﹣－]+)
|(?P<mark>[^\s{_NOTHING}])
"""
_SOURCE = r"""
|(?P<spaced>\[\^?\d{1,3}\]|\[(?:pp?|pg|page)\.?\s*\w+\])
|(?P<glued>(?<=[^\W\d_][.,;:!?”"’')])\d{1,3}(?=\s|$))
"""
_QUOTED = rf"""
|(?P<adapted>\[\w{{1,4}}\]{_WORD}|{_WORD}\[\w{{0,4}}\](?:{_W}++)?)
|(?P<bracket>\[[^\[\]]{{0,400}}\])
"""
_UNSEEN = re.compile(f"[{_NOTHING}]")
_GLUED_WORD = re.compile(r"([^\W\d_]{3,})\d{1,3}")
NUMBERED = frozenset("p pp no nos vol vols art arts fig figs ch chs sec para doc n nn".split())
"""A number after one of these is no note marker."""


class Token(NamedTuple):
    """A word, or a mark between words."""

    kind: str
    """``word``, ``mark``, ``quote``, ``dash``, ``ellipsis``, ``bracket``, or ``adapted``: with brackets."""
    key: str
    """What it is compared by."""
    start: int
    """Offset of its first character."""
    end: int


def quoted_tokens(text: str) -> list[Token]:
    """Split a quotation, brackets kept whole.

    Examples:
        >>> [token.key for token in quoted_tokens("“[T]he army [sic] had—…")]
        ['"', '[T]he', 'army', '[sic]', 'had', '-', '…']
    """
    return list(_tokens(_QUOTED, text, None))


def plain_tokens(text: str, vocabulary: Collection[str] | None = None) -> list[Token]:
    """Split a text whose brackets are its own; see ``source_tokens`` for ``vocabulary``."""
    return list(_tokens("", text, vocabulary))


def source_tokens(text: str, vocabulary: Collection[str]) -> list[Token]:
    r"""Split a passage of a source.

    Args:
        text: The passage.
        vocabulary: Keys of the quotation, which settle what only a reader can know: whether the hyphen at the
            end of a line belongs to the word, and whether ``approved.12`` ends in a note marker.

    Examples:
        >>> tokens = source_tokens("well-\nknown, under-\nstood.12", {"well", "known", "understood"})
        >>> [token.key for token in tokens]
        ['well', '-', 'known', ',', 'understood', '.']
    """
    return list(_tokens(_SOURCE, text, vocabulary))


@cache
def _pattern(brackets: str) -> re.Pattern[str]:
    """Compile the pattern of a token when it is first needed: it takes as long as Python to start."""
    return re.compile(_PATTERN.replace("BRACKETS", brackets), re.VERBOSE)


def _tokens(brackets: str, text: str, vocabulary: Collection[str] | None) -> Iterator[Token]:
    before = ""
    for match in _pattern(brackets).finditer(text):
        kind, (start, end) = match.lastgroup or "", match.span()
        if kind in ("marker", "spaced"):
            continue
        if kind == "glued" and before not in NUMBERED and match[0] not in (vocabulary or ()):
            continue
        if kind == "broken":
            yield from _unbroken(match, vocabulary)
        elif kind in ("word", "glued", "adapted"):
            key = word_key(match[0])
            if brackets is _SOURCE and key not in (vocabulary or ()):
                key = _without_marker(key, vocabulary or ())
            before = key.lower()
            yield Token("adapted" if kind == "adapted" else "word", key, start, end)
        else:
            yield Token(kind, _MARKS.get(kind) or unicodedata.normalize("NFKC", match[0]), start, end)


_MARKS = {"quote": '"', "dash": "-", "ellipsis": "…"}


def _unbroken(match: re.Match[str], vocabulary: Collection[str] | None) -> Iterator[Token]:
    """Join a word broken at the end of a line, unless only its halves are known."""
    start, end = match.span()
    first, last = re.split(r"[-‐‑¬]\s*\n\s*", match[0], maxsplit=1)
    joined = word_key(first + last)
    halves = word_key(first), word_key(last)
    if vocabulary is None or joined in vocabulary or not all(half in vocabulary for half in halves):
        yield Token("word", joined, start, end)
        return
    hyphen = start + len(first)
    yield Token("word", halves[0], start, hyphen)
    yield Token("dash", "-", hyphen, hyphen + 1)
    yield Token("word", halves[1], end - len(last), end)


def _without_marker(key: str, vocabulary: Collection[str]) -> str:
    glued = _GLUED_WORD.fullmatch(key)
    if glued and glued[1].islower() and glued[1] in vocabulary and glued[1] not in NUMBERED:
        return glued[1]
    return key


def word_key(word: str) -> str:
    """Give what a word is compared by: no ligatures, one kind of apostrophe, nothing unseen; case is kept.

    Examples:
        >>> word_key("ofﬁ\u00adcer’s")
        "officer's"
    """
    if word.isascii():
        return word
    return _apostrophes(unicodedata.normalize("NFKC", _UNSEEN.sub("", word)))


def _apostrophes(word: str) -> str:
    return word.replace("’", "'").replace("ʼ", "'").replace("＇", "'")


def is_word(token: Token) -> bool:
    """Say whether a token is a word, not a mark."""
    return token.kind in ("word", "adapted")


def same_but_first_letter(one: str, other: str) -> bool:
    """Say whether two words differ at most in the case of their first letter."""
    return one == other or (one[:1].lower() == other[:1].lower() and one[1:] == other[1:])


def is_inside_word(text: str, offset: int) -> bool:
    """Say whether an offset falls inside a word or a number of the text."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before in ".," and after.isdigit() and offset > 1:
        return text[offset - 2].isdigit()
    if after in ".," and before.isdigit():
        return text[offset + 1 : offset + 2].isdigit()
    return _joins(before) and _joins(after)


def _joins(character: str) -> bool:
    return re.match(_W, character) is not None


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to whole words, at most 40 characters either side."""
    low, high = max(0, start - 40), min(len(text), end + 40)
    while start > low and is_inside_word(text, start):
        start -= 1
    while end < high and is_inside_word(text, end):
        end += 1
    return start, end
