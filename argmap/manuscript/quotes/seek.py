"""Where in the folded texts do the parts of quotations stand? Seeds first, then alignments nearby."""

from collections.abc import Collection, Iterable, Sequence

from argmap.manuscript.quotes.alignment import Hit, align
from argmap.manuscript.quotes.parts import HEAD
from argmap.manuscript.quotes.seeds import SeedTable

TRIED = 4
"""Candidates aligned for each needle and text when none is an exact copy."""
PLACES = 40
"""Places kept for each needle and text."""
SHORT_GRAM, GRAM = 8, 12


def most_errors(length: int) -> int:
    """Say how many wrong letters a needle may have and still count as found; short ones next to none.

    Examples:
        >>> [most_errors(length) for length in (10, 16, 30, 100)]
        [0, 1, 7, 33]
    """
    if length < 12:
        return 0
    if length < 20:
        return 1
    return length // (3 if length >= 40 else 4)


def ends_of(letters: bytes) -> list[bytes]:
    """Give what a part is sought by: itself, or head and tail of a very long one."""
    return [letters] if len(letters) <= 3 * HEAD else [letters[:HEAD], letters[-HEAD:]]


def find_needles(
    needles: Collection[bytes], folds: Sequence[bytes], brackets: Collection[bytes] = ()
) -> dict[tuple[bytes, int], list[Hit]]:
    """Find every needle in every fold.

    Args:
        needles: Folded parts of quotations.
        folds: Folded texts.
        brackets: Needles whose quotation has words in brackets, and may so differ by a few words more.

    Returns:
        (needle, number of the fold) to its places, best first; what was not found is left out.
    """
    found: dict[tuple[bytes, int], list[Hit]] = {}
    wanted = sorted(set(needles))
    loose = frozenset(brackets)
    tiny = [needle for needle in wanted if len(needle) < SHORT_GRAM]
    small = [needle for needle in wanted if SHORT_GRAM <= len(needle) < GRAM]
    large = [needle for needle in wanted if len(needle) >= GRAM]
    for number, letters in enumerate(folds):
        found.update({((n, number)): hits for n in tiny if (hits := _copies(n, letters))})
    _by_seeds(small, SHORT_GRAM, folds, loose, found)
    _by_seeds(large, GRAM, folds, loose, found)
    placed = {needle for needle, _ in found}
    _by_seeds([n for n in large if n not in placed], SHORT_GRAM, folds, loose, found)
    return found


def _copies(needle: bytes, letters: bytes) -> list[Hit]:
    hits: list[Hit] = []
    start = letters.find(needle)
    while start >= 0 and len(hits) < PLACES:
        hits.append(Hit(start, start + len(needle), 0))
        start = letters.find(needle, start + 1)
    return hits


def _by_seeds(
    needles: Sequence[bytes],
    size: int,
    folds: Sequence[bytes],
    loose: frozenset[bytes],
    found: dict[tuple[bytes, int], list[Hit]],
) -> None:
    if not needles:
        return
    table = SeedTable(needles, size)
    for number, letters in enumerate(folds):
        for owner, candidates in table.candidates(letters).items():
            needle = needles[owner]
            if hits := _settle(needle, letters, candidates, size, needle in loose):
                found[needle, number] = hits


def _settle(
    needle: bytes, letters: bytes, candidates: Sequence[tuple[int, int]], size: int, loose: bool
) -> list[Hit]:
    """Look at the candidates of a needle: every exact copy, or else the best alignments."""
    length = len(needle)
    most = most_errors(length) + (min(20, length // 3) if loose and length >= 20 else 0)
    if copies := _exact_ones(needle, letters, candidates):
        return copies
    least = max(2, (length - size + 1) // 16) if length >= 20 else 1
    pad = max(24, most)
    hits: dict[int, Hit] = {}
    for votes, place in candidates[:TRIED]:
        if votes < least:
            break
        hit = align(needle, letters, place - pad, place + length + 64 + pad, most)
        if hit and hit.start not in hits:
            hits[hit.start] = hit
    return sorted(hits.values(), key=lambda hit: (hit.distance, hit.start))


def _exact_ones(needle: bytes, letters: bytes, candidates: Iterable[tuple[int, int]]) -> list[Hit]:
    starts: set[int] = set()
    for _, place in candidates:
        low = max(0, place)
        start = letters.find(needle, low, low + 64 + len(needle))
        if start < 0 and not starts:
            break
        if start >= 0:
            starts.add(start)
    return [Hit(start, start + len(needle), 0) for start in sorted(starts)]
