"""What the commands on manuscripts share: their arguments, and how the text and the project are opened."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from argmap.api import ArgumentMap
    from argmap.manuscript.citations.matching import Citations
    from argmap.manuscript.document import Manuscript

File = Annotated[
    Path,
    typer.Argument(help="The text: plain, Markdown, LaTeX, docx, odt, HTML, EPUB or PDF.", metavar="FILE"),
]
From = Annotated[
    str | None,
    typer.Option("--from", help="Its format; told from the content if left out.", metavar="FORMAT"),
]
LARGE = 3_000_000
"""Bytes from which somebody who watches is told that the reading takes a moment."""


def map_here(project: Path | None) -> "ArgumentMap | None":
    """Open the project asked for, or the one around; None where there is none and none was asked for."""
    from argmap.cli.options import open_map
    from argmap.model.errors import ProjectNotFoundError

    try:
        return open_map(project)
    except ProjectNotFoundError:
        if project is not None:
            raise
        return None


def open_manuscript(file: Path, form: str | None, opened: "ArgumentMap | None") -> "Manuscript":
    """Read the text, with the project's titles of its parts."""
    from argmap.manuscript.read import read_manuscript

    with waiting(f"reading {file.name}", file):
        manuscript = read_manuscript(file, format=form, settings=opened.project.settings if opened else None)
    for remark in manuscript.remarks:
        sys.stderr.write(f"argmap: {remark}\n")
    return manuscript


def cited(manuscript: "Manuscript", opened: "ArgumentMap | None", file: Path) -> "Citations":
    """Match the citations of the text with the project's sources and its own bibliography."""
    from argmap.manuscript.citations.matching import match_citations

    with waiting("matching citations", file):
        return match_citations(manuscript, opened.project.sources if opened else None)


@contextmanager
def waiting(what: str, file: Path | None = None) -> Iterator[None]:
    """Show on a terminal that something goes on; small files are done before anybody wonders."""
    large = file is None or (
        file.is_file() and (file.stat().st_size > LARGE or file.suffix.lower() == ".pdf")
    )
    if not large or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
