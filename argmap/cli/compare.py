"""``argmap compare``."""

from typing import Annotated

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write_json


def compare(
    schools: Annotated[list[str] | None, typer.Argument(help="Schools; all if left out.")] = None,
    project: ProjectDir = None,
    parted: Annotated[bool, typer.Option("--parted", help="Only claims on which schools part.")] = False,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Compare schools: stances and verdicts by claim, agreement, and the cruxes on which they part."""
    comparison = open_map(project).compare(*(schools or ()))
    if form is TextOrJson.JSON:
        from argmap.exchange.objects import compare_object

        write_json(compare_object(comparison))
    else:
        from argmap.cli.tables import print_comparison

        print_comparison(comparison, only_parted=parted)
