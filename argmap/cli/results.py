"""Results that are files: written where the user says, or to standard output."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[Path | None, typer.Option("--out", "-o", help="File to write, instead of standard output.")]


def give(text: str, out: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output, in UTF-8.

    Raises:
        UnreadableError: If the file cannot be written.
    """
    if out is None:
        sys.stdout.write(text)
        return
    from argmap.files.atomic import write_text

    write_text(out, text)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Write rows as CSV; text that a spreadsheet would take for a formula is kept from being one."""
    from argmap.exchange.tables_out import guarded
    from argmap.exchange.texts import clean

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows(
        [guarded(clean(value)) if isinstance(value, str) else value for value in row] for row in rows
    )
    return stream.getvalue()
