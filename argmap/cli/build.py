"""``argmap build``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write


def build(
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder; build/ in the project if left out.")
    ] = None,
) -> None:
    """Write the argument as web pages: an index, a page for each claim, findings, schools."""
    opened = open_map(project)
    assert opened.root is not None  # it was opened from a folder
    report = opened.build(out if out is not None else opened.root / "build")
    pages = sum(name.endswith(".html") for name in report.files)
    write(f"{pages} pages, {report.findings} findings: {report.index}\n")
