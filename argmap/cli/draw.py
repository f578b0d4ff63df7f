"""``argmap draw``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import (
    AsOf,
    Assume,
    ProjectDir,
    Reject,
    Without,
    audience_of,
    open_map,
)


class Picture(StrEnum):
    """What a picture can be written as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"
    TEXT = "txt"


class Palette(StrEnum):
    """Palettes."""

    COLOUR = "colour"
    MONO = "mono"


def draw(
    claim: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A claim; the whole map by parts if left out.")
    ] = None,
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; its ending tells the format.")
    ] = None,
    form: Annotated[Picture | None, typer.Option("--format", help="Format, for standard output too.")] = None,
    part: Annotated[str | None, typer.Option(help="Draw one part of the manuscript.")] = None,
    of_school: Annotated[
        str | None, typer.Option("--school", help="Draw what one school holds and rejects.")
    ] = None,
    depth: Annotated[int, typer.Option(min=0, max=40, help="Steps from the claim.")] = 2,
    palette: Annotated[Palette, typer.Option(help="mono: every meaning by shape and mark.")] = Palette.COLOUR,
    engine: Annotated[str | None, typer.Option(help="'dot' for the system's Graphviz.")] = None,
    without: Without = [],
    as_of: AsOf = None,
    before: Annotated[str | None, typer.Option(help="Show the verdicts before this school.")] = None,
    assume: Assume = [],
    reject: Reject = [],
) -> None:
    """Draw the whole map by parts, one claim with its support, one part, or one school."""
    who = audience_of(without, as_of, before, assume, reject)
    drawing = open_map(project).draw(
        claim,
        part=part,
        school=of_school,
        depth=depth,
        palette=palette.value,
        engine=engine,
        who=who,
    )
    if out is not None and form is None:
        drawing.write(out)
        return
    data = drawing.encode((form or Picture.SVG).value)
    if out is not None:
        from argmap.files.atomic import write_bytes

        write_bytes(out, data)
    else:
        sys.stdout.buffer.write(data)
