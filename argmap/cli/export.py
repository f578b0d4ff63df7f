"""``argmap export``."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map


class ExportFormat(StrEnum):
    """Formats that a map leaves in."""

    JSON = "json"


def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="json: all records and verdicts.")],
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Write the whole project, with its verdicts, for other programs."""
    from argmap.exchange.objects import project_object

    text = json.dumps(project_object(open_map(project).judgement), ensure_ascii=False, indent=2) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        from argmap.files.atomic import write_text

        write_text(out, text)
