"""``argmap check``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, is_colour


class FailOn(StrEnum):
    """Severities at which ``check`` fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def check(
    folder: Annotated[Path | None, typer.Argument(help="The project's folder.", show_default=False)] = None,
    project: ProjectDir = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="full, concise, markdown, json, jsonl, sarif, junit, github, gitlab or rdjson.",
        ),
    ] = "full",
    select: Annotated[list[str], typer.Option(help="Run only this rule or family; repeatable.")] = [],
    extend_select: Annotated[list[str], typer.Option(help="Run this rule or family as well.")] = [],
    ignore: Annotated[list[str], typer.Option(help="Leave this rule or family out; repeatable.")] = [],
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Count findings by rule instead (full, concise, json or jsonl)."),
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Least severity that fails.")] = FailOn.ERROR,
) -> None:
    """Report every fault of the map and every weakness of the argument. Writes nothing.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: wrong usage or unreadable input.
    """
    from argmap.check import check_project, reader
    from argmap.files.project import find_root
    from argmap.report.registry import write_report
    from argmap.report.statistics import write_statistics

    named = folder or project
    root = find_root(named or Path(), upwards=named is None)
    audit = check_project(root, select=select or None, extend_select=extend_select, ignore=ignore)
    colour = is_colour()
    if statistics:
        sys.stdout.write(write_statistics(audit, form, colour))
    else:
        sys.stdout.write(write_report(audit, form, reader(root), colour))
    raise typer.Exit(audit.exit_code(fail_on.value))
