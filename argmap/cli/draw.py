"""``argmap draw``."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from argmap.draw import Drawing


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


class Fit(StrEnum):
    """Pages that a figure can be made to fit on."""

    A4 = "a4"


def draw(
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A claim; or a source, evidence, school or part. The whole map by parts if left out.",
        ),
    ] = None,
    project: ProjectDir = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; its ending tells the format.")
    ] = None,
    form: Annotated[Picture | None, typer.Option("--format", help="Format, for standard output too.")] = None,
    part: Annotated[str | None, typer.Option(help="Draw one part of the manuscript.")] = None,
    of_school: Annotated[
        list[str],
        typer.Option("--school", help="Draw what a school holds and denies; twice: two side by side."),
    ] = [],
    document: Annotated[
        str | None, typer.Option(help="Draw what rests on a source, a document, or one that evidence cites.")
    ] = None,
    depth: Annotated[int, typer.Option(min=0, max=40, help="Steps from the claim.")] = 2,
    fit: Annotated[
        Fit | None, typer.Option(help="Set it on a page; fail if the type would be smaller than 6 pt.")
    ] = None,
    split: Annotated[
        bool,
        typer.Option("--split", help="Draw what it leaves out on further sheets: OUT, OUT-2, OUT-3 …"),
    ] = False,
    palette: Annotated[Palette, typer.Option(help="mono: every meaning by shape and mark.")] = Palette.COLOUR,
    engine: Annotated[str | None, typer.Option(help="'dot' for the system's Graphviz.")] = None,
    without: Without = [],
    as_of: AsOf = None,
    before: Annotated[str | None, typer.Option(help="Show the verdicts before this school.")] = None,
    assume: Assume = [],
    reject: Reject = [],
) -> None:
    """Draw the whole map, a claim with its support, a part, a document, or one or two schools."""
    from argmap.draw import asked_for, draw_sheets
    from argmap.draw import draw as draw_one

    who = audience_of(without, as_of, before, assume, reject)
    judgement = open_map(project).judge(who)
    schools, fits = tuple(of_school), fit is not None
    kind = form.value if form else out.suffix.lower()[1:] if out else Picture.SVG.value
    if split:
        asked = asked_for(
            judgement.project, claim=claim, part=part, school=schools, document=document, depth=depth
        )
        target = _target(out, kind)
        sheets = draw_sheets(
            judgement,
            asked,
            lambda number: _numbered(target, number).name,
            palette=palette.value,
            engine=engine,
            fit=fits,
        )
        _write_sheets(sheets, target, kind)
        return
    drawing = draw_one(
        judgement,
        claim=claim,
        part=part,
        school=schools,
        document=document,
        depth=depth,
        palette=palette.value,
        engine=engine,
        fit=fits,
    )
    if out is None:
        sys.stdout.buffer.write(drawing.encode(kind))
    elif form is None:
        drawing.write(out)
    else:
        from argmap.files.atomic import write_bytes

        write_bytes(out, drawing.encode(kind))


def _target(out: Path | None, kind: str) -> Path:
    from argmap.draw.drawing import SUFFIXES
    from argmap.model.errors import ArgmapError, DrawingError

    if out is None:
        raise ArgmapError("--split writes several files: name the first with --out")
    if f".{kind}" not in SUFFIXES:
        raise DrawingError(f"no figure format '.{kind}'; a file may end in {', '.join(SUFFIXES)}")
    return out


def _numbered(first: Path, number: int) -> Path:
    return first if number == 1 else first.with_name(f"{first.stem}-{number}{first.suffix}")


def _write_sheets(sheets: "Sequence[Drawing]", target: Path, kind: str) -> None:
    """Write every sheet once all have been drawn."""
    from argmap.files.atomic import write_bytes

    drawn = [sheet.encode(kind) for sheet in sheets]
    for number, data in enumerate(drawn, start=1):
        write_bytes(_numbered(target, number), data)
    last = f" to {_numbered(target, len(drawn)).name}" if len(drawn) > 1 else ""
    sys.stderr.write(f"argmap: {len(drawn)} sheet{'s' * (len(drawn) > 1)}: {target.name}{last}\n")
