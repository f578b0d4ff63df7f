"""``argmap build``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write


def build(
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder; build/ in the project if left out.")
    ] = None,
    single: Annotated[
        Path | None, typer.Option(help="One HTML file in place of a folder: to send, or to keep.")
    ] = None,
) -> None:
    """Write the argument as web pages: a page for each claim, document and school, with a search."""
    from argmap.model.errors import ArgmapError
    from argmap.site import build_single, build_site

    if single is not None and out is not None:
        raise ArgmapError("give --out or --single, not both")
    opened = open_map(project)
    assert opened.root is not None  # it was opened from a folder
    progress = _bar if sys.stderr.isatty() else None
    if single is not None:
        report = build_single(opened.root, single, progress)
        write(f"one page, {report.findings} findings: {report.index}\n")
    else:
        report = build_site(opened.root, out if out is not None else opened.root / "build", progress)
        pages = sum(name.endswith(".html") for name in report.files)
        write(f"{pages} pages, {report.findings} findings: {report.index}\n")


def _bar(done: int, of: int) -> None:
    """Draw how far the work is, on a terminal; at its end the line is cleared."""
    filled = round(30 * done / of)
    line = f"\r{'█' * filled}{'░' * (30 - filled)} {done} of {of}"
    sys.stderr.write(line if done < of else "\r\x1b[K")
    sys.stderr.flush()
