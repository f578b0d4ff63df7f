"""An audit that is kept up to date while its project is edited.

After a save the files that were saved are read, the verdicts that hang on what changed are worked out
anew, the rules run, and places are looked up again in those files alone. The result is that of an audit
from scratch.
"""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Self

from argmap.audit.result import Audit
from argmap.audit.run import Choice, case_of, check_case, check_file, put_together, reader
from argmap.files.positions import Known
from argmap.files.project import ProjectParts, read_file, read_parts
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.dataclass import replace
from argmap.model.edits import Edit, edited
from argmap.model.finding import Finding
from argmap.model.project import FileRecords, Project
from argmap.rules.case import Case
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.rejudging import rejudge

MOST_EDITS = 1_000
"""Edits after which a project is put together and judged from scratch: each leaves unused room behind."""


class LiveAudit:
    """A project as it is at one moment, with what the next moment can use again.

    One thread may audit it while another asks for the next one.
    """

    def __init__(self, root: Path, choice: Choice, parts: ProjectParts) -> None:
        """Take a project that was read.

        Args:
            root: The project's folder, from which texts are read.
            choice: Which rules run.
            parts: Its files.
        """
        self.root, self.choice, self.parts = root, choice, parts
        self.project = parts.project()
        self._edits = 0
        self._places: Known = {}
        self._of_file: dict[str, list[Finding]] = {}
        self._texts: TextsAtHand | None = None

    @cached_property
    def judgement(self) -> Judgement:
        """The verdicts."""
        return judge(self.project)

    @cached_property
    def _case(self) -> Case:
        case = case_of(self.root, self.project)
        case.judged(self.judgement)
        if self._texts is not None:
            case.texts.keep(self._texts)
        self._texts = case.texts
        return case

    @cached_property
    def audit(self) -> Audit:
        """What the rules find; worked out when first asked for.

        Raises:
            SettingsError: If ``argmap.local.toml`` does not fit.
        """
        chosen = self.choice.rules(self.parts.settings.rules)
        found: list[Finding] = []
        for records in self.parts.files:
            if records.file not in self._of_file:
                self._of_file[records.file] = check_file(records, chosen)
            found += self._of_file[records.file]
        more, not_checked = check_case(self._case, chosen)
        found += more
        read = reader(self.root)
        return put_together(self._case, chosen, found, not_checked, self.choice, read, self._places)

    def after(self, parts: ProjectParts) -> Self:
        """Give the project as it is after a save.

        Args:
            parts: Its files now; the records of a file that was not saved are the same object as before.
        """
        edit = _edit(self.project, self.parts, parts) if self._edits < MOST_EDITS else None
        made = object.__new__(type(self))
        made.root, made.choice, made.parts = self.root, self.choice, parts
        made._edits, made._texts = self._edits + 1 if edit else 0, self._texts
        made.project = edit.project if edit else parts.project()
        if edit:
            vars(made)["judgement"] = rejudge(self.judgement, made.project, edit.changed).judgement
        same = {id(records) for records in self.parts.files}
        kept = {records.file for records in parts.files if id(records) in same}
        made._places = {file: places for file, places in [*self._places.items()] if file in kept}
        made._of_file = {}
        if parts.settings.rules == self.parts.settings.rules:
            made._of_file = {file: found for file, found in [*self._of_file.items()] if file in kept}
        return made


def read_again(root: Path, parts: ProjectParts, saved: Collection[str]) -> ProjectParts:
    """Read the files of a project that were saved.

    Args:
        root: The project's folder.
        parts: What was read before.
        saved: Names of the files from the root; such as came or went count, and so do the settings.

    Raises:
        ProjectNotFoundError: If the folder is gone.
    """
    known = {records.file: records for records in parts.files}

    def read(root: Path, file: str) -> FileRecords:
        return read_file(root, file) if file in saved or file not in known else known[file]

    if all(file in known and _is_plain(root / file) for file in saved):
        return replace(parts, files=tuple(read(root, records.file) for records in parts.files))
    return read_parts(root, read)


def _edit(project: Project, before: ProjectParts, now: ProjectParts) -> Edit | None:
    """Tell what a save comes to; None where the project is to be put together from all its files."""
    if replace(now, files=()) != replace(before, files=()) or len(now.files) != len(before.files):
        return None
    pairs = [pair for pair in zip(before.files, now.files, strict=True) if pair[0] is not pair[1]]
    if any(old.file != new.file for old, new in pairs):
        return None
    edit = edited(project, pairs)
    if edit is None:
        return None
    return Edit(replace(edit.project, faults=now.all_faults()), edit.changed)


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()
