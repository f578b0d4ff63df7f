"""``argmap build``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write

_CLEAR = "\r\x1b[K"
"""Empties the line of a terminal."""


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
    try:
        if single is not None:
            report = build_single(opened.root, single, progress)
        else:
            report = build_site(opened.root, out if out is not None else opened.root / "build", progress)
    finally:
        if progress is not None:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
    pages = sum(name.endswith(".html") for name in report.files)
    told = "one page" if single is not None else f"{pages} pages"
    write(f"{told}, {report.findings} findings: {report.index}\n")


def _bar(what: str, done: int, of: int) -> None:
    """Draw on a terminal what is being done and how far it is."""
    filled = round(30 * done / of) if of else 0
    told = f"{what}, {done} of {of}" if of else f"{what} …"
    sys.stderr.write(f"{_CLEAR}{'█' * filled}{'░' * (30 - filled)} {told}")
    sys.stderr.flush()
