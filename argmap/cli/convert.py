"""``argmap convert``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.exchanging import list_formats, read_foreign, tell_loss, write_foreign
from argmap.cli.options import Format, TextOrJson, open_map
from argmap.cli.options import write as print_out
from argmap.model.errors import ArgmapError, shown


def convert(
    source: Annotated[
        Path | None, typer.Argument(metavar="A", help="File to read, or the folder of a project.")
    ] = None,
    target: Annotated[
        Path | None, typer.Argument(metavar="B", help="File to write; - is standard output.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Format of A; told by its content if left out.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="Format of B; told by its suffix if left out.")
    ] = None,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats, in and out.")] = False,
    format: Format = TextOrJson.TEXT,
) -> None:
    """Turn a map in one format into another; what is lost on the way is told on standard error."""
    from argmap.exchange.loss import LossReport
    from argmap.exchange.registry import exporters, importers, write
    from argmap.verdict.judgement import judge

    if formats:
        print_out("in:\n")
        list_formats(importers())
        print_out("out:\n")
        list_formats(exporters())
        return
    if source is None or target is None:
        raise ArgmapError("name the file to read and the file to write; --formats lists the formats")
    form = to if to is not None else _format_of(target)
    loss = LossReport()
    if source.is_dir():
        judgement = open_map(source).judgement
    else:
        imported = read_foreign(source, from_)
        judgement, loss = judge(imported.project), imported.loss
    exported = write(judgement, form)
    write_foreign(exported, exporters()[form].title, target)
    loss.then(exported.loss)
    tell_loss(loss, format)


def _format_of(target: Path) -> str:
    """Tell the format of a file to be written by its suffix.

    Raises:
        ArgmapError: If none or several have it.
    """
    from argmap.exchange.registry import exporters

    name = target.name.lower()
    fitting = [key for key, each in exporters().items() if each.suffix and name.endswith(each.suffix)]
    longest = max((len(exporters()[key].suffix) for key in fitting), default=0)
    fitting = [key for key in fitting if len(exporters()[key].suffix) == longest]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise ArgmapError(f"no format is written as '{shown(target.name)}'; name one with --to")
    raise ArgmapError(f"'{shown(target.name)}' may be {', '.join(fitting)}: name one with --to")
