"""Notes of the manuscript for which the map has no evidence."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity, Spot
from argmap.rules.at_hand import parts_with_notes
from argmap.rules.case import Case
from argmap.rules.phrases import ranges
from argmap.rules.registry import NotCheckedError, project_rule

BEYOND = 10**9
"""Stands for the number of a note that no text can have."""


@project_rule("note-without-evidence", family="citations", severity=Severity.NOTE)
def note_without_evidence(case: Case) -> Iterator[Finding]:
    """Notes of the manuscript have no evidence in the map.

    What the manuscript cites there is not in the map, so the audit does not weigh it. Record what
    each note shows, with the note under ``cited:``. The manuscript tells how many notes a part has
    where its text is here, else ``argmap.toml`` does; one finding a part.

    Found in::

        settings: |
          [parts]
          I = {title = "The attack", notes = 3}
        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, cited: [I.1, I.3]}

    Not in::

        settings: |
          [parts]
          I = {title = "The attack", notes = 3}
        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, cited: [I.1, I.3]}
          border-guard: {shows: The first shells came from the north., cited: [I.2]}
    """
    notes = case.once(notes_cited)
    if not notes.without:
        raise NotCheckedError("no manuscript is here, and no part in the settings has a number of notes")
    otherwise = set(map(part_and_number, notes.others))
    for name, numbers in notes.without.items():
        missing = [n for n in numbers if (name, n) not in otherwise] if otherwise else numbers
        if missing:
            yield Finding(
                f"{len(missing)} of the {notes.counted[name]} notes of part '{shown(name)}' "
                f"have no evidence: {ranges(missing)}",
                _spot(case, name),
                help="record what each shows, with the note under 'cited:'",
            )


def _spot(case: Case, name: str) -> Spot:
    """Name where the part's number of notes stands, or else the part."""
    part = case.project.settings.parts.get(name)
    if part is None:
        return case.setting("parts")
    return case.setting("parts", name, *(("notes",) if part.notes is not None else ()))


class NotesCited(NamedTuple):
    """The notes of the manuscript held against those under which evidence is cited."""

    counted: dict[str, int]
    """How many notes a part has, where anything tells."""
    without: dict[str, list[int]]
    """Numbers of the notes of each such part that are not cited under their plain names."""
    others: set[str]
    """What is cited and is not the plain name of such a note."""


def notes_cited(case: Case) -> NotesCited:
    """Hold the notes of the manuscript against those under which evidence is cited."""
    counted = {name: part.notes for name, part in parts_with_notes(case).items() if part.notes}
    cited = set(case.lists.notes)
    others, without = cited.copy(), dict[str, list[int]]()
    for part, count in counted.items():
        without[part] = []
        for number, name in enumerate(map(f"{part}.".__add__, map(str, range(1, count + 1))), 1):
            if name in cited:
                others.discard(name)
            else:
                without[part].append(number)
    return NotesCited(counted, without, others)


def part_and_number(note: str) -> tuple[str, int]:
    """Take a note's name apart; a letter after the number counts with the number.

    Examples:
        >>> part_and_number("IV.12"), part_and_number("app.2.7b")
        (('IV', 12), ('app.2', 7))
    """
    part, _, number = note.rpartition(".")
    digits = number if number.isdecimal() else number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return part, int(digits) if len(digits) < 10 else BEYOND
