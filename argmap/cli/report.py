"""``argmap report``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map


class ReportForm(StrEnum):
    """Forms of the report."""

    MARKDOWN = "markdown"
    HTML = "html"


def report(
    project: ProjectDir = None,
    ignore: Annotated[list[str], typer.Option(help="Leave this rule or family out; repeatable.")] = [],
    form: Annotated[
        ReportForm | None,
        typer.Option("--format", help="By the ending of --out if left out, else Markdown."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Write the audit that an examiner reads: main claims, weak ones, dependence, objections, citations."""
    from argmap.briefing.report import report_text

    by_suffix = ReportForm.HTML if out and out.suffix.lower() in (".html", ".htm") else ReportForm.MARKDOWN
    deliver(report_text(open_map(project).check(ignore=ignore), (form or by_suffix).value), out)


def deliver(text: str, out: Path | None) -> None:
    """Print a document, or write it to a file.

    Raises:
        UnreadableError: If the file cannot be written.
    """
    from argmap.files.atomic import write_text

    if out is None:
        sys.stdout.write(text)
    else:
        write_text(out, text)
        sys.stderr.write(f"argmap: wrote {out}\n")
