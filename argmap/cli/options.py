"""Options that several commands share, and what the commands need to open a map and to print."""

import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from argmap.api import ArgumentMap
    from argmap.verdict.audience import Audience

ProjectDir = Annotated[
    Path | None,
    typer.Option("--project", "-p", help="The project's folder; found upwards from here if left out."),
]
Ids = list[str]
Without = Annotated[
    Ids,
    typer.Option(help="Do without this evidence, source, archive (all that it holds) or claim; repeatable."),
]
AsOf = Annotated[
    str | None, typer.Option(help="Judge as of a date (EDTF): evidence not readable by then is withheld.")
]
SchoolName = Annotated[str | None, typer.Option(help="Judge as a school does: grant what it holds.")]
Assume = Annotated[Ids, typer.Option(help="Take this claim for granted; repeatable.")]
Reject = Annotated[Ids, typer.Option(help="Rule this claim out; repeatable.")]


class TextOrJson(StrEnum):
    """Formats of commands that report."""

    TEXT = "text"
    JSON = "json"


Format = Annotated[TextOrJson, typer.Option("--format", help="Text for people, or JSON.")]


def open_map(project: Path | None) -> "ArgumentMap":
    """Open the project asked for; faults of its files are told on stderr.

    Raises:
        UnreadableError: If some of it cannot be read at all: a verdict would not be the map's.
    """
    from argmap.api import load
    from argmap.check import UNREADABLE
    from argmap.model.errors import UnreadableError
    from argmap.model.finding import Severity

    opened = load(project if project is not None else Path(), upwards=project is None)
    faults = [f for f in opened.project.faults if f.severity is Severity.ERROR]
    broken = [f for f in faults if f.rule in UNREADABLE]
    if broken:
        first = broken[0]
        where = (
            f"{first.spot.file}:{first.spot.at[0]}:{first.spot.at[1]}" if first.spot.at else first.spot.file
        )
        more = f" (and {len(broken) - 1} more)" if len(broken) > 1 else ""
        raise UnreadableError(f"{where}: {first.message}{more}; 'argmap check' shows it all")
    if faults:
        count = f"{len(faults)} faults" if len(faults) > 1 else "1 fault"
        sys.stderr.write(f"argmap: {count} in the files; 'argmap check' shows all\n")
    return opened


def audience_of(without: Ids, as_of: str | None, school: str | None, assume: Ids, reject: Ids) -> "Audience":
    """Make the audience that the options describe.

    Raises:
        ArgmapError: If the date is none.
    """
    from argmap.api import audience
    from argmap.model.edtf import EdtfError
    from argmap.model.errors import ArgmapError

    try:
        return audience(school=school, as_of=as_of, without=without, assume=assume, reject=reject)
    except EdtfError as error:
        raise ArgmapError(f"--as-of: {error}") from None


def is_colour() -> bool:
    """Whether standard output wants colour: a terminal, and nobody says no (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """Print a result; control characters in it would steer the terminal and are shown instead."""
    sys.stdout.write("".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text))


def write_json(value: Any) -> None:  # any JSON value
    """Print a result as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
