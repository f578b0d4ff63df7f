"""One quotation printed twice: in two wordings, or as if from two sources. Near-linear in the quotations."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from argmap.manuscript.quotes.alignment import Hit, align
from argmap.manuscript.quotes.fold import FoldedText
from argmap.manuscript.quotes.judge import judge_part
from argmap.manuscript.quotes.parts import Part, split_parts
from argmap.manuscript.quotes.records import Change, Quotation, one_line
from argmap.manuscript.quotes.words import plain_tokens

LEAST = 30
"""Letters a part needs to be compared; below, likeness is chance."""
UNLIKE = 0.3
"""Share of letters that may differ between two wordings of one quotation."""
CROWD = 12
"""A gram that more parts share links each only with the next few."""
LONGEST = 20_000
"""Letters of a part that are compared."""
BATCH = 5_000
"""Parts hashed at a time."""
_WINDOW, _GRAM = 8, 8

Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

Matters = Callable[[Quotation, Quotation, float, int], bool]
"""Whether a difference of wording is asked for: of two quotations, so alike, with so many letters at most."""


class TwoWordings(NamedTuple):
    """Two quotations of one passage that do not agree."""

    first: str
    """Id of the one printed first."""
    second: str
    what: str
    """``"wording"``, or ``"source"`` where the same words are cited from two texts."""
    likeness: float
    """Share of letters that agree, in [0, 1]."""
    diff: tuple[Change, ...]
    """From the longer to the shorter."""

    @property
    def line(self) -> str:
        """The word diff on one line."""
        return one_line(self.diff)


class _Piece(NamedTuple):
    """A part of a quotation, and whose."""

    owner: int
    part: Part


class _Alike(NamedTuple):
    """Parts of two quotations whose letters are nearly the same."""

    owners: tuple[int, int]
    parts: tuple[Part, Part]
    """In the order printed."""
    long: Part
    short: Part
    hit: Hit
    """Where the letters of the short one stand in the long one."""

    @property
    def likeness(self) -> float:
        """Share of letters that agree."""
        return round(1 - self.hit.distance / len(self.short.letters), 4)


def two_wordings(quotations: Iterable[Quotation], matters: Matters | None = None) -> list[TwoWordings]:
    """Find quotations that give one passage in two wordings or from two sources.

    A shorter quotation that stands word for word in a longer one is no other wording, and neither is a
    difference marked by brackets or an ellipsis.

    Args:
        quotations: In the order printed.
        matters: Says which differences of wording may be left out; all are given where there is none.

    Returns:
        One entry for each pair, in the order of the quotations.
    """
    asked = tuple(quotations)
    pieces = [
        _Piece(owner, part)
        for owner, quotation in enumerate(asked)
        for part in split_parts(quotation.exact or "")[0]
        if LEAST <= len(part.letters) <= LONGEST
    ]
    pairs = (_alike(pieces[one], pieces[other]) for one, other in _candidates(pieces))
    alike = [pair for pair in pairs if pair is not None]
    times = Counter(pair.owners for pair in alike)
    found: dict[tuple[int, int], TwoWordings] = {}
    for pair in alike:
        one, other = (asked[owner] for owner in pair.owners)
        needless = matters is not None and times[pair.owners] == 1 and _is_needless(one, other, pair, matters)
        if pair.owners not in found and not needless:
            differing = _differing(one, other, pair)
            if differing:
                found[pair.owners] = differing
    return [found[owners] for owners in sorted(found)]


def _candidates(pieces: Sequence[_Piece]) -> Iterator[tuple[int, int]]:
    """Pair pieces that share some of the grams chosen by winnowing."""
    if not pieces:
        return
    prints, owners = _fingerprints([piece.part.letters for piece in pieces])
    group = np.cumsum(np.diff(prints, prepend=prints[:1]) != 0)
    crowded = np.bincount(group)[group] > CROWD
    pairs = []
    for ahead in range(1, min(CROWD, len(prints))):
        together = prints[ahead:] == prints[:-ahead]
        if ahead > 3:
            together &= ~crowded[ahead:]
        pairs.append(owners[:-ahead][together] * len(pieces) + owners[ahead:][together])
    if not pairs:
        return
    shared, times = np.unique(np.concatenate(pairs), return_counts=True)
    first, second = np.divmod(shared, len(pieces))
    sizes = np.bincount(owners, minlength=len(pieces))
    enough = times >= np.maximum(1, np.minimum(sizes[first], sizes[second]) // 12)
    yield from zip(first[enough].tolist(), second[enough].tolist(), strict=True)


def _fingerprints(every: Sequence[bytes]) -> tuple[Hashes, Numbers]:
    """Choose the least gram hash of every window (winnowing, Schleimer and others 2003).

    Args:
        every: Letters of the pieces, each long enough for a window.

    Returns:
        The hashes chosen, sorted, with the numbers of their pieces; each once for a piece.
    """
    batches = [_chosen(every[start : start + BATCH]) for start in range(0, len(every), BATCH)]
    chosen = np.concatenate([some for some, _ in batches])
    owners = np.concatenate([some + start * BATCH for start, (_, some) in enumerate(batches)])
    order = np.lexsort((owners, chosen))
    return _changing(chosen[order], owners[order])


def _chosen(every: Sequence[bytes]) -> tuple[Hashes, Numbers]:
    whole = b"".join(every)
    grams: Hashes = np.ndarray((len(whole) - _GRAM + 1,), "<u8", whole, 0, (1,))
    hashed = grams * np.uint64(0x9E3779B97F4A7C15)
    hashed ^= hashed >> np.uint64(29)
    for step in (1, 2, 4):  # the least of two, of four, of all eight of a window
        hashed = np.minimum(hashed[:-step], hashed[step:])
    lengths = np.array([len(letters) for letters in every])
    owners = np.repeat(np.arange(len(every)), lengths)[: len(hashed)]
    inside = np.arange(len(hashed)) + _WINDOW + _GRAM - 1 <= np.cumsum(lengths)[owners]
    return _changing(hashed[inside], owners[inside])


def _changing(chosen: Hashes, owners: Numbers) -> tuple[Hashes, Numbers]:
    """Drop entries that are the same as the one before."""
    new = np.ones(len(chosen), bool)
    new[1:] = (chosen[1:] != chosen[:-1]) | (owners[1:] != owners[:-1])
    return chosen[new], owners[new]


def _alike(one: _Piece, other: _Piece) -> _Alike | None:
    """Align two pieces, unless they have too few letters in common in one order."""
    if one.owner == other.owner:
        return None
    first, second = one.part, other.part
    long, short = (first, second) if len(first.letters) >= len(second.letters) else (second, first)
    if long.brackets:
        if short.brackets or len(short.letters) < len(long.letters) * (1 - UNLIKE):
            return None
        long, short = short, long
    most = int(len(short.letters) * UNLIKE)
    least = len(short.letters) - most
    if LCSseq.similarity(short.letters, long.letters, score_cutoff=least) < least:
        return None
    hit = align(short.letters, long.letters, 0, len(long.letters), most)
    if hit is None or hit.end <= hit.start:
        return None
    return _Alike((one.owner, other.owner), (first, second), long, short, hit)


def _is_needless(one: Quotation, other: Quotation, pair: _Alike, matters: Matters) -> bool:
    """Whether two quotations can only be two wordings, and their difference does not matter."""
    if pair.short.brackets:
        return False
    text = pair.short.text
    letters = len(unicodedata.normalize("NFKD", text)) - text.count(" ")
    return not matters(one, other, pair.likeness, letters) and not _is_same(pair)


def _is_same(pair: _Alike) -> bool:
    one, other = ([token.key for token in plain_tokens(part.text)] for part in pair.parts)
    return one == other


def _differing(one: Quotation, other: Quotation, pair: _Alike) -> TwoWordings | None:
    text, hit = pair.long.text, pair.hit
    judged = judge_part(text, *FoldedText(text).span(hit.start, hit.end), pair.short.text)
    if not judged.verdict.is_clean:
        return TwoWordings(one.id, other.id, "wording", pair.likeness, judged.diff)
    if _is_same(pair) and one.source and other.source and one.source != other.source:
        return TwoWordings(one.id, other.id, "source", pair.likeness, judged.diff)
    return None
