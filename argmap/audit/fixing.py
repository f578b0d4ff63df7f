"""Carries fixes out: file by file, round by round, and all in memory until it is told to write."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from argmap.audit.result import Audit
from argmap.audit.run import Choice, Reader, audit_parts, reader
from argmap.files.amend import FileText
from argmap.files.atomic import write_bytes
from argmap.files.project import ProjectParts, parse_file, read_parts
from argmap.files.settings_file import parse_settings
from argmap.model.dataclass import dataclass, field, replace
from argmap.model.errors import ArgmapError, shown
from argmap.model.finding import Finding
from argmap.model.fix import Fix

ROUNDS = 10
"""How often the audit is run again after fixes, at most."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What fixing a project comes to."""

    audit: Audit
    """What is found afterwards."""
    fixed: tuple[Finding, ...] = ()
    """What was put right, in the order in which it was."""
    files: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """Files that change: their bytes before and after."""

    def write(self, root: Path) -> None:
        """Write the files that change.

        Raises:
            ArgmapError: If one of them was changed by someone else meanwhile; then nothing is written.
            UnreadableError: If one cannot be written.
        """
        read = reader(root)
        for file, (before, _) in self.files.items():
            if read(file) != before:
                raise ArgmapError(f"'{shown(file)}' was changed while it was being fixed; nothing is written")
        for file, (_, after) in self.files.items():
            write_bytes(root / file, after)

    def diff(self) -> str:
        """Give the changes as a unified diff."""
        return "".join(
            piece for file, (old, new) in sorted(self.files.items()) for piece in _file_diff(file, old, new)
        )


def repair(root: Path, choice: Choice, *, unsafe: bool = False) -> Repair:
    """Work out a project with everything fixed that can be; nothing is written.

    Args:
        root: The project's folder.
        choice: Which rules run.
        unsafe: Whether to make fixes too that may not be what the author means.
    """
    parts = read_parts(root)
    disk = reader(root)
    changed: dict[str, bytes] = {}
    fixed: list[Finding] = []
    refused: set[tuple[str, Fix]] = set()

    def read(file: str) -> bytes | None:
        return changed[file] if file in changed else disk(file)

    audit = audit_parts(root, parts, choice, read)
    for _ in range(ROUNDS):
        wanted = [f for f in audit.findings if f.fix and (f.fix.safe or unsafe)]
        new = _round([f for f in wanted if (f.rule, _plain(f)) not in refused], read, refused)
        if not new.files:
            break
        changed.update(new.files)
        fixed += new.findings
        parts = _read_again(parts, new.files)
        audit = audit_parts(root, parts, choice, read)
    files = {file: (disk(file) or b"", data) for file, data in changed.items()}
    return Repair(audit, tuple(fixed), files)


@dataclass(slots=True)
class _Round:
    files: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def _plain(finding: Finding) -> Fix:
    assert finding.fix is not None
    return replace(finding.fix, edits=())


def _round(wanted: list[Finding], read: Reader, refused: set[tuple[str, Fix]]) -> _Round:
    """Fix each file once; what overlaps is left for the next round."""
    done = _Round()
    by_file: dict[str, list[Finding]] = {}
    for finding in wanted:
        by_file.setdefault(_plain(finding).changes[0].spot.file, []).append(finding)
    for file, findings in sorted(by_file.items()):
        before = read(file)
        if before is None:
            continue
        amended = FileText(file, before).amend([_plain(finding) for finding in findings])
        refused.update((findings[i].rule, _plain(findings[i])) for i in amended.refused)
        if amended.done and amended.data != before:
            done.files[file] = amended.data
            done.findings += [findings[i] for i in amended.done]
    return done


def _read_again(parts: ProjectParts, files: dict[str, bytes]) -> ProjectParts:
    """Read the files that changed."""
    new = {file: parse_file(file, data) for file, data in files.items() if file != parts.settings_file}
    parts = replace(parts, files=tuple(new.get(each.file, each) for each in parts.files))
    if parts.settings_file in files:
        settings, faults = parse_settings(parts.settings_file, files[parts.settings_file])
        others = tuple(fault for fault in parts.faults if fault.rule != "bad-settings")
        parts = replace(parts, settings=settings, faults=(*faults, *others))
    return parts


def _file_diff(file: str, old: bytes, new: bytes) -> Iterator[str]:
    before, after = (data.decode("utf-8", "replace").splitlines(keepends=True) for data in (old, new))
    name = shown(file, 4096)
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
