"""An audit that is kept up to date while its project is edited.

After a save the files that were saved are read, the verdicts that hang on what changed are worked out
anew, the rules run, and places are looked up again in those files alone. The result is that of an audit
from scratch.
"""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Self

from argmap.audit.following import Followed, Since
from argmap.audit.ledger import TieError
from argmap.audit.result import Audit
from argmap.audit.run import Choice, audit_read, case_of, reader
from argmap.files.project import ProjectParts, read_file, read_parts
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.collector import collector_off
from argmap.model.dataclass import replace
from argmap.model.edits import Edit, edited
from argmap.model.project import FileRecords, Project
from argmap.rules.case import Case
from argmap.verdict.judgement import Judgement, judge
from argmap.verdict.rejudging import rejudge

MOST_EDITS = 1_000
"""Edits after which a project is put together and judged from scratch: each leaves unused room behind."""


class Course:
    """The audit of a project that was made last, and the edits since then.

    It is one for all moments of a project that were made one from the other. A moment may be audited while
    the next one is made, and when several edits have passed; whoever takes the audit is alone to follow it.
    """

    def __init__(self, number: int = 0) -> None:
        """Begin with a moment, given how many edits there were before it."""
        self.followed: Followed | None = None
        self._at = self._newest = number
        self._edits: list[Since] = []
        """What changed by each edit, up to the newest."""
        self._lock = Lock()

    def after(self, number: int, since: Since) -> "Course":
        """Give the course of a moment after an edit.

        Args:
            number: How many edits there were before.
            since: What changed.
        """
        with self._lock:
            if number != self._newest:  # a second moment is made from the one before
                return Course(number + 1)
            self._newest += 1
            self._edits.append(since)
            return self

    def take(self, number: int) -> tuple[Followed, Since] | None:
        """Take the last audit, with what changed from there to a moment; None if it is not before that."""
        with self._lock:
            if self.followed is None or self._at > number:
                return None
            followed, self.followed = self.followed, None
            first = len(self._edits) - (self._newest - self._at)
            edits = self._edits[first : first + number - self._at]
        changed = frozenset().union(*(edit.changed for edit in edits))
        return followed, Since(changed, frozenset().union(*(edit.touched for edit in edits)))

    def put(self, number: int, followed: Followed) -> None:
        """Let the audit of a moment be followed, unless one of a later moment is."""
        with self._lock:
            if self._newest - number > len(self._edits):
                return
            self.followed, self._at = followed, number
            self._edits = self._edits[len(self._edits) - (self._newest - number) :]


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
        self._texts: TextsAtHand | None = None
        self._course = Course()
        self.is_followed = False
        """Whether the audit was made from one before."""

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
        case, files, read, course = self._case, self.parts.files, reader(self.root), self._course
        with collector_off():
            last = course.take(self._edits)
            done = last[0].after(case, files, last[1], read) if last is not None else None
            if done is not None:
                followed, audit = done
                self.is_followed = True
            else:
                followed = Followed(case, files, self.choice.rules(self.parts.settings.rules), self.choice)
                try:
                    audit = followed.begin(read)
                except TieError:
                    return audit_read(case, self.parts, self.choice, read)
        course.put(self._edits, followed)
        return audit

    def prepare(self) -> None:
        """Make what the audit after an edit is made from, while there is time.

        Without this the next audit makes it, and takes some tenths of a second more for 100,000 records.
        """
        rejudge(self.judgement, self.project, ())
        if (followed := self._course.followed) is not None:
            followed.prepare()

    def after(self, parts: ProjectParts) -> Self:
        """Give the project as it is after a save.

        Args:
            parts: Its files now; the records of a file that was not saved are the same object as before.
        """
        with collector_off():
            return self._after(parts)

    def _after(self, parts: ProjectParts) -> Self:
        edit = _edit(self.project, self.parts, parts) if self._edits < MOST_EDITS else None
        made = object.__new__(type(self))
        made.root, made.choice, made.parts = self.root, self.choice, parts
        made._edits, made._texts = self._edits + 1 if edit else 0, self._texts
        made.project = edit.project if edit else parts.project()
        made._course, made.is_followed = Course(), False
        if edit:
            again = rejudge(self.judgement, made.project, edit.changed)
            vars(made)["judgement"] = again.judgement
            made._course = self._course.after(self._edits, Since(edit.changed, again.touched))
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
