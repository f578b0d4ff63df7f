"""Which lines of a plain text are notes, and which numbers in its body call them.

Notes stand at page ends or at the end of the text, numbered in runs that may start again. A line that
begins with a number is a note if the number goes on a run and the text has called it; a line that
holds further markers is text (a paragraph that starts with a marker after a page break).
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from argmap.manuscript.numerals import STYLES, Numerals

LEAP = 3
"""How many numbers a run may skip."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note among the segments."""

    segment: int
    run: int
    """Ordinal of its run of numbers, from 0."""
    number: int
    text: str

    @property
    def key(self) -> str:
        """Its key in the reading."""
        return f"{self.run}:{self.number}"


@dataclass(frozen=True, slots=True)
class FoundMarker:
    """A marker in a segment of the body."""

    segment: int
    start: int
    end: int
    number: int
    key: str = ""
    """Key of the note it calls."""


@dataclass(slots=True)
class LineNotes:
    """Notes and markers of a plain text."""

    notes: list[FoundNote] = field(default_factory=list)
    markers: list[FoundMarker] = field(default_factory=list)
    style: str = "superscript"


def find_notes(segments: Sequence[str]) -> LineNotes:
    """Find the notes of a text in the first style that carries them.

    Args:
        segments: The text in paragraphs or lines, notes beginning segments of their own.
    """
    best = LineNotes()
    for style in STYLES:
        found = _in_style(segments, style)
        if len(found.notes) > 2 * len(best.notes) or (found.notes and not best.notes):
            best = found
    return best


def _in_style(segments: Sequence[str], style: Numerals) -> LineNotes:
    openings = [style.opening(segment) for segment in segments]
    marks = [style.markers(segment) for segment in segments]
    for i, opening in enumerate(openings):
        inner = [m for m in marks[i] if m[0] > 0]
        if opening and inner and style.name in ("superscript", "caret"):
            openings[i] = None
    notes = _runs(openings, marks)
    bodies = set(range(len(segments))) - {note.segment for note in notes}
    stray = style.name in ("superscript", "caret")
    markers = _paired(notes, [(i, *m) for i in sorted(bodies) for m in marks[i]], keep_stray=stray)
    markers += _recovered(segments, notes, markers, bodies)
    markers.sort(key=lambda m: (m.segment, m.start))
    if not stray and len(markers) * 2 < len(notes):
        return LineNotes(style=style.name)
    return LineNotes(notes, markers, style.name)


def _runs(openings: list[tuple[int, str] | None], marks: list[list[tuple[int, int, int]]]) -> list[FoundNote]:
    """Choose the openings that go on a run of numbers and are called before."""
    places: dict[int, list[int]] = defaultdict(list)
    for i, opening in enumerate(openings):
        if opening:
            places[opening[0]].append(i)
    called: Counter[int] = Counter()
    taken: Counter[int] = Counter()
    notes: list[FoundNote] = []
    run, last = 0, 0
    for i, opening in enumerate(openings):
        if opening is not None:
            number, text = opening
            is_called = called[number] > taken[number]
            goes_on = last < number <= last + LEAP or (not notes and is_called)
            starts = number == 1 and bool(notes) and last > 1
            if (goes_on or starts) and (is_called or not _again(places, i, number, starts)):
                run, last = run + starts, number
                taken[number] += 1
                notes.append(FoundNote(i, run, number, text))
                continue
        for _, _, number in marks[i]:
            called[number] += 1
    return notes


def _again(places: dict[int, list[int]], at: int, number: int, starts: bool) -> bool:
    """Tell whether the number opens another line before the next run starts."""
    if starts:
        return True
    later = places[number][bisect_left(places[number], at + 1) :]
    ones = places[1][bisect_left(places[1], at + 1) :]
    return bool(later) and (not ones or later[0] < ones[0])


def _paired(
    notes: list[FoundNote], marks: list[tuple[int, int, int, int]], *, keep_stray: bool
) -> list[FoundMarker]:
    """Give markers the keys of their notes, run by run."""
    keys = {(note.run, note.number): note.key for note in notes}
    markers: list[FoundMarker] = []
    used: set[str] = set()
    run, last = 0, 0
    for place, (segment, start, end, number) in enumerate(marks):
        if number == 1 and last > 1 and _ascends(marks, place):
            run, last = run + 1, 0
        key = keys.get((run, number), "")
        in_order = last < number <= last + 2 * LEAP or (last == 0 and run == 0)
        if in_order and key and key not in used:
            used.add(key)
            last = number
            markers.append(FoundMarker(segment, start, end, number, key))
        elif keep_stray and (in_order or number <= last):
            markers.append(FoundMarker(segment, start, end, number, f"{run}:{number}" if in_order else "?"))
    return markers


def _ascends(marks: list[tuple[int, int, int, int]], place: int) -> bool:
    """Tell whether a run starts here: the next markers, if any, follow the number 1."""
    following = [mark[3] for mark in marks[place + 1 : place + 4]]
    return not following or any(1 < number <= 1 + LEAP for number in following) or following[0] == 1


def _recovered(
    segments: Sequence[str], notes: list[FoundNote], markers: list[FoundMarker], bodies: set[int]
) -> list[FoundMarker]:
    """Find markers that lost their superscript: the bare number between its neighbours."""
    placed = {marker.key: marker for marker in markers}
    found = []
    for note in notes:
        if note.key in placed:
            continue
        before = placed.get(f"{note.run}:{note.number - 1}")
        after = placed.get(f"{note.run}:{note.number + 1}")
        if before is None:
            continue
        stop = after.segment if after else min(note.segment, before.segment + 40)
        bare = re.compile(rf"(?:^|(?<=[^\W\d_.,;:!?\"”’')\]])|(?<=[.,;:!?\"”’')\]])){note.number}(?=\s|$)")
        hits = [
            (i, match)
            for i in range(before.segment, stop + 1)
            if i in bodies
            for match in bare.finditer(segments[i])
            if _between(before, (i, match.start()), after) and _glued_or_alone(segments[i], match)
        ]
        alone = [hit for hit in hits if hit[1][0] == segments[hit[0]].strip()]
        chosen = alone if len(alone) == 1 else hits
        if len(chosen) == 1:
            i, match = chosen[0]
            found.append(FoundMarker(i, match.start(), match.end(), note.number, note.key))
    return found


def _between(before: FoundMarker, place: tuple[int, int], after: FoundMarker | None) -> bool:
    return (before.segment, before.start) < place and (after is None or place < (after.segment, after.start))


def _glued_or_alone(text: str, match: re.Match[str]) -> bool:
    return match.start() > 0 or match[0] == text.strip()
