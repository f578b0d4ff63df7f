"""``argmap explain``."""

from typing import Annotated

import typer

from argmap.cli.options import write


def explain(
    name: Annotated[
        str | None,
        typer.Argument(help="A rule, a family, 'grades', 'standards' or 'verdicts'; a list if left out."),
    ] = None,
) -> None:
    """Explain a rule, or how evidence is graded and claims are judged."""
    from argmap.cli.manual import manual

    write(manual(name))
