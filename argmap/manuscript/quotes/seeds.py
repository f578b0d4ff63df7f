"""Where in a fold might each needle stand? Shared grams vote for diagonals; linear in the fold.

Every gram of every needle goes into one table; every gram of the text is hashed and looked up, first in a
table of 2^22 flags, then among the sorted hashes. A hit at text place p of a gram at needle place o votes for
the diagonal p - o; the diagonals with most votes are the candidates.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SLICE = 1 << 20
"""Bytes of the fold scanned at a time."""
HITS = 2_000
"""Votes one gram may cast in one slice; a gram more frequent than that tells little."""
BUCKET = 5
"""Diagonals are counted together in buckets of 2^5."""
MERGED = 6
"""Slices whose votes are kept apart, to save memory."""
CANDIDATES = 40
"""Diagonals kept for each needle."""
_BIAS = 1 << 13
"""Keeps diagonals positive; needles are shorter than this."""
_FLAGS = 22
_ODD = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D], np.uint32)

Ints = NDArray[np.int64]
Votes = tuple[Ints, Ints]
"""Keys (needle and bucket in one number) and the votes of each."""


def _grams(letters: bytes, size: int) -> NDArray[np.uint32]:
    """Hash every gram of ``size`` bytes (a multiple of four) to 32 bits."""
    count = len(letters) - size + 1
    hashed = np.zeros(max(count, 0), np.uint32)
    for part in range(size // 4 if count > 0 else 0):
        four: NDArray[np.uint32] = np.ndarray(count, "<u4", letters, 4 * part, (1,))
        hashed += four * _ODD[part]
    return hashed ^ (hashed >> np.uint32(15))


class SeedTable:
    """The grams of many needles, ready to be looked up in any number of folds."""

    def __init__(self, needles: Sequence[bytes], size: int) -> None:
        """Gather the grams of ``size`` bytes of all needles, each gram once a needle."""
        hashes: list[NDArray[np.uint32]] = [np.zeros(0, np.uint32)]
        owners: list[Ints] = [np.zeros(0, np.int64)]
        for owner, needle in enumerate(needles):
            grams, places = np.unique(_grams(needle, size), return_index=True)
            hashes.append(grams)
            owners.append((np.int64(owner) << 32) - places + _BIAS)
        every, owned = np.concatenate(hashes), np.concatenate(owners)
        order = np.argsort(every, kind="stable")
        self.size = size
        counts = np.array([max(0, len(needle) - size + 1) for needle in needles], np.int64)
        self._least = np.maximum(counts // 40, 1)
        """Votes in one slice below which a bucket is not worth keeping."""
        self._owned = owned[order]
        self._hashes, self._starts, self._counts = np.unique(
            every[order], return_index=True, return_counts=True
        )
        self._flags = np.zeros(1 << _FLAGS, np.bool_)
        self._flags[self._hashes >> np.uint32(32 - _FLAGS)] = True

    def candidates(self, letters: bytes) -> dict[int, list[tuple[int, int]]]:
        """Find where each needle might stand.

        Args:
            letters: The fold of a text.

        Returns:
            Needle number to its candidates, most votes first: votes, and the place in the fold where the
            needle would start, give or take 64 bytes.
        """
        found: list[Votes] = []
        if len(self._hashes):
            for start in range(0, len(letters), SLICE):
                found.append(self._votes(letters[start : start + SLICE + self.size - 1], start))
                if len(found) == MERGED:
                    found = [_foremost(*_added(found))]
        return _best(found)

    def _votes(self, letters: bytes, start: int) -> Votes:
        hashed = _grams(letters, self.size)
        at = np.flatnonzero(self._flags[hashed >> np.uint32(32 - _FLAGS)])
        grams = np.searchsorted(self._hashes, hashed[at])
        grams[grams == len(self._hashes)] = 0
        real = self._hashes[grams] == hashed[at]
        at, grams = at[real], grams[real]
        at, grams = self._capped(at, grams)
        times = self._counts[grams]
        ends = np.cumsum(times)
        within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - times, times)
        owned = self._owned[np.repeat(self._starts[grams], times) + within]
        diagonals = owned + np.repeat(at + start, times)
        keys, votes = np.unique(
            (diagonals >> 32 << 32) | ((diagonals & 0xFFFFFFFF) >> BUCKET), return_counts=True
        )
        enough = votes >= self._least[keys >> 32]
        return _foremost(keys[enough], votes[enough].astype(np.int64))

    def _capped(self, at: Ints, grams: Ints) -> tuple[Ints, Ints]:
        """Drop the later hits of grams that would cast too many votes."""
        casts = np.bincount(grams, minlength=len(self._hashes)) * self._counts
        if not len(at) or int(casts.max()) <= HITS:
            return at, grams
        order = np.argsort(grams, kind="stable")
        ranked = grams[order]
        firsts = np.searchsorted(ranked, ranked)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order)) - firsts
        kept = rank < np.maximum(HITS // self._counts[grams], 1)
        return at[kept], grams[kept]


def _foremost(keys: Ints, votes: Ints) -> Votes:
    """Keep the buckets of each needle with most votes, in the order of the keys."""
    owners = keys >> 32
    order = np.lexsort((keys, -votes, owners))
    rank = np.arange(len(order)) - np.searchsorted(owners, owners[order])
    kept = np.sort(order[rank < 2 * CANDIDATES])
    return keys[kept], votes[kept]


def _added(found: Sequence[Votes]) -> Votes:
    """Add up the votes of several slices."""
    keys, back = np.unique(np.concatenate([keys for keys, _ in found]), return_inverse=True)
    votes = np.bincount(back, np.concatenate([votes for _, votes in found]), len(keys))
    return keys, votes.astype(np.int64)


def _best(found: Sequence[Votes]) -> dict[int, list[tuple[int, int]]]:
    """Add up the votes of neighbouring buckets and keep the best of each needle."""
    if not found:
        return {}
    keys, votes = _added(found)
    if not len(keys):
        return {}
    beside = np.zeros(len(votes), np.int64)
    touching = np.flatnonzero(np.diff(keys) == 1)
    beside[touching] = votes[touching + 1]
    total = votes + beside
    order = np.lexsort((keys, -total, keys >> 32))
    best: dict[int, list[tuple[int, int]]] = {}
    owners = keys[order] >> 32
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(owners)], strict=True):
        some = order[start : min(end, start + CANDIDATES)]
        places = ((keys[some] & 0xFFFFFFFF) << BUCKET) - _BIAS
        best[int(owners[start])] = list(zip(total[some].tolist(), places.tolist(), strict=True))
    return best
