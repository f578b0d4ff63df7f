"""``argmap new``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import write


def new(
    folder: Annotated[Path, typer.Argument(help="Folder of the new project.")] = Path(),
    title: Annotated[str | None, typer.Option(help="Title of the argument.")] = None,
) -> None:
    """Begin a project: a small argument that checks, ready to be written over."""
    from argmap.files.template import begin

    made = begin(folder, title)
    lines = [f"made {file}" for file in made]
    write("\n".join([*lines, f"next: argmap check {folder}"]) + "\n")
