"""Runs the rules on a project. Writes nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from argmap.audit.baseline import beyond
from argmap.audit.result import UNREADABLE, Audit, Held, NotChecked, Reason
from argmap.audit.silencing import silenced
from argmap.files.local_file import read_local
from argmap.files.positions import Known, locate
from argmap.files.project import ProjectParts, read_bytes, read_parts
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.collector import collector_off
from argmap.model.dataclass import dataclass, field, replace
from argmap.model.errors import UnreadableError
from argmap.model.finding import Finding, Severity
from argmap.model.project import FileRecords, Project
from argmap.model.settings import Ignore, RuleSettings
from argmap.rules.case import Case
from argmap.rules.found import BASELINE_FILE, Counts, Found
from argmap.rules.ignoring import ignores
from argmap.rules.occasions import has_occasion
from argmap.rules.registry import NotCheckedError, Rule, broken_plugins, choose, find_rule

Reader = Callable[[str], bytes | None]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, in place of or in addition to what the settings say, and what they may find."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Counts = field(default_factory=dict)
    """How many findings are allowed, by file and rule."""
    baseline_file: str = BASELINE_FILE

    def rules(self, settings: RuleSettings) -> list[Rule]:
        """Load the rules that were chosen."""
        return list(map(find_rule, self.names(settings)))

    def names(self, settings: RuleSettings) -> list[str]:
        """Choose the rules by name; those that tell of unreadable input always run."""
        return choose(
            settings.select if self.select is None else self.select,
            (*settings.extend_select, *self.extend_select),
            (*settings.ignore, *self.ignore),
            always=UNREADABLE,
        )


def audit_parts(root: Path, parts: ProjectParts, choice: Choice, read: Reader) -> Audit:
    """Audit a project that was read already.

    Args:
        root: The project's folder, from which texts are read.
        parts: Its files.
        choice: Which rules run.
        read: Gives the bytes of its files, for places and fixes.
    """
    return audit_read(case_of(root, parts.project()), parts, choice, read)


def case_of(root: Path, project: Project) -> Case:
    """Put a project on the table with the texts that are at hand for it.

    Raises:
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    local = read_local(root, project.settings)
    return Case(project, TextsAtHand(local.manuscripts, local.sources, project, root))


def audit_read(case: Case, parts: ProjectParts, choice: Choice, read: Reader) -> Audit:
    """Audit a project whose texts are at hand, wherever they come from.

    Args:
        case: The project put together, with its texts.
        parts: Its files.
        choice: Which rules run.
        read: Gives the bytes of its files, for places and fixes.
    """
    names = choice.names(parts.settings.rules)
    rules = _with_occasion(names, case)
    found = [finding for records in parts.files for finding in check_file(records, rules)]
    more, not_checked = check_case(case, rules)
    return put_together(case, names, rules, [*found, *more], not_checked, choice, read)


def audit_whole(project: Project, choice: Choice) -> Audit:
    """Audit a project that is no folder: findings have spots and no places."""
    names = choice.names(project.settings.rules)
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
    case = Case(project)
    rules = _with_occasion(names, case)
    more, not_checked = check_case(case, rules)
    return put_together(case, names, rules, [*check_file(whole, rules), *more], not_checked, choice, None)


def _with_occasion(names: Iterable[str], case: Case) -> list[Rule]:
    """Load the rules that can find anything; the others need not even be loaded."""
    return [find_rule(name) for name in names if has_occasion(name, case)]


def reader(root: Path) -> Reader:
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


def check_case(case: Case, rules: Iterable[Rule]) -> tuple[list[Finding], list[NotChecked]]:
    """Run the rules that look at the whole project (the reduce step)."""
    findings: list[Finding] = []
    not_checked = [NotChecked(name, f"the plugin failed: {why}") for name, why in broken_plugins()]
    for rule in rules:
        if rule.scope == "project":
            try:
                findings += rule.run(case)
            except NotCheckedError as reason:
                not_checked.append(NotChecked(rule.name, str(reason)))
    return findings, not_checked


