"""``argmap why``."""

from typing import Annotated

import typer

from argmap.cli.options import (
    AsOf,
    Assume,
    Format,
    Grades,
    GradesOf,
    ProjectDir,
    Reject,
    SchoolName,
    Standard,
    TextOrJson,
    Without,
    audience_of,
    open_map,
    write,
    write_json,
)
from argmap.cli.terminal import text_width


def why(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    project: ProjectDir = None,
    depth: Annotated[
        int | None,
        typer.Option(min=0, max=40, help="Explain all claims to this depth, not only what decides."),
    ] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Draw the proof as a tree down to documents.")] = False,
    without: Without = [],
    as_of: AsOf = None,
    grades: Grades = GradesOf.THEN,
    school: SchoolName = None,
    assume: Assume = [],
    reject: Reject = [],
    standard: Standard = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Explain why a claim stands or falls, down to documents."""
    who = audience_of(without, as_of, school, assume, reject, grades, standard)
    told = open_map(project).why(claim, depth=depth, who=who)
    if form is TextOrJson.JSON:
        from argmap.exchange.objects import why_object

        write_json(why_object(told))
    elif tree:
        from argmap.verdict.proof_tree import proof_tree

        write(proof_tree(told, text_width()))
    else:
        from argmap.verdict.explanation import tell

        write(tell(told, text_width()))
