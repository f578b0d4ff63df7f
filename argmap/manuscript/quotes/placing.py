"""The parts of one quotation, put in order at one place of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.manuscript.quotes.alignment import Hit, align
from argmap.manuscript.quotes.parts import HEAD, Part
from argmap.manuscript.quotes.seek import ends_of, most_errors

GAP = 6000
"""An ellipsis may leave out so many letters (some thousand words); beyond, the parts stand far apart."""
ANCHORS = 20
"""Places tried for the longest part of a quotation."""


@dataclass(frozen=True, slots=True)
class Placing:
    """One place where a quotation may stand."""

    text: int
    """Number of the text."""
    hits: tuple[Hit | None, ...]
    """Where each part stands, in the fold; None for a part that was not found."""
    wrong: int
    """Letters that differ or are missing, in all parts."""
    in_order: bool
    """Every part after the one before, and no gap beyond all measure."""


def placings(
    parts: Sequence[Part], text: int, letters: bytes, found: dict[tuple[bytes, int], list[Hit]]
) -> list[Placing]:
    """Put the parts of a quotation in order, wherever its longest part stands.

    Args:
        parts: Its parts.
        text: Number of the text.
        letters: Fold of the text.
        found: What ``find_needles`` found.

    Returns:
        Places, best first.
    """
    places = {part: _part_hits(part, text, letters, found) for part in parts}
    for anchor in sorted(range(len(parts)), key=lambda i: -len(parts[i].letters))[:3]:
        if hits := places[parts[anchor]][:ANCHORS]:
            chains = (_chain(parts, anchor, hit, places, letters, text) for hit in hits)
            return sorted(set(chains), key=_rank)
    return []


def _rank(placing: Placing) -> tuple[int, bool, int]:
    return placing.wrong, not placing.in_order, next((hit.start for hit in placing.hits if hit), 0)


def _part_hits(part: Part, text: int, letters: bytes, found: dict[tuple[bytes, int], list[Hit]]) -> list[Hit]:
    ends = ends_of(part.letters)
    heads = found.get((ends[0], text), [])
    if len(ends) == 1:
        return heads
    length, hits = len(part.letters), []
    for head in heads:
        if letters[head.start : head.start + length] == part.letters:
            hits.append(Hit(head.start, head.start + length, 0))
            continue
        low, high = head.start + length * 7 // 10, head.start + length * 13 // 10
        for tail in found.get((ends[1], text), []):
            if low <= tail.end <= high:
                hits.append(Hit(head.start, tail.end, _scaled(head, tail, length)))
                break
    return hits


def _scaled(head: Hit, tail: Hit, length: int) -> int:
    """Estimate the errors of a long part from those of its ends."""
    return max(1, (head.distance + tail.distance) * length // (2 * HEAD), abs(tail.end - head.start - length))


def _chain(
    parts: Sequence[Part],
    anchor: int,
    hit: Hit,
    places: dict[Part, list[Hit]],
    letters: bytes,
    text: int,
) -> Placing:
    hits: list[Hit | None] = [None] * len(parts)
    hits[anchor] = hit
    in_order = True
    after = hit.end
    for number in range(anchor + 1, len(parts)):
        found = _near(parts[number], places, letters, after, min(len(letters), after + GAP), False)
        hits[number], in_order = _or_anywhere(found, parts[number], places, in_order)
        after = found.end if found else after
    before = hit.start
    for number in range(anchor - 1, -1, -1):
        found = _near(parts[number], places, letters, max(0, before - GAP), before, True)
        hits[number], in_order = _or_anywhere(found, parts[number], places, in_order)
        before = found.start if found else before
    pairs = zip(parts, hits, strict=True)
    wrong = sum(found.distance if found else len(part.letters) for part, found in pairs)
    return Placing(text, tuple(hits), wrong, in_order)


def _or_anywhere(
    found: Hit | None, part: Part, places: dict[Part, list[Hit]], in_order: bool
) -> tuple[Hit | None, bool]:
    if found or not places[part] or len(part.letters) < 12:
        return found, in_order
    return places[part][0], False


def _near(
    part: Part, places: dict[Part, list[Hit]], letters: bytes, low: int, high: int, last: bool
) -> Hit | None:
    """Find a part in the gap beside its neighbour: the nearest of its places, or else by looking again."""
    inside = [hit for hit in places[part] if low <= hit.start and hit.end <= high]
    if inside:
        return (max if last else min)(inside, key=lambda hit: hit.start)
    needle = part.letters
    if len(needle) > 3 * HEAD:
        return None
    start = letters.rfind(needle, low, high) if last else -1
    if start >= 0:
        return Hit(start, start + len(needle), 0)
    allowed = min(12 * part.brackets, len(needle) // 2)
    return align(needle, letters, low, high, most_errors(len(needle)) + allowed)
