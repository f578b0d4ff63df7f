"""``argmap report``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map, write


def report(
    project: ProjectDir = None,
    ignore: Annotated[list[str], typer.Option(help="Leave this rule or family out; repeatable.")] = [],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Write the audit that an examiner reads: main claims, weak ones, dependence, objections, citations."""
    from argmap.briefing.facts import audit_facts
    from argmap.briefing.markdown import audit_markdown
    from argmap.files.atomic import write_text

    text = audit_markdown(audit_facts(open_map(project).check(ignore=ignore)))
    if out is None:
        write(text)
    else:
        write_text(out, text)
        sys.stderr.write(f"argmap: wrote {out}\n")
