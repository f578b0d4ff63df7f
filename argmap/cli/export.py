"""``argmap export``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.exchanging import list_formats, tell_loss, write_foreign
from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map
from argmap.model.errors import ArgmapError


def export(
    form: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="json, aif, argdown …: --formats lists all.")
    ] = None,
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")
    ] = None,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats that can be written.")] = False,
    format: Format = TextOrJson.TEXT,
) -> None:
    """Write the whole project for other programs; what a format cannot hold is told on standard error."""
    from argmap.exchange.registry import exporters, write

    if formats:
        list_formats(exporters())
        return
    if form is None:
        raise ArgmapError("name a format; --formats lists those that can be written")
    if form not in exporters():
        from argmap.model.errors import UnknownNameError

        raise UnknownNameError("export format", form, exporters())
    exported = write(open_map(project).judgement, form)
    write_foreign(exported, exporters()[form].title, out)
    tell_loss(exported.loss, format)
