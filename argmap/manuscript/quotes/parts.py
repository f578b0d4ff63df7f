"""A quotation cut at its ellipses, each part with the letters it is sought by."""

import re
from dataclasses import dataclass

from argmap.manuscript.quotes.fold import fold
from argmap.manuscript.quotes.words import Token, is_word, quoted_tokens

HEAD = 1200
"""A part longer than three of these is sought by its first and last so many letters."""
_MARKED = re.compile(r"[\[…⋯]|\.[ \u00a0\u202f\u2009]?\.")
"""What stands in every ellipsis and every bracket; most quotations have neither."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of quoted words without an ellipsis."""

    text: str
    """As printed, outer spaces gone."""
    letters: bytes
    """Its fold, without what stands in brackets."""
    brackets: int
    """How many brackets it has."""


def split_parts(exact: str) -> tuple[list[Part], bool]:
    """Cut a quotation at its ellipses.

    Args:
        exact: The words as printed.

    Returns:
        The parts that have letters, and whether an ellipsis was written anywhere.
    """
    tokens = quoted_tokens(exact) if _MARKED.search(exact) else []
    cuts = [token for token in tokens if token.kind == "ellipsis"]
    starts = [0, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(exact)]
    parts = []
    place = 0
    for start, end in zip(starts, ends, strict=True):
        first = place
        while place < len(tokens) and tokens[place].start < end:
            place += 1
        part = _part(exact, start, end, tokens[first:place])
        if part.letters:
            parts.append(part)
        place += 1
    return parts, bool(cuts)


def _part(exact: str, start: int, end: int, tokens: list[Token]) -> Part:
    brackets = [token for token in tokens if token.kind in ("bracket", "adapted")]
    if brackets:
        words = " ".join(exact[token.start : token.end] for token in tokens if is_word(token))
    else:
        words = exact[start:end]
    return Part(exact[start:end].strip(), fold(words), len(brackets))
