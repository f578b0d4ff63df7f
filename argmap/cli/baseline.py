"""``argmap baseline``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, write


class Task(StrEnum):
    """What to do with a baseline."""

    WRITE = "write"
    PRUNE = "prune"


def baseline(
    task: Annotated[
        Task, typer.Argument(help="write: allow what is found now; prune: allow no more than that.")
    ],
    folder: Annotated[Path | None, typer.Argument(help="The project's folder.", show_default=False)] = None,
    project: ProjectDir = None,
    file: Annotated[Path | None, typer.Option(help="The baseline; argmap.baseline.json if left out.")] = None,
) -> None:
    """Write or prune the baseline: how many findings of each rule each file may have.

    Where there are more than the baseline allows, check shows all findings of that rule in that file;
    where there are fewer, it fails until the baseline is pruned.
    """
    from argmap.audit.baseline import baseline_text, counts_of, pruned, read_baseline
    from argmap.check import check_project
    from argmap.files.atomic import write_text
    from argmap.files.project import find_root
    from argmap.rules.found import BASELINE_FILE

    named = folder or project
    root = find_root(named or Path(), upwards=named is None)
    target = file or root / BASELINE_FILE
    counts: dict[str, dict[str, int]] = counts_of(check_project(root).findings)
    if task is Task.PRUNE:
        counts = pruned(read_baseline(target), counts)
    write_text(target, baseline_text(counts))
    total, files = sum(count for rules in counts.values() for count in rules.values()), len(counts)
    counted = f"{total} finding{'s' * (total != 1)} allowed in {files} file{'s' * (files != 1)}"
    write(f"{target.name}: {counted}\n")
