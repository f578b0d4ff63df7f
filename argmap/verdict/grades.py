"""Source criticism in steps: what a piece of evidence is worth to the claim it is put to.

In the manner of GRADE (Guyatt et al. 2008): a start by the kind of witness, then steps up and
down for recorded facts, clamped to 1 (weak) … 4 (firm). Every step is kept, to be shown.
"""

from collections.abc import Mapping

from argmap.model.dataclass import dataclass
from argmap.model.edtf import Edtf
from argmap.model.errors import SettingsError, UnknownNameError
from argmap.model.records import Evidence
from argmap.model.vocabulary import GRADE_WORDS

Table = Mapping[str, int]

TABLES: dict[str, dict[str, int]] = {
    "form": {"record": 4, "testimony": 3, "scholarship": 2, "derived": 1, "unrecorded": 2},
    "grade": {"A": 4, "B": 3, "C": 2, "D": 1},
    "authenticity": {"verified": 0, "accepted": 0, "unknown": 0, "doubted": -1, "disputed": -2},
    "chain": {
        "original": 0,
        "facsimile": 0,
        "edition": 0,
        "translation": 0,
        "second translation": -1,
        "excerpt": -1,
        "quoted-in": -2,
    },
    "witness": {"actor": 0, "eyewitness": 0, "informed": 0, "hearsay": -1, "late": -1},
    "tendency": {
        "against-interest": 1,
        "neutral": 0,
        "interested": 0,
        "self-serving": -1,
        "propaganda": -2,
    },
    "bearing": {"direct": 0, "inferential": -1, "circumstantial": -2, "silence": -2},
    "strength": {"firm": 4, "good": 3, "limited": 2, "weak": 1},
}
"""Table to word to steps; those in ``STARTS`` give a start, the others change it."""

STARTS = ("form", "grade", "strength")

LATE_AFTER = 3653
"""Days after the event from which testimony counts as late: ten years."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a grading."""

    table: str
    word: str
    change: int


@dataclass(frozen=True, slots=True)
class Grading:
    """What a piece of evidence is worth, and the steps that led there."""

    value: int
    """0 (excluded) or 1 … 4."""
    steps: tuple[Step, ...]
    """The start first."""

    @property
    def word(self) -> str:
        """The grade as a word."""
        return GRADE_WORDS[self.value]

    def __str__(self) -> str:
        """Tell the steps in one line.

        Examples:
            >>> str(Grading(3, (Step("form", "record", 4), Step("bearing", "inferential", -1))))
            'good: form record 4, bearing inferential -1'
        """
        told = [
            f"{s.table} {s.word} {s.change if s.table in STARTS else format(s.change, '+d')}"
            for s in self.steps
            if s.change or s.table in STARTS
        ]
        return f"{self.word}: {', '.join(told)}" if told else self.word


def tables(changes: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Give the tables with a project's changes in them.

    Raises:
        UnknownNameError: If a change names no table or word of ours.
        SettingsError: If a start lies outside 0 … 4.
    """
    mine = {name: dict(table) for name, table in TABLES.items()}
    for name, table in changes.items():
        if name not in mine:
            raise UnknownNameError("grade table", name, mine)
        for word, steps in table.items():
            if word not in mine[name]:
                raise UnknownNameError(f"word in grade table '{name}'", word, mine[name])
            if name in STARTS and not 0 <= steps <= 4:
                raise SettingsError(f"grade table '{name}': {word} = {steps} is not in 0 … 4")
            mine[name][word] = steps
    return mine


def document_steps(evidence: Evidence, table: Mapping[str, Table] = TABLES) -> list[Step]:
    """Grade what is recorded of the document itself, whatever it is put to."""
    if evidence.grade is not None:
        return [Step("grade", evidence.grade, table["grade"][evidence.grade])]
    form = evidence.form or "unrecorded"
    steps = [Step("form", form, table["form"][form])]
    if evidence.authenticity is not None and evidence.authenticity != "forged":
        change = table["authenticity"][evidence.authenticity]
        steps.append(Step("authenticity", evidence.authenticity, change))
    translations = 0
    for link in evidence.chain:
        word = link.split("(")[0]
        translations += word == "translation"
        if word == "translation" and translations > 1:
            word = "second translation"
        steps.append(Step("chain", word, table["chain"][word]))
    if evidence.witness is not None:
        steps.append(Step("witness", evidence.witness, table["witness"][evidence.witness]))
    return steps


def grade(
    evidence: Evidence,
    *,
    bearing: str | None = None,
    tendency: str | None = None,
    event: Edtf | None = None,
    table: Mapping[str, Table] = TABLES,
) -> Grading:
    """Grade evidence as one link reads it.

    Args:
        evidence: The record.
        bearing: How it bears on the claim; direct when None.
        tendency: Its maker's interest; neutral when None.
        event: The time the claim is about: testimony given over ten years later is late.
        table: The grade tables.
    """
    if evidence.authenticity == "forged":
        return Grading(0, (Step("authenticity", "forged", 0),))
    steps = document_steps(evidence, table)
    if evidence.grade is None and evidence.form == "testimony" and is_late(evidence.made, event):
        steps.append(Step("witness", "late", table["witness"]["late"]))
    if tendency is not None:
        steps.append(Step("tendency", tendency, table["tendency"][tendency]))
    if bearing is not None:
        steps.append(Step("bearing", bearing, table["bearing"][bearing]))
    total = sum(step.change for step in steps)
    return Grading(min(4, max(1, total)), tuple(steps))


def is_late(made: Edtf | None, event: Edtf | None) -> bool:
    """Tell whether testimony was given so long after what it is about that it counts as late."""
    if made is None or event is None or made.earliest is None or event.latest is None:
        return False
    return made.earliest - event.latest > LATE_AFTER
