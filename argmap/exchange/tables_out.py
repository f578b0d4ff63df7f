"""A map as one table: a row for every record and every argument."""

import json
import re
from collections.abc import Iterator
from typing import Any

from argmap.exchange.flatten import flat_steps, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import record_object
from argmap.model.records import Argument, Claim, Event, Evidence, Scholar, School, Source
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.verdict.judgement import Judgement

COLUMNS = (
    "record", "id", "text", "kind", "part", "section", "when", "held_by", "hedge", "standard",
    "source", "locator", "made", "form", "grade", "challenged_by",
    "for", "against", "from", "because", "scheme", "strength", "weight", "unless", "answer",
    "remark", "verdict", "more",
)  # fmt: skip
"""The columns that we write; ``more`` holds the fields without a column, as JSON."""

LISTS = frozenset(("held_by", "challenged_by", "from", "unless", "answer"))
WORDS = {"claims": "text", "evidence": "shows", "events": "text", "schools": "name", "scholars": "name"}

_CLASSES: dict[str, Any] = {
    "claims": Claim, "evidence": Evidence, "schools": School, "scholars": Scholar, "events": Event,
    "arguments": Argument, "sources": Source,
}  # fmt: skip
_HOLDS = {kind: tuple(record.__dataclass_fields__) for kind, record in _CLASSES.items()}
_FORMULA = re.compile(r"'*[=+\-@]")

Row = dict[str, str]


def rows_of(judgement: Judgement, loss: LossReport) -> Iterator[Row]:
    """Give the rows of a map.

    Args:
        judgement: The map and its verdicts.
        loss: The report to write to.
    """
    project = judgement.project
    tell_losses(project, loss, _HOLDS)
    for kind in RECORD_KINDS:
        for key, record in project.of_kind(kind).items():
            fields = record_object(kind, record)
            words = fields.pop(WORDS.get(kind, "title"), "")
            for name in ("for", "against"):
                if kind == "claims":
                    fields.pop(name, None)
            row = {"record": SINGULAR[kind], "id": key, "text": str(words)}
            if kind == "claims":
                row["verdict"] = judgement.verdicts[key].verdict
            yield row | _cells(fields)
    for step in flat_steps(project):
        fields = record_object_of(step.argument)
        yield {"record": "argument", "id": step.id, step.side: step.conclusion} | _cells(fields)


def record_object_of(argument: Argument) -> dict[str, Any]:
    """Give the fields of an argument under their names in the files."""
    fields = {
        "from" if name == "premises" else name: getattr(argument, name)
        for name in Argument.__dataclass_fields__
    }
    return {name: value for name, value in fields.items() if value not in (None, ())}


def _cells(fields: dict[str, Any]) -> Row:
    """Put fields into columns; those without one, or of a shape that no cell holds, into ``more``."""
    cells: Row = {}
    more: dict[str, Any] = {}
    for name, value in fields.items():
        if name in LISTS and all(isinstance(v, str) and ";" not in v for v in value):
            cells[name] = "; ".join(value)
        elif (
            name in COLUMNS
            and name not in ("more", "verdict", "record", "id")
            and isinstance(value, str | float)
        ):
            cells[name] = value if isinstance(value, str) else repr(value)
        else:
            more[name] = value
    if more:
        cells["more"] = json.dumps(more, ensure_ascii=False)
    return cells


def guarded(cell: str) -> str:
    """Mark a cell that a spreadsheet would take for a formula; reading takes the mark away.

    Examples:
        >>> guarded("=1+1"), unguarded(guarded("'=1")), guarded("fine")
        ("'=1+1", "'=1", 'fine')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Take the mark away again."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
