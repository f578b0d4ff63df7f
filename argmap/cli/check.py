"""``argmap check``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir


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
    select: Annotated[
        list[str], typer.Option(help="Run only this rule or family; several by commas, or repeated.")
    ] = [],
    extend_select: Annotated[list[str], typer.Option(help="Run this rule or family as well.")] = [],
    ignore: Annotated[list[str], typer.Option(help="Leave this rule or family out; repeatable.")] = [],
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Count findings by rule instead (full, concise, json or jsonl)."),
    ] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Least severity that fails.")] = FailOn.ERROR,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is safe to put right.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Put right as well what may be meant otherwise.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what fixing would change; write nothing.")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(help="Counts that are allowed; argmap.baseline.json of the project if left out."),
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Allow nothing.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check anew, though nothing has changed since the last time.")
    ] = False,
    changed: Annotated[
        str | None, typer.Option(metavar="REV", help="Show only what is new or touched since a git revision.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved.")] = False,
) -> None:
    """Report every fault of the map and every weakness of the argument.

    Writes nothing into the project, unless --fix or --unsafe-fixes asks for it. What is printed is kept in
    the user's cache folder, and printed again as long as no byte of the project has changed.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: wrong usage or unreadable input.
    """
    from argmap.cli.checking import CheckOptions, run_check

    options = CheckOptions(
        folder=folder,
        project=project,
        form=form,
        select=tuple(select),
        extend_select=tuple(extend_select),
        ignore=tuple(ignore),
        statistics=statistics,
        fail_on=fail_on.value,
        fix=fix,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        baseline=baseline,
        no_baseline=no_baseline,
        no_cache=no_cache,
        changed=changed,
        watch=watch,
    )
    raise typer.Exit(run_check(options))
