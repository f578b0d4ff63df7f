"""``argmap manuscript citations``."""

from typing import Annotated

import typer

from argmap.cli.manuscript.opening import File, From, cited, map_here, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, write_json


def citations(
    file: File,
    from_: From = None,
    review: Annotated[
        bool, typer.Option("--review", help="Only those that somebody should look at.")
    ] = False,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """List the citations in the notes: what each Ibid. and short title means, and the work it cites."""
    opened = map_here(project)
    found = cited(open_manuscript(file, from_, opened), opened, file)
    chosen = [c for c in found.citations if c.review or not review]
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import citation_object

        write_json([citation_object(citation) for citation in chosen])
    else:
        from argmap.cli.manuscript.tables import print_citations

        print_citations(chosen, found)
