"""``argmap corpus audit``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, TextOrJson, write, write_json

if TYPE_CHECKING:
    from argmap.corpus.audit_corpus import Run


class EngineName(StrEnum):
    """Where the projects are audited."""

    LOCAL = "local"
    DASK = "dask"
    SPARK = "spark"


def audit(
    source: Annotated[
        Path, typer.Argument(help="A Parquet file, a folder of such files, or a tree of project folders.")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder of the results; a run that was broken off goes on.")
    ],
    engine: Annotated[EngineName, typer.Option(help="Where the projects are audited.")] = EngineName.LOCAL,
    workers: Annotated[
        int | None, typer.Option(help="How many work at the same time; one for each core if left out.")
    ] = None,
    batch: Annotated[int, typer.Option(help="Projects that are audited together and share a file.")] = 250,
    key: Annotated[str | None, typer.Option(help="Column with the key of each project.")] = None,
    group: Annotated[
        str | None,
        typer.Option(help="Column that projects are compared by; in folders, 'folder' or 'author'."),
    ] = None,
    date: Annotated[str | None, typer.Option(help="Column with the date of each project (EDTF).")] = None,
    select: Annotated[list[str], typer.Option(help="Run only this rule or family; repeatable.")] = [],
    extend_select: Annotated[list[str], typer.Option(help="Run this rule or family as well.")] = [],
    ignore: Annotated[list[str], typer.Option(help="Leave this rule or family out; repeatable.")] = [],
    cluster: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler, or Spark master, that is there.")
    ] = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Audit every project of a corpus: findings, verdicts and projects as Parquet, and a report.

    A project that cannot be audited is a row with its message, and never the end of the run.
    """
    from argmap.audit.run import Choice
    from argmap.corpus.audit_corpus import audit_corpus
    from argmap.corpus.columns import Asked

    run = audit_corpus(
        source,
        out,
        asked=Asked(key, group, date),
        choice=Choice(tuple(select) or None, tuple(extend_select), tuple(ignore)),
        engine_name=engine.value,
        workers=workers,
        batch=batch,
        cluster=cluster,
        progress=_progress if sys.stderr.isatty() else None,
    )
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    if form is TextOrJson.JSON:
        write_json(_object(run))
    else:
        write("".join(f"{line}\n" for line in _lines(run, out)))


def _progress(projects: int) -> None:
    sys.stderr.write(f"\r{projects:,} projects")
    sys.stderr.flush()


def _object(run: "Run") -> dict[str, object]:
    summary = run.summary
    return {
        "projects": dict(sorted(summary.statuses.items())),
        "counts": dict(sorted(summary.whole.counts.items())),
        "rules": {
            rule: {"severity": fired.severity, "findings": fired.findings, "projects": fired.projects}
            for rule, fired in sorted(summary.rules.items())
        },
        "batches": {"all": run.parts, "there": run.there, "removed": run.removed},
    }


def _lines(run: "Run", out: Path) -> list[str]:
    from argmap.model.finding import Severity

    counts, statuses = run.summary.whole.counts, run.summary.statuses
    found = ", ".join(f"{counts[f'{s}s']:,} {s}{'s' * (counts[f'{s}s'] != 1)}" for s in Severity)
    told = ", ".join(f"{statuses[status]:,} {status}" for status in sorted(statuses))
    lines = [f"{run.summary.whole.projects:,} projects ({told}), {counts['claims']:,} claims: {found}"]
    if run.there:
        lines.append(f"{run.there:,} of {run.parts:,} batches were done by an earlier run")
    if run.removed:
        lines.append(
            f"{run.removed:,} batches of an earlier run are no longer of the corpus, and were removed"
        )
    return [*lines, f"the report is {out / 'report.md'}"]
