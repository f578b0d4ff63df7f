"""``argmap ach``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import (
    AsOf,
    Assume,
    ProjectDir,
    Reject,
    SchoolName,
    Without,
    audience_of,
    open_map,
    write_json,
)
from argmap.cli.results import Out, csv_text, give

if TYPE_CHECKING:
    from argmap.compare.ach import Ach


class View(StrEnum):
    """What the matrix can be given as."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    SVG = "svg"


class Table(StrEnum):
    """The tables of the matrix."""

    EVIDENCE = "evidence"
    HYPOTHESES = "hypotheses"


def ach(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM]...", help="Hypotheses; of one its rivals, of none the thesis's."),
    ] = None,
    project: ProjectDir = None,
    more: Annotated[list[str], typer.Option("--claims", help="Hypotheses, divided by commas.")] = [],
    every: Annotated[bool, typer.Option("--all", help="Show all evidence, not the most telling.")] = False,
    form: Annotated[View, typer.Option("--format", help="As what.")] = View.TEXT,
    table: Annotated[Table, typer.Option(help="With --format csv: which table.")] = Table.EVIDENCE,
    mono: Annotated[bool, typer.Option("--mono", help="SVG without colour.")] = False,
    out: Out = None,
    without: Without = [],
    as_of: AsOf = None,
    school: SchoolName = None,
    assume: Assume = [],
    reject: Reject = [],
) -> None:
    """Weigh competing hypotheses by the evidence that contradicts them (ACH)."""
    from argmap.compare.ach import competing_hypotheses

    named = [name.strip() for listed in more for name in listed.split(",") if name.strip()]
    judgement = open_map(project).judge(audience_of(without, as_of, school, assume, reject))
    found = competing_hypotheses(judgement, [*(claims or ()), *named])
    if form is View.TEXT:
        from argmap.cli.comparison_text import print_ach

        print_ach(found, every=every)
    elif form is View.JSON:
        from argmap.exchange.comparison_objects import ach_object

        write_json(ach_object(found))
    else:
        give(_file(found, form, table, every=every, mono=mono), out)


def _file(found: "Ach", form: View, table: Table, *, every: bool, mono: bool) -> str:
    from argmap.compare.ach_views import MOST, ach_html, ach_svg, ach_table

    if form is View.CSV:
        return csv_text(ach_table(found, table.value))
    if form is View.HTML:
        return ach_html(found)
    most = len(found.rows) if every else MOST
    return ach_svg(found, colours="mono" if mono else "colour", most=most)
