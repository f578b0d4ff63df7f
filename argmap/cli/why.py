"""``argmap why``."""

from typing import Annotated

import typer

from argmap.cli.options import (
    AsOf,
    Assume,
    Format,
    ProjectDir,
    Reject,
    SchoolName,
    TextOrJson,
    Without,
    audience_of,
    open_map,
    write,
    write_json,
)


def why(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    project: ProjectDir = None,
    depth: Annotated[
        int | None,
        typer.Option(min=0, max=40, help="Explain all claims to this depth, not only what decides."),
    ] = None,
    without: Without = [],
    as_of: AsOf = None,
    school: SchoolName = None,
    assume: Assume = [],
    reject: Reject = [],
    form: Format = TextOrJson.TEXT,
) -> None:
    """Explain why a claim stands or falls, down to documents."""
    who = audience_of(without, as_of, school, assume, reject)
    told = open_map(project).why(claim, depth=depth, who=who)
    if form is TextOrJson.JSON:
        from argmap.exchange.objects import why_object

        write_json(why_object(told))
    else:
        write(str(told))
