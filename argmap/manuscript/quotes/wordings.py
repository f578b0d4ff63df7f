"""One quotation printed twice: in two wordings, or as if from two sources. Near-linear in the quotations."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from argmap.manuscript.quotes.fold import FoldedText
from argmap.manuscript.quotes.judge import judge_part
from argmap.manuscript.quotes.parts import Part, split_parts
from argmap.manuscript.quotes.records import Change, Quotation, one_line
from argmap.manuscript.quotes.seek import align
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


def two_wordings(quotations: Iterable[Quotation]) -> list[TwoWordings]:
    """Find quotations that give one passage in two wordings or from two sources.

    A shorter quotation that stands word for word in a longer one is no other wording, and neither is a
    difference marked by brackets or an ellipsis.

    Args:
        quotations: In the order printed.

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
    found: dict[tuple[int, int], TwoWordings] = {}
    for one, other in _candidates(pieces):
        first, second = pieces[one], pieces[other]
        pair = (first.owner, second.owner)
        if pair[0] != pair[1] and pair not in found:
            differing = _differing(asked[pair[0]], asked[pair[1]], first.part, second.part)
            if differing:
                found[pair] = differing
    return [found[pair] for pair in sorted(found)]


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


def _differing(one: Quotation, other: Quotation, first: Part, second: Part) -> TwoWordings | None:
    long, short = (first, second) if len(first.letters) >= len(second.letters) else (second, first)
    if long.brackets:
        if short.brackets or len(short.letters) < len(long.letters) * (1 - UNLIKE):
            return None
        long, short = short, long
    most = int(len(short.letters) * UNLIKE)
    hit = align(short.letters, long.letters, 0, len(long.letters), most)
    if hit is None or hit.end <= hit.start:
        return None
    likeness = round(1 - hit.distance / len(short.letters), 4)
    judged = judge_part(long.text, *FoldedText(long.text).span(hit.start, hit.end), short.text)
    if not judged.verdict.is_clean:
        return TwoWordings(one.id, other.id, "wording", likeness, judged.diff)
    same = [token.key for token in plain_tokens(first.text)] == [t.key for t in plain_tokens(second.text)]
    if same and one.source and other.source and one.source != other.source:
        return TwoWordings(one.id, other.id, "source", likeness, judged.diff)
    return None
