"""The audit of a corpus, from its portions to the report."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from argmap.audit.run import Choice
from argmap.corpus.columns import Asked
from argmap.corpus.engines.registry import engine
from argmap.corpus.extras import need
from argmap.corpus.parts import Part, Work, begin, finish, stamp_of
from argmap.corpus.plan import look
from argmap.corpus.report import report_text
from argmap.corpus.summary import Summary, summarize
from argmap.files.atomic import write_text
from argmap.model.errors import ArgmapError

BATCH = 250
"""Projects that are audited together and stand in one file."""

REPORT = "report.md"
_SCRATCH = ".sorted"

Progress = Callable[[int], None]
"""Told how many projects are done."""


@dataclass(frozen=True)
class Run:
    """What a run did."""

    summary: Summary
    parts: int
    """Batches of the corpus."""
    there: int
    """Of these, how many an earlier run had done."""
    removed: int
    """Batches of earlier runs that are no longer of the corpus, and were removed."""


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def audit_corpus(
    source: Path,
    out: Path,
    *,
    asked: Asked | None = None,
    choice: Choice | None = None,
    engine_name: str = "local",
    workers: int | None = None,
    batch: int = BATCH,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> Run:
    """Audit every project of a corpus and write what is found, with a report.

    Args:
        source: A Parquet file, a folder of such files, or a tree of project folders.
        out: Folder of the results; one of an earlier run is gone on with.
        asked: Columns of the data set.
        choice: Which rules run.
        engine_name: ``local``, ``dask`` or ``spark``.
        workers: How many are at work at the same time; the cores of this machine when None.
        batch: Projects that are audited together.
        cluster: Address of a cluster of the engine.
        progress: Told how many projects are done.

    Raises:
        UnreadableError: If the source cannot be read, or the results cannot be written.
        ExistsError: If ``out`` holds something else.
        UnknownNameError: If a rule, a column or an engine does not exist.
        ArgmapError: If an extra is not installed, or a number is none to work with.
    """
    need("pyarrow.parquet", "data")
    workers = cores() if workers is None else workers
    if workers < 1 or batch < 1:
        raise ArgmapError("--workers and --batch are whole numbers from 1")
    choice, asked = choice or Choice(), asked or Asked()
    run = engine(engine_name)
    stamp = stamp_of(choice)
    source, out = Path(os.path.realpath(source)), Path(os.path.realpath(out))
    corpus = look(source, asked)
    if out == source or source.is_relative_to(out) or out.is_relative_to(source):
        raise ArgmapError("--out lies apart from the corpus: neither in it nor around it")
    told = {"argmap": stamp.split()[0], "source": source.name, "batch": batch}
    begin(out, told)
    scratch = out / _SCRATCH
    portions = corpus.portions(batch, workers, scratch)
    done = _Done(progress)
    for parts in run(Work(out, batch, choice, stamp), portions, workers, cluster):
        done.add(parts)
    shutil.rmtree(scratch, ignore_errors=True)
    removed = finish(out, told, done.keys)
    summary = summarize(out)
    write_text(out / REPORT, report_text(summary, source.name, asked))
    return Run(summary, len(done.keys), done.there, removed)


class _Done:
    """Batches that are done."""

    def __init__(self, progress: Progress | None) -> None:
        self.keys: set[str] = set()
        self.there = 0
        self._projects = 0
        self._progress = progress or (lambda projects: None)

    def add(self, parts: list[Part]) -> None:
        for part in parts:
            if part.key not in self.keys:
                self.keys.add(part.key)
                self.there += part.was_there
                self._projects += part.projects
        self._progress(self._projects)
