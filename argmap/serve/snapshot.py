"""What the server knows of a project at one moment, and how that is worked out anew after a save."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.audit.live import LiveAudit
from argmap.audit.result import Audit
from argmap.audit.run import Choice, reader
from argmap.files.positions import locate
from argmap.files.project import ProjectParts, parse_file, read_bytes, read_file, read_parts
from argmap.model.errors import ArgmapError, UnreadableError
from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords
from argmap.model.vocabulary import RECORD_KINDS
from argmap.verdict.judgement import Judgement

_WHOLE = frozenset({"unreadable-file", "bad-settings"})
"""Rules that tell of a file of which nothing could be read."""


class Reader:
    """Reads the files of a project, each again only when its bytes are others."""

    def __init__(self, earlier: "Reader | None") -> None:
        """Take what was read before."""
        self._before = earlier._seen if earlier else {}
        self._seen: dict[str, tuple[bytes, FileRecords]] = {}

    def __call__(self, root: Path, file: str) -> FileRecords:
        """Read one file."""
        try:
            data = read_bytes(root, file)
        except UnreadableError:
            return read_file(root, file)
        known = self._before.get(file)
        records = known[1] if known and known[0] == data else parse_file(file, data)
        self._seen[file] = data, records
        return records


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project as it was read, with its verdicts and findings."""

    number: int
    """Goes up with every snapshot."""
    live: LiveAudit
    """The project with its verdicts, from which those after the next save are worked out."""
    audit: Audit
    """Its findings are those of the snapshot before, until it is checked."""
    is_checked: bool = False
    troubles: tuple[Finding, ...] = ()
    """Files and records that cannot be read as they are now; what was read of them last is kept."""
    read: "Reader | None" = None
    """What its files held, so that they need not be read again while they hold the same."""
    refusal: str = ""
    """Why the project cannot be opened now; everything else is as it was before that."""

    @property
    def judgement(self) -> Judgement:
        """Its verdicts."""
        return self.live.judgement


def recompute(root: Path, last: Snapshot | None) -> Snapshot:
    """Read a project and work out its verdicts: all that a page waits for after a save.

    What cannot be read for the moment, as happens while somebody writes, stays as it was before.

    Args:
        root: The project's folder.
        last: What was known before; None at first.

    Raises:
        ArgmapError: If the project cannot be opened, and nothing was known before.
    """
    number = last.number + 1 if last else 1
    read = Reader(last.read if last else None)
    try:
        parts = read_parts(root, read)
    except ArgmapError as error:
        if last is None:
            raise
        return replace(last, number=number, is_checked=True, refusal=str(error))
    troubles = tuple(locate(_troubles(parts), reader(root)))
    if last is not None and troubles:
        parts = _mended(parts, last.live.parts)
    live = last.live.after(parts) if last else LiveAudit(root, Choice(), parts)
    told = {fault.order for fault in last.troubles} if last else set()
    known = (f for f in last.audit.findings if f.order not in told) if last else ()
    findings = sorted([*troubles, *known], key=lambda finding: finding.order)
    audit = replace(last.audit, project=live.project) if last else Audit(live.project, ())
    return Snapshot(number, live, replace(audit, findings=tuple(findings)), False, troubles, read)


def with_findings(snapshot: Snapshot) -> Snapshot:
    """Audit a snapshot; this comes after its pages can be seen.

    Settings that do not fit refuse the audit; the findings are then those known before.
    """
    number = snapshot.number + 1
    try:
        audit = snapshot.live.audit
    except ArgmapError as error:
        return replace(snapshot, number=number, is_checked=True, refusal=str(error))
    return replace(snapshot, number=number, is_checked=True, audit=audit)


def _troubles(parts: ProjectParts) -> Iterator[Finding]:
    """Find why files and records cannot be read."""
    yield from filter(_is_whole, parts.faults)
    for records in parts.files:
        lost = set(records.dropped)
        for fault in records.faults:
            if _is_whole(fault) or (fault.severity is Severity.ERROR and fault.spot.path[:2] in lost):
                yield fault


def _is_whole(fault: Finding) -> bool:
    return fault.rule in _WHOLE and fault.severity is Severity.ERROR


def _mended(parts: ProjectParts, last: ProjectParts) -> ProjectParts:
    """Give what cannot be read as it was before."""
    before = {records.file: records for records in last.files}
    files = tuple(_kept(records, before.get(records.file)) for records in parts.files)
    settings = last.settings if any(f.rule == "bad-settings" for f in parts.faults) else parts.settings
    return replace(parts, files=files, settings=settings)


def _kept(records: FileRecords, before: FileRecords | None) -> FileRecords:
    """Give a file the records that it had before and that cannot be read now."""
    if before is None:
        return records
    if any(map(_is_whole, records.faults)):
        return replace(before, faults=records.faults)
    tables: dict[str, Any] = {}
    for kind, key in records.dropped:
        known = before.of_kind(kind).get(key) if kind in RECORD_KINDS else None
        if known is not None:
            tables.setdefault(kind, dict(records.of_kind(kind)))[key] = known
    lost = tuple((kind, key) for kind, key in records.dropped if key not in tables.get(kind, ()))
    return replace(records, **tables, dropped=lost)
