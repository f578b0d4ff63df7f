"""Spark: portions are the rows of a data frame, and ``mapInArrow`` does the work on them."""

import os
import pickle
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from argmap.corpus.engines.registry import Task
from argmap.corpus.extras import need
from argmap.corpus.parts import Part
from argmap.corpus.portion import Portion
from argmap.model.errors import ArgmapError, shown

AT_ONCE = 20_000
"""Portions of one Spark job."""

ATTEMPTS = 4
"""How often a portion is tried on this machine; on a cluster, ``spark.task.maxFailures`` says so."""


def run(
    work: Task, portions: Iterable[Portion], workers: int, cluster: str | None = None
) -> Iterator[list[Part]]:
    """Do the work on each portion; what a worker that died had in hand is done again.

    Args:
        work: What is done.
        portions: Taken some thousands at a time.
        workers: How many are at work on this machine.
        cluster: The master, as ``spark://host:7077`` or ``yarn``; the session that is there, or that
            ``spark-submit`` begins, when None.

    Raises:
        ArgmapError: If Spark or Java is not installed, or the job fails.
    """
    spark_error = need("pyspark.errors", "spark").PySparkException

    todo = iter(portions)
    session, ours = _session(workers, cluster)
    try:
        while some := list(islice(todo, AT_ONCE)):
            yield from _job(session, work, some, workers)
    except (spark_error, _java_error()) as error:
        raise ArgmapError(
            f"the Spark job failed, and 'argmap corpus' goes on where it stopped: {_reason(error)}"
        ) from error
    finally:
        if ours:
            session.stop()


def _job(session: Any, work: Task, portions: list[Portion], workers: int) -> Iterator[list[Part]]:
    rows = [(pickle.dumps(portion),) for portion in portions]
    pieces = min(len(rows), max(4 * workers, 2 * session.sparkContext.defaultParallelism))
    spread = session.sparkContext.parallelize(rows, pieces)
    frame = session.createDataFrame(spread, "portion binary")
    for row in frame.mapInArrow(_Mapped(work), "parts binary").collect():
        yield pickle.loads(row.parts)  # what our own worker wrote


class _Mapped:
    """The work as Spark wants it: batches of rows in, batches of rows out."""

    def __init__(self, work: Task) -> None:
        self._work = work

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        pa = need("pyarrow")

        for batch in batches:
            for portion in batch.column("portion"):
                parts = self._work(pickle.loads(portion.as_py()))  # what our own driver wrote
                yield pa.RecordBatch.from_pydict({"parts": [pickle.dumps(parts)]})


def _session(workers: int, cluster: str | None) -> tuple[Any, bool]:
    """Give the session that is there, or begin one; tell whether it is ours to end."""
    spark_error = need("pyspark.errors", "spark").PySparkException
    spark = need("pyspark.sql", "spark").SparkSession
    there = spark.getActiveSession()
    if there is not None:
        return there, False
    submitted = "PYSPARK_GATEWAY_PORT" in os.environ or "SPARK_REMOTE" in os.environ
    if not submitted and not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise ArgmapError("Spark needs Java, and there is none: install a JRE (17 or later)")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = spark.builder.appName("argmap corpus").config("spark.log.level", "ERROR")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if not submitted:
        master = cluster or f"local[{workers},{ATTEMPTS}]"
        builder = builder.master(master).config("spark.ui.enabled", "false")
        builder = builder.config("spark.driver.host", "127.0.0.1") if cluster is None else builder
    try:
        return builder.getOrCreate(), True
    except (spark_error, _java_error(), OSError) as error:
        raise ArgmapError(f"Spark does not start: {_reason(error)}") from error


def _java_error() -> type[Exception]:
    found: type[Exception] = need("py4j.protocol", "spark").Py4JError
    return found


def _reason(error: Exception) -> str:
    text = str(error).strip() or type(error).__name__
    return shown(text.splitlines()[0], 300)
