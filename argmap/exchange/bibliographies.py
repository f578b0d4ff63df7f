"""What formats of bibliographies share: sources in, sources out, and what becomes of everything else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.exchange.flatten import tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.model.edtf import Edtf
from argmap.model.errors import UnreadableError
from argmap.model.finding import Finding
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Source

_ROLES = ("author", "editor", "interviewer", "director", "translator", "recipient")


def imported(records: FileRecords, loss: LossReport | None = None) -> Imported:
    """Make a project of the sources of a file; its faults go into the report, with their lines.

    Args:
        records: What the file held.
        loss: The report to go on with.

    Raises:
        UnreadableError: If the file as a whole cannot be read.
    """
    loss = loss if loss is not None else LossReport()
    dropped = {key for _, key in records.dropped}
    for fault in records.faults:
        if fault.rule == "unreadable-file":
            raise UnreadableError(_placed(fault, records.file))
        id = fault.subjects[0] if fault.subjects else ""
        is_gone = not id or id in dropped or fault.rule in ("duplicate-id", "bad-id")
        tell = loss.drop if is_gone else loss.change
        tell("source" if is_gone else f"source.{_field(fault)}", id, _placed(fault, ""))
    for key in dropped - {subject for fault in records.faults for subject in fault.subjects}:
        loss.drop("source", key, "it cannot be read")
    if records.sources:
        loss.keep("source", len(records.sources))
    return Imported(merge([replace(records, faults=(), dropped=())]), loss)


def _field(fault: Finding) -> str:
    last = fault.spot.path[-1] if fault.spot.path else ""
    return str(last) if len(fault.spot.path) > 2 else "field"


def _placed(fault: Finding, file: str) -> str:
    """Tell a fault with its line, where it is known."""
    at = f"line {fault.spot.at[0]}: " if fault.spot.at else ""
    return f"{file}{': ' if file else ''}{at}{fault.message}"


def without_sources(project: Project, loss: LossReport) -> None:
    """Report that a bibliography holds sources and nothing else of a map.

    Args:
        project: The map.
        loss: The report.
    """
    tell_losses(replace(project, sources={}), loss, {})


def csl_of(key: str, source: Source) -> dict[str, Any]:
    """Give a source as a CSL item, whole, under its id.

    Args:
        key: Its id.
        source: The source.
    """
    item = dict(source.csl) if source.csl is not None else _made(source)
    item = {"id": key, "type": source.type, **{k: v for k, v in item.items() if k not in ("id", "type")}}
    ours: dict[str, Any] = {} if source.listed else {"listed": False}
    if source.edition_of is not None:
        ours["edition_of"] = source.edition_of
    if ours and source.csl is None:
        item["custom"] = ours
    return item


def _made(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"title": source.title}
    if source.authors:
        item["author"] = [_name(name) for name in source.authors]
    if source.issued is not None:
        item["issued"] = csl_date_of(source.issued)
    if source.container:
        item["container-title"] = source.container
    if source.archive:
        item["archive"] = source.archive
    return item


def _name(text: str) -> dict[str, str]:
    family, comma, given = text.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": text}


def csl_date_of(date: Edtf) -> dict[str, Any]:
    """Write a date as CSL-JSON has it; EDTF text where its parts could not say it.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> csl_date_of(parse_edtf("1950-06")), csl_date_of(parse_edtf("195X"))
        ({'date-parts': [[1950, 6]]}, {'raw': '195X'})
    """
    pieces = date.text.split("-")
    if all(piece.isdecimal() and piece.isascii() for piece in pieces) and len(pieces[0]) == 4:
        numbers = [int(piece) for piece in pieces]
        if len(numbers) < 2 or 1 <= numbers[1] <= 12:
            return {"date-parts": [numbers]}
    return {"raw": date.text}


def filled(item: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what holds nothing."""
    return {name: value for name, value in item.items() if value not in (None, "", [], {})}
