"""``argmap brief``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.options import ProjectDir, open_map
from argmap.cli.report import deliver


class BriefForm(StrEnum):
    """Forms of a brief."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_BY_SUFFIX = {
    ".html": BriefForm.HTML,
    ".htm": BriefForm.HTML,
    ".md": BriefForm.MARKDOWN,
    ".json": BriefForm.JSON,
}


def brief(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim.")],
    project: ProjectDir = None,
    form: Annotated[
        BriefForm | None, typer.Option("--format", help="By the ending of --out if left out, else text.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Put one claim on one page: figure, evidence and its grades, objections, schools, years, weak points."""
    from argmap.cli.terminal import text_width

    chosen = form or (_BY_SUFFIX.get(out.suffix.lower(), BriefForm.TEXT) if out else BriefForm.TEXT)
    made = open_map(project).brief(claim)
    match chosen:
        case BriefForm.HTML:
            text = made.html()
        case BriefForm.MARKDOWN:
            text = made.markdown()
        case BriefForm.JSON:
            import json

            from argmap.briefing.brief_object import brief_object

            text = json.dumps(brief_object(made.facts), ensure_ascii=False, indent=2) + "\n"
        case _:
            text = made.text(text_width())
    deliver(text, out)
