"""What an audit found, what it held back, and what it could not check."""

from collections.abc import Iterator
from enum import StrEnum

from argmap.model.dataclass import dataclass
from argmap.model.finding import Finding, Severity
from argmap.model.project import Project

UNREADABLE = frozenset({"unreadable-file", "unreadable-record", "bad-settings"})
"""Rules whose findings mean that not everything could be read."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not run, and why."""

    rule: str
    reason: str


class Reason(StrEnum):
    """Why a finding is held back."""

    IGNORE = "ignore"
    """The settings ignore it, with a reason."""
    BASELINE = "baseline"
    """The baseline knows of it."""
    FINDING = "finding"
    """Another finding says it already."""
    UNCHANGED = "unchanged"
    """It was there before what changed."""


@dataclass(frozen=True, slots=True)
class Held:
    """A finding that is not shown, and why."""

    finding: Finding
    why: Reason
    told: str
    """The author's reason, the name of the baseline, the finding that says it, or the revision."""


@dataclass(frozen=True)
class Audit:
    """What the audit of a project found."""

    project: Project
    """The audited project; its records may be in the order in which they were read."""
    findings: tuple[Finding, ...]
    """In order of file, line and rule, with their places."""
    not_checked: tuple[NotChecked, ...] = ()
    rules: tuple[str, ...] = ()
    """Rules that were chosen, whether or not they could run."""
    held: tuple[Held, ...] = ()
    """Findings that are held back, in the same order."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def summary(self) -> dict[str, int]:
        """How many findings of each severity there are."""
        counts = dict.fromkeys((s.value for s in Severity), 0)
        for finding in self.findings:
            counts[finding.severity.value] += 1
        return counts

    @property
    def unreadable(self) -> bool:
        """Whether some file or record could not be read."""
        return any(f.rule in UNREADABLE and f.severity is Severity.ERROR for f in self.findings)

    def exit_code(self, fail_on: str = "error") -> int:
        """Give the exit code: 0 clean, 1 findings at or above a severity, 2 unreadable input.

        Args:
            fail_on: A severity, or ``never``.
        """
        if self.unreadable:
            return 2
        if fail_on == "never":
            return 0
        worst = min((f.severity.rank for f in self.findings), default=len(Severity))
        return int(worst <= Severity(fail_on).rank)
