"""Evidence that points at a note which the manuscript does not have."""

from collections.abc import Iterator, Mapping

from argmap.model.errors import nearest, shown
from argmap.model.finding import Finding, Severity
from argmap.model.settings import Part
from argmap.rules.at_hand import parts_with_notes
from argmap.rules.case import Case
from argmap.rules.note_without_evidence import BEYOND, notes_cited, part_and_number
from argmap.rules.phrases import named
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("evidence-for-no-note", family="citations", severity=Severity.ERROR)
def evidence_for_no_note(case: Case) -> Iterator[Finding]:
    """Evidence names a note that the manuscript does not have.

    Under ``cited:`` stand the notes of the manuscript as part and number. This one names a part
    that ``argmap.toml`` does not know, or a number beyond the part's last note. Mend the note, or
    the part's entry in the settings.

    Found in::

        settings: |
          [parts]
          I = {title = "The attack", notes = 3}
        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, cited: [I.4]}

    Not in::

        settings: |
          [parts]
          I = {title = "The attack", notes = 3}
        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, cited: [I.3]}
    """
    parts = parts_with_notes(case)
    if not parts:
        raise NotCheckedError("no manuscript is here, and the settings name no parts of it")
    last = {name: BEYOND if part.notes is None else part.notes for name, part in parts.items()}
    wrong = {}
    cited = set(case.lists.notes)
    several = len(cited) > sum(part.notes or 0 for part in parts.values())
    for note in case.once(notes_cited).others if several else cited:
        name, number = part_and_number(note)
        if not 0 < number <= last.get(name, 0):
            wrong[note] = name, number
    for key, item in case.lists.evidence_with("cited") if wrong else ():
        for i, note in enumerate(item.cited):
            if note in wrong:
                fault, cure = _fault(*wrong[note], parts)
                message = f"evidence '{key}' is cited in note '{shown(note)}', {fault}"
                yield Finding(message, case.project.spot("evidence", key, "cited", i), (key,), cure)


def _fault(name: str, number: int, parts: Mapping[str, Part]) -> tuple[str, str]:
    """Say what is wrong with a note of a part, and the cure."""
    part = parts.get(name)
    if part is None:
        meant = nearest(name, parts)
        cure = f"did you mean '{shown(meant)}'?" if meant else f"parts are {named(parts)}"
        return f"and there is no part '{shown(name)}'", cure
    if number == 0:
        return "and notes are numbered from 1", "mend the number"
    return (
        f"and part '{shown(name)}' has only {part.notes}",
        "mend the number, or the part's 'notes' in the settings",
    )