def put_together(
    case: Case,
    names: Sequence[str],
    rules: Iterable[Rule],
    found: list[Finding],
    not_checked: list[NotChecked],
    choice: Choice,
    read: Reader | None,
    places: Known | None = None,
) -> Audit:
    """Hold back what is not to be shown, run the rules on findings, and put everything in order.

    Args:
        case: The project.
        names: The rules that were chosen.
        rules: Those of them that were run, or run now.
        found: What those found that look at files and at the project.
        not_checked: Those that could not run.
        choice: What else was chosen.
        read: Gives the bytes of its files; without it findings get no places.
        places: Places that were found before; those found now are added.
    """
    settings = case.project.settings
    findings = _severities(found, settings.rules.severity)
    findings, ignored, uses = _ignored(findings, settings.ignores)
    findings, repeated = silenced(findings)
    ran = frozenset(names) - {skipped.rule for skipped in not_checked}
    view = Found(case, findings, ran, uses, choice.baseline, choice.baseline_file)
    findings, allowed = beyond(findings, choice.baseline, choice.baseline_file)
    after = [finding for rule in rules if rule.scope == "findings" for finding in rule.run(view)]
    findings += _severities(after, settings.rules.severity)
    held = [*ignored, *repeated, *allowed]
    if read is not None:
        findings = with_edits(locate(findings, read, places), read)
        placed = locate([each.finding for each in held], read, places)
        held = [replace(each, finding=finding) for each, finding in zip(held, placed, strict=True)]
    return Audit(
        case.project,
        tuple(_in_order(findings, [finding.order for finding in findings])),
        tuple(not_checked),
        tuple(names),
        tuple(_in_order(held, [each.finding.order for each in held])),
    )


def _in_order(told: list[T], orders: list[tuple[object, ...]]) -> list[T]:
    """Sort what is told of by place, rule and message, and by all that it tells where these are the same."""
    if len(set(orders)) < len(orders):
        orders = [(*order, repr(one)) for order, one in zip(orders, told, strict=True)]
    return [told[place] for place in sorted(range(len(told)), key=orders.__getitem__)]


def _severities(findings: list[Finding], changes: Mapping[str, Severity]) -> list[Finding]:
    if not changes:
        return findings
    return [replace(f, severity=changes[f.rule]) if f.rule in changes else f for f in findings]


def _ignored(
    findings: list[Finding], entries: tuple[Ignore, ...]
) -> tuple[list[Finding], list[Held], list[int]]:
    """Hold back what the settings ignore, and count what each entry is about."""
    if not entries:
        return findings, [], []
    uses = [0] * len(entries)
    left: list[Finding] = []
    held: list[Held] = []
    for finding in findings:
        fitting = [i for i, entry in enumerate(entries) if ignores(entry, finding)]
        for i in fitting:
            uses[i] += 1
        if fitting:
            held.append(Held(finding, Reason.IGNORE, entries[fitting[0]].reason))
        else:
            left.append(finding)
    return left, held, uses


def with_edits(findings: list[Finding], read: Reader) -> list[Finding]:
    """Tell of each fix what it does to the characters of its file; drop those that cannot be made."""
    if all(finding.fix is None for finding in findings):
        return findings
    from argmap.files.amend import FileText

    texts: dict[str, FileText] = {}
    done = []
    for finding in findings:
        if finding.fix is None:
            done.append(finding)
            continue
        file = finding.fix.changes[0].spot.file
        if file not in texts:
            texts[file] = FileText(file, read(file) or b"")
        edits = texts[file].edits(finding.fix)
        done.append(replace(finding, fix=replace(finding.fix, edits=edits) if edits else None))
    return done


def check_folder(
    root: Path, choice: Choice, alive: list[object] | None = None, *, ordered: bool = True
) -> Audit:
    """Audit the project in a folder.

    Args:
        root: The folder.
        choice: Which rules run.
        ordered: Whether the project of the audit has its records in order of id; for findings alone they
            need not be, and as they were read they are faster to go through.
        alive: Takes what the audit was worked out from: whoever ends the process next has no use for
            the time that it takes to put it away.
    """
    with collector_off():
        parts = read_parts(root)
        case = case_of(root, parts.project(ordered=ordered))
        if alive is not None:
            alive += parts, case
        return audit_read(case, parts, choice, reader(root))
