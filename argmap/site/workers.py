"""Work shared out to the cores of this machine, in order, and leaving nothing behind."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

Steps = Callable[[int, int], None]
"""Told how many of all steps are done."""
Progress = Callable[[str, int, int], None]
"""Told what is being done, and how many of its steps are done, of how many; 0 where that is not known."""

FEWEST = 8
"""Jobs from which a second process pays."""

_work: Callable[[int], object] | None = None
"""What a child process runs; it finds everything else in the memory that it shares with its parent."""


def stage(progress: Progress | None, name: str) -> Steps:
    """Begin a stage of the work; give what is to be told of its steps."""
    if progress is None:
        return lambda done, of: None
    progress(name, 0, 0)
    return partial(progress, name)


def cores() -> int:
    """Count the cores that work may be shared out to; one where processes cannot be copied safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and _threads() == 1 else 1


def _threads() -> int:
    """Count the threads of this process, on Linux also those that Python did not start."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir())
    except OSError:
        return threading.active_count()


def shares_of(keys: Sequence[In]) -> list[Sequence[In]]:
    """Cut keys into one share for each core, neighbours into different ones, so that all weigh the same."""
    number = cores()
    return [keys[first::number] for first in range(min(number, len(keys)))]


def share_out(
    work: Callable[[In], Out], jobs: Sequence[In], tell: Steps = lambda done, of: None, fewest: int = FEWEST
) -> Iterator[Out]:
    """Do jobs on all cores where that pays, else here; results come in the order of the jobs.

    Children are copies of this process (fork), so that nothing has to be sent to them. Where there
    is no safe fork (other systems than Linux, a process with threads) all is done here.

    Args:
        work: What to do with a job.
        jobs: The jobs.
        tell: Told how many of all are done.
        fewest: Jobs from which a second process pays.
    """
    # what is there already stays: looking through all of it for garbage takes longer than the work
    gc.freeze()
    try:
        if cores() < 2 or len(jobs) < fewest:
            for done, job in enumerate(jobs, 1):
                yield work(job)
                tell(done, len(jobs))
        else:
            yield from _in_children(work, jobs, min(cores(), len(jobs)), tell)
    finally:
        gc.unfreeze()


def _in_children(work: Callable[[In], Out], jobs: Sequence[In], number: int, tell: Steps) -> Iterator[Out]:
    global _work
    _work = lambda number: work(jobs[number])  # noqa: E731  # the children inherit it
    context = multiprocessing.get_context("fork")
    try:
        with context.Pool(number) as pool:
            for done, result in enumerate(pool.imap(_run, range(len(jobs))), 1):
                yield result  # type: ignore[misc]
                tell(done, len(jobs))
    finally:
        _work = None


def _run(number: int) -> object:
    assert _work is not None
    return _work(number)
