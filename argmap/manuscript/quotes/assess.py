"""One quotation at one place: the ladder on every part, the guards, and the gaps between parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.manuscript.quotes.context import cut_inside_words, cut_words, gap_words
from argmap.manuscript.quotes.fold import FoldedText
from argmap.manuscript.quotes.judge import Judgement, judge_part
from argmap.manuscript.quotes.parts import Part
from argmap.manuscript.quotes.placing import GAP, Placing
from argmap.manuscript.quotes.records import RANK, Change, GuardHit, Verdict

ALIKE = 0.8
"""Share of letters that must agree for a difference to be an alteration; below it is only near."""
LEAST = 0.6
"""Share of letters that must agree for a quotation to count as found, unless brackets explain the rest."""
MISSING = 0.5
"""Share of letters in parts that were not found, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What one place says of a quotation."""

    text: int
    verdict: Verdict
    span: tuple[int, int]
    score: float
    diff: tuple[Change, ...]
    gaps: tuple[int, ...]
    guards: tuple[GuardHit, ...]
    notes: tuple[str, ...]


def assess(
    parts: Sequence[Part], placing: Placing, folded: FoldedText, has_ellipsis: bool
) -> Assessment | None:
    """Judge a quotation at one place; None where too little of it stands there.

    Args:
        parts: Its parts.
        placing: Where they stand.
        folded: The text.
        has_ellipsis: An ellipsis was written, be it only before or after the words.
    """
    total = sum(len(part.letters) for part in parts)
    score = max(0.0, 1 - placing.wrong / total)
    missing = sum(len(p.letters) for p, hit in zip(parts, placing.hits, strict=True) if hit is None)
    if missing > total * MISSING:
        return None
    judged = [
        judge_part(folded.text, *folded.span(hit.start, hit.end), part.text) if hit else None
        for part, hit in zip(parts, placing.hits, strict=True)
    ]
    placed = [judgement for judgement in judged if judgement]
    gaps, guards = _between(folded.text, judged, placing.in_order)
    notes = [note for judgement in placed for note in judgement.notes]
    for part, judgement in zip(parts, judged, strict=True):
        if not judgement:
            notes.append(f"a part is not there: “{part.text[:60]}”")
    if not placing.in_order:
        notes.append("its parts do not stand in this order, or far apart")
    verdict = max((judgement.verdict for judgement in placed), key=RANK.__getitem__)
    if has_ellipsis and verdict in (Verdict.EXACT, Verdict.TYPOGRAPHIC):
        verdict = Verdict.ELIDED
    if missing or not placing.in_order or any(hit.weighs for hit in guards):
        verdict = max(verdict, Verdict.ALTERED, key=RANK.__getitem__)
    if verdict.is_clean:
        score = 1.0
    elif score < LEAST:
        return None
    elif score < ALIKE:
        verdict = Verdict.NEAR
    return Assessment(
        text=placing.text,
        verdict=verdict,
        span=(min(j.start for j in placed), max(j.end for j in placed)),
        score=round(score, 4),
        diff=_whole_diff(parts, judged),
        gaps=tuple(gaps),
        guards=tuple(dict.fromkeys([*(hit for j in placed for hit in j.guards), *guards])),
        notes=tuple(dict.fromkeys(notes)),
    )


def _between(
    text: str, judged: Sequence[Judgement | None], in_order: bool
) -> tuple[list[int], list[GuardHit]]:
    """Look at what was cut off before each part, and swallowed between parts."""
    gaps: list[int] = []
    guards: list[GuardHit] = []
    before: Judgement | None = None
    for judgement in judged:
        if judgement is None:
            continue
        start, end = judgement.start, judgement.end
        if before and in_order and before.end <= start <= before.end + 3 * GAP:
            count, hits = gap_words(text, before.end, start)
            gaps.append(count)
            guards += [*hits, *cut_words(text, start, before.end, "gap")]
        else:
            guards += cut_words(text, start, 0, "before")
        guards += cut_inside_words(text, start, end)
        before = judgement
    weighing = {(hit.guard, hit.words) for hit in guards if hit.weighs}
    return gaps, [hit for hit in guards if hit.weighs or (hit.guard, hit.words) not in weighing]


def _whole_diff(parts: Sequence[Part], judged: Sequence[Judgement | None]) -> tuple[Change, ...]:
    """String the word diffs of the parts together; empty where no part differs."""
    if all(judgement and not judgement.diff for judgement in judged):
        return ()
    changes: list[Change] = []
    for part, judgement in zip(parts, judged, strict=True):
        if judgement is None:
            changes.append(Change("inserted", part.text))
        else:
            changes += judgement.diff or (Change("same", part.text),)
    return tuple(changes)
