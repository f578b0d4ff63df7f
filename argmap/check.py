"""The audit: a project folder in, findings out. Writes nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.files.local_file import read_local
from argmap.files.positions import locate
from argmap.files.project import read_bytes, read_parts
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.errors import UnreadableError
from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords, Project
from argmap.model.settings import RuleSettings
from argmap.rules.case import Case
from argmap.rules.registry import NotCheckedError, Rule, broken_plugins, choose

UNREADABLE = frozenset({"unreadable-file", "unreadable-record", "bad-settings"})
"""Rules whose findings mean that not everything could be read."""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not run, and why."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Audit:
    """What the audit of a project found."""

    project: Project
    findings: tuple[Finding, ...]
    """In order of file, line and rule, with their places."""
    not_checked: tuple[NotChecked, ...] = ()
    rules: tuple[str, ...] = ()
    """Rules that were chosen, whether or not they could run."""

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


def check_project(
    root: Path,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Audit:
    """Audit the project in a folder.

    Args:
        root: The project's folder.
        select: Rules or families that run, in place of the project's own choice.
        extend_select: Rules or families in addition to it.
        ignore: Rules or families left out in addition.

    Raises:
        UnknownNameError: If a name is neither a rule nor a family.
        UnreadableError: If the folder cannot be read.
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    parts = read_parts(root)
    chosen = _chosen(parts.settings.rules, select, extend_select, ignore)
    found = [finding for records in parts.files for finding in check_file(records, chosen)]
    project = parts.project()
    local = read_local(root, project.settings)
    texts = TextsAtHand(local.manuscripts, local.sources, project, root)
    more, not_checked = check_records(project, chosen, texts)
    findings = _severities([*found, *more], parts.settings.rules.severity)
    placed = locate(findings, reader(root))
    return Audit(project, tuple(sorted(placed, key=lambda f: f.order)), tuple(not_checked), _names(chosen))


def audit_project(
    project: Project,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Audit:
    """Audit a project that is no folder: findings have spots and no places.

    Args:
        project: The argument.
        select: Rules or families that run, in place of the project's own choice.
        extend_select: Rules or families in addition to it.
        ignore: Rules or families left out in addition.

    Raises:
        UnknownNameError: If a name is neither a rule nor a family.
    """
    chosen = _chosen(project.settings.rules, select, extend_select, ignore)
    whole = FileRecords(
        "",
        project.claims,
        project.evidence,
        project.sources,
        project.schools,
        project.scholars,
        project.events,
        project.expectations,
        project.faults,
    )
    more, not_checked = check_records(project, chosen)
    findings = _severities([*check_file(whole, chosen), *more], project.settings.rules.severity)
    return Audit(project, tuple(sorted(findings, key=lambda f: f.order)), tuple(not_checked), _names(chosen))


def reader(root: Path) -> Callable[[str], bytes | None]:
    """Make a reader of a project's files that gives None for what cannot be read."""

    def read(file: str) -> bytes | None:
        try:
            return read_bytes(root, file)
        except UnreadableError:
            return None

    return read


def check_file(records: FileRecords, rules: Iterable[Rule]) -> list[Finding]:
    """Run the rules that look at one file (the map step; depends on that file alone)."""
    return [finding for rule in rules if rule.scope == "file" for finding in rule.run(records)]


def check_records(
    project: Project, rules: Iterable[Rule], texts: TextsAtHand | None = None
) -> tuple[list[Finding], list[NotChecked]]:
    """Run the rules that look at the whole project (the reduce step).

    Args:
        project: The argument.
        rules: The rules that were chosen.
        texts: The manuscripts and sources that can be read here.
    """
    case = Case(project, texts)
    findings: list[Finding] = []
    not_checked = [NotChecked(name, f"the plugin failed: {why}") for name, why in broken_plugins()]
    for rule in rules:
        if rule.scope == "project":
            try:
                findings += rule.run(case)
            except NotCheckedError as reason:
                not_checked.append(NotChecked(rule.name, str(reason)))
    return findings, not_checked


def _chosen(
    settings: RuleSettings,
    select: Iterable[str] | None,
    extend_select: Iterable[str],
    ignore: Iterable[str],
) -> list[Rule]:
    """Choose the rules; those that tell of unreadable input always run."""
    return choose(
        settings.select if select is None else select,
        (*settings.extend_select, *extend_select),
        (*settings.ignore, *ignore),
        always=UNREADABLE,
    )


def _names(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(rule.name for rule in rules)


def _severities(findings: list[Finding], changes: Mapping[str, Severity]) -> list[Finding]:
    if not changes:
        return findings
    return [replace(f, severity=changes.get(f.rule, f.severity)) for f in findings]
