"""``argmap explain``."""

from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import write


def explain(
    name: Annotated[
        str | None,
        typer.Argument(help="A rule, a family, 'grades', 'standards' or 'verdicts'; a list if left out."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the pages of all rules into this folder, as Markdown.")
    ] = None,
) -> None:
    """Explain a rule, or how evidence is graded and claims are judged."""
    if out is not None:
        from argmap.files.atomic import make_folder, write_text
        from argmap.report.rule_pages import rule_pages

        make_folder(out)
        pages = rule_pages()
        for file, text in pages.items():
            write_text(out / file, text)
        write(f"{len(pages)} pages in {out}\n")
        return
    from argmap.cli.manual import manual

    write(manual(name))
