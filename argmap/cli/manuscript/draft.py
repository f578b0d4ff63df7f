"""``argmap manuscript draft``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.manuscript.opening import File, From, cited, open_manuscript
from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json


def draft(
    file: File,
    from_: From = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added; write nothing.")
    ] = False,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Write evidence records and sources for the notes that the project does not cover yet.

    What stands in the project stays as it is; a second run adds nothing.
    """
    from argmap.manuscript.draft import draft_records
    from argmap.manuscript.draft_files import drafted_files, write_files

    opened = open_map(project)
    root = opened.root or Path()
    manuscript = open_manuscript(file, from_, opened)
    proposed = draft_records(manuscript, cited(manuscript, opened, file), opened.project)
    files = drafted_files(proposed, root)
    if not dry_run:
        write_files(files, root)
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import draft_object

        write_json(draft_object(proposed, files, written=not dry_run))
    else:
        from argmap.cli.manuscript.tables import draft_text

        write(draft_text(proposed, files, written=not dry_run))
