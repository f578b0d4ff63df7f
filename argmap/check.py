"""The audit: a project folder in, findings out. Writes nothing."""

from collections.abc import Iterable
from pathlib import Path

from argmap.audit.result import UNREADABLE, Audit, Held, NotChecked, Reason
from argmap.audit.run import Choice, audit_whole, check_case, check_file, check_folder, reader
from argmap.manuscript.at_hand import TextsAtHand
from argmap.model.finding import Finding
from argmap.model.project import Project
from argmap.rules.case import Case
from argmap.rules.found import Counts
from argmap.rules.registry import Rule

__all__ = [
    "UNREADABLE",
    "Audit",
    "Held",
    "NotChecked",
    "Reason",
    "audit_project",
    "check_file",
    "check_project",
    "check_records",
    "reader",
]


def check_project(
    root: Path,
    *,
    select: Iterable[str] | None = None,
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: Counts | None = None,
) -> Audit:
    """Audit the project in a folder.

    Args:
        root: The project's folder.
        select: Rules or families that run, in place of the project's own choice.
        extend_select: Rules or families in addition to it.
        ignore: Rules or families left out in addition.
        baseline: How many findings are allowed, by file and rule.

    Raises:
        UnknownNameError: If a name is neither a rule nor a family.
        UnreadableError: If the folder cannot be read.
        SettingsError: If ``argmap.local.toml`` does not fit.
    """
    named = None if select is None else tuple(select)
    return check_folder(root, Choice(named, tuple(extend_select), tuple(ignore), baseline or {}))


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
    named = None if select is None else tuple(select)
    return audit_whole(project, Choice(named, tuple(extend_select), tuple(ignore)))


def check_records(
    project: Project, rules: Iterable[Rule], texts: TextsAtHand | None = None
) -> tuple[list[Finding], list[NotChecked]]:
    """Run the rules that look at the whole project (the reduce step).

    Args:
        project: The argument.
        rules: The rules that were chosen.
        texts: The manuscripts and sources that can be read here.
    """
    return check_case(Case(project, texts), rules)
