"""``argmap show``."""

from typing import Annotated, Any

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json


def show(
    key: Annotated[str, typer.Argument(metavar="ID", help="Any record.")],
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show a record as it was read, where it stands, its verdict or grade, and what names it."""
    opened = open_map(project)
    shown = _shown(opened.project, opened.judgement, key)
    if form is TextOrJson.JSON:
        write_json(shown)
    else:
        from argmap.cli.tables import record_text

        write(record_text(shown))


def _shown(project: Any, judgement: Any, key: str) -> dict[str, Any]:
    from argmap.exchange.objects import record_object, verdict_object

    record = project.record(key)
    kind = project.kind_of(key)
    found = {"id": key, "kind": kind, "file": project.files[kind, key], **{}}
    found["record"] = record_object(kind, record)
    if kind == "claims":
        found["verdict"] = verdict_object(judgement[key])
    if kind == "evidence":
        from argmap.verdict.grades import grade, tables

        found["grade"] = str(grade(record, table=tables(project.settings.verdicts.steps)))
    named = {r.subject for r in project.references() if r.target == key and r.subject != key}
    found["named_by"] = sorted(named)
    return found
