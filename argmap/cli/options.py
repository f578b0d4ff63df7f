"""Options that several commands share, and what the commands need to open a map and to print."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.terminal import is_colour as is_colour

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


class GradesOf(StrEnum):
    """Whose source criticism holds as of a date."""

    THEN = "then"
    NOW = "now"


Grades = Annotated[
    GradesOf,
    typer.Option(
        help="As of a date: 'then' counts evidence until what challenges it could be read, 'now' never "
        "counts what has been found worthless since."
    ),
]
Standard = Annotated[
    str | None, typer.Option(help="Hold every claim to this proof standard in place of its own.")
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


def audience_of(
    without: Ids,
    as_of: str | None,
    school: str | None,
    assume: Ids,
    reject: Ids,
    grades: GradesOf = GradesOf.THEN,
    standard: str | None = None,
) -> "Audience":
    """Make the audience that the options describe.

    Raises:
        ArgmapError: If the date is none, or today's grades are asked for without one.
    """
    from argmap.api import audience
    from argmap.model.edtf import EdtfError
    from argmap.model.errors import ArgmapError

    if grades is GradesOf.NOW and as_of is None:
        raise ArgmapError("--grades now goes with --as-of: without a date the grades are those of today")
    try:
        return audience(
            school=school,
            as_of=as_of,
            without=without,
            assume=assume,
            reject=reject,
            standard=standard,
            grades=grades.value,
        )
    except EdtfError as error:
        raise ArgmapError(f"--as-of: {error}") from None


def write(text: str) -> None:
    """Print a result; control characters in it would steer the terminal and are shown instead."""
    sys.stdout.write("".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text))


def write_json(value: Any) -> None:  # any JSON value
    """Print a result as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
