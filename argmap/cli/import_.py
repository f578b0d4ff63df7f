"""``argmap import``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.exchanging import list_formats, read_foreign, tell_loss
from argmap.cli.options import Format, TextOrJson, write, write_json
from argmap.model.errors import ArgmapError


def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The file; - reads standard input.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option(help="Folder: new, empty, or a project that the records join.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="Its format; told by its content if left out.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; tell what would be.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats that can be read.")] = False,
    format: Format = TextOrJson.TEXT,
) -> None:
    """Bring in a map, or a bibliography, from a file of another format.

    What could not come along as it was is told on standard error; with --format json, it is
    told on standard output, with the files written.
    """
    if formats:
        from argmap.exchange.registry import importers

        list_formats(importers())
        return
    if file is None:
        raise ArgmapError("name the file to import; --formats lists what can be read")
    if into is None and not dry_run:
        raise ArgmapError("name the folder with --into, or look first with --dry-run")
    from argmap.exchange.arriving import bring

    imported = read_foreign(file, from_)
    stem = "imported" if str(file) == "-" else file.stem
    arrival = bring(imported, into or Path("-"), stem, dry_run=dry_run)
    if format is TextOrJson.JSON:
        write_json({"files": list(arrival.files), "dry_run": dry_run, "loss": arrival.loss.as_object()})
        return
    tell_loss(arrival.loss, format)
    if into is None:
        return
    verb = "would make" if dry_run else "made"
    lines = [f"{verb} {name}" for name in arrival.files]
    if not dry_run:
        lines.append(f"next: argmap check {into}")
    write("\n".join(lines) + "\n")
    sys.stdout.flush()
