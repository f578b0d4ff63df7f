"""One quotation in one text: every place where it may stand, judged."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.manuscript.quotes.alignment import Hit
from argmap.manuscript.quotes.assess import Assessment, assess
from argmap.manuscript.quotes.fold import FoldedText, fold
from argmap.manuscript.quotes.parts import Part, split_parts
from argmap.manuscript.quotes.placing import Placing, placings
from argmap.manuscript.quotes.records import RANK, Verdict
from argmap.manuscript.quotes.words import is_inside_word

JUDGED = 12
"""Places judged for each quotation and text."""
FEW = 20
"""A quotation of fewer letters is also looked for as its very characters, should seeking have missed it."""
COPIES = 2_000
"""Copies of a short quotation looked at to find those that are whole words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotation, cut up for seeking."""

    exact: str
    """As printed, outer spaces gone."""
    parts: tuple[Part, ...]
    has_ellipsis: bool
    """An ellipsis was written, be it only before or after the words."""

    @property
    def is_marked(self) -> bool:
        """Whether it has ellipses or brackets, which may be the source's own."""
        return self.has_ellipsis or any(part.brackets for part in self.parts)


def cut_up(exact: str | None) -> Cut:
    """Cut a quotation at its ellipses."""
    parts, has_ellipsis = split_parts(exact or "")
    return Cut((exact or "").strip(), tuple(parts), has_ellipsis)


def judged_places(
    cut: Cut, number: int, folded: FoldedText, found: dict[tuple[bytes, int], list[Hit]]
) -> list[Assessment]:
    """Judge a quotation wherever it may stand in one text.

    Args:
        cut: The quotation.
        number: Number of the text.
        folded: The text.
        found: What ``find_needles`` found.
    """
    if not cut.parts:
        return list(_to_the_letter(cut.exact, number, folded)) if fold(cut.exact) else []
    spots = placings(cut.parts, number, folded.letters, found)
    least = spots[0].wrong if spots else 0
    judged: list[Assessment] = []
    for placing in spots[:JUDGED]:
        if placing.wrong > 2 * least + 8:
            break
        place = assess(cut.parts, placing, folded, cut.has_ellipsis)
        if cut.is_marked:
            place = _as_it_stands(cut.exact, placing, folded) or place
        if place:
            judged.append(place)
    short = sum(len(part.letters) for part in cut.parts) < FEW
    if (short or (spots and not least)) and not any(place.verdict is Verdict.EXACT for place in judged):
        judged += _to_the_letter(cut.exact, number, folded)
    return judged


def _as_it_stands(exact: str, spot: Placing, folded: FoldedText) -> Assessment | None:
    """Judge the quotation as one part, in case brackets and ellipses are the source's own."""
    whole = Part(exact, fold(exact), 0)
    around = [hit.start for hit in spot.hits if hit]
    low, high = max(0, min(around) - len(whole.letters)), max(around) + 2 * len(whole.letters)
    start = folded.letters.find(whole.letters, low, high)
    if start < 0:
        return None
    judged = _as_one_part(whole, spot.text, start, folded)
    return judged if judged and RANK[judged.verdict] <= RANK[Verdict.TYPOGRAPHIC] else None


def _to_the_letter(exact: str, number: int, folded: FoldedText) -> Iterator[Assessment]:
    """Judge the places where the very characters stand, whole words before others."""
    whole = Part(exact, fold(exact), 0)
    text = folded.text
    copies: dict[bool, list[int]] = {True: [], False: []}
    start = text.find(exact)
    for _ in range(COPIES):
        if start < 0 or len(copies[True]) == JUDGED:
            break
        copies[not (is_inside_word(text, start) or is_inside_word(text, start + len(exact)))].append(start)
        start = text.find(exact, start + 1)
    for start in (copies[True] + copies[False])[:JUDGED]:
        if judged := _as_one_part(whole, number, folded.letter(start), folded):
            yield judged


def _as_one_part(whole: Part, number: int, start: int, folded: FoldedText) -> Assessment | None:
    hit = Hit(start, start + len(whole.letters), 0)
    return assess([whole], Placing(number, (hit,), 0, True), folded, False)
