"""``argmap compare``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write_json
from argmap.cli.results import Out, csv_text, give

if TYPE_CHECKING:
    from argmap.compare.selection import Which
    from argmap.model.project import Project


class View(StrEnum):
    """What a comparison can be given as."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    SVG = "svg"


class Table(StrEnum):
    """The tables of a comparison."""

    CLAIMS = "claims"
    AGREEMENT = "agreement"
    CRUXES = "cruxes"
    EVIDENCE = "evidence"


def compare(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[SCHOOL|CLAIM]...", help="All if left out.")
    ] = None,
    project: ProjectDir = None,
    parted: Annotated[bool, typer.Option("--parted", help="Only claims on which schools part.")] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Also claims of which one school alone speaks.")
    ] = False,
    form: Annotated[View, typer.Option("--format", help="As what.")] = View.TEXT,
    table: Annotated[Table, typer.Option(help="With --format csv: which table.")] = Table.CLAIMS,
    mono: Annotated[bool, typer.Option("--mono", help="SVG without colour.")] = False,
    out: Out = None,
) -> None:
    """Compare schools: stances and verdicts by claim, agreement, cruxes, and their use of the evidence."""
    from argmap.compare import compare as compare_schools

    opened = open_map(project)
    schools, claims = _sorted_out(opened.project, names or [])
    comparison = compare_schools(opened.project, schools, opened.judgement, claims=claims)
    which: Which = "parted" if parted else "all" if every or claims else "common"
    if form is View.TEXT:
        from argmap.cli.comparison_text import print_comparison

        print_comparison(comparison, which)
    elif form is View.JSON:
        from argmap.exchange.comparison_objects import compare_object

        write_json(compare_object(comparison))
    elif form is View.CSV:
        from argmap.compare.tables import compare_table

        give(csv_text(compare_table(comparison, table.value, "parted" if parted else "all")), out)
    elif form is View.HTML:
        from argmap.compare import compare_html

        give(compare_html(comparison, which), out)
    else:
        from argmap.compare import compare_svg

        give(compare_svg(comparison, which, colours="mono" if mono else "colour"), out)


def _sorted_out(project: "Project", names: list[str]) -> tuple[list[str], list[str]]:
    """Part the names in schools and claims.

    Raises:
        UnknownIdError: If a name is neither.
    """
    for name in names:
        project.record(name, "schools", "claims")
    return [n for n in names if n in project.schools], [n for n in names if n in project.claims]
