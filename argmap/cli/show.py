"""``argmap show``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.api import ArgumentMap


def show(
    key: Annotated[str, typer.Argument(metavar="ID", help="Any record.")],
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show a record as it was read, where it stands, its verdict or grade, and what names it."""
    shown = _shown(open_map(project), key)
    if form is TextOrJson.JSON:
        write_json(shown)
    else:
        from argmap.cli.tables import record_text

        write(record_text(shown))


def _shown(opened: "ArgumentMap", key: str) -> dict[str, Any]:
    from argmap.exchange.objects import record_object, verdict_object
    from argmap.verdict.grades import grade, tables

    project = opened.project
    record = project.record(key)
    kind = project.kind_of(key) or ""
    shown = {
        "id": key,
        "kind": kind,
        "file": project.files.get((kind, key), ""),
        "record": record_object(kind, record),
        "named_by": sorted({r.subject for r in project.references() if r.target == key != r.subject}),
    }
    if key in project.claims:
        shown["verdict"] = verdict_object(opened.judgement[key])
    elif key in project.evidence:
        item = project.evidence[key]
        shown["grade"] = str(grade(item, table=tables(project.settings.verdicts.steps)))
    return shown
