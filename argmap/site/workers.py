"""Work shared out to the cores of this machine, in order, and leaving nothing behind."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

Progress = Callable[[int, int], None]
"""Told how many of all jobs are done."""

FEWEST = 8
"""Jobs from which a second process pays."""

_work: Callable[[int], object] | None = None
"""What a child process runs; it finds everything else in the memory that it shares with its parent."""


def share_out(
    work: Callable[[In], Out], jobs: Sequence[In], progress: Progress | None = None
) -> Iterator[Out]:
    """Do jobs on all cores where that pays, else here; results come in the order of the jobs.

    Children are copies of this process (fork), so that nothing has to be sent to them. Where there
    is no safe fork (other systems than Linux, a process with threads) all is done here.
    """
    tell = progress or (lambda done, of: None)
    cores = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, len(jobs))
    forks = sys.platform == "linux" and threading.active_count() == 1
    if cores < 2 or len(jobs) < FEWEST or not forks:
        for done, job in enumerate(jobs, 1):
            yield work(job)
            tell(done, len(jobs))
        return
    yield from _in_children(work, jobs, cores, tell)


def _in_children(work: Callable[[In], Out], jobs: Sequence[In], cores: int, tell: Progress) -> Iterator[Out]:
    global _work
    _work = lambda number: work(jobs[number])  # noqa: E731  # the children inherit it
    context = multiprocessing.get_context("fork")
    try:
        with context.Pool(cores) as pool:
            for done, result in enumerate(pool.imap(_run, range(len(jobs))), 1):
                yield result  # type: ignore[misc]
                tell(done, len(jobs))
    finally:
        _work = None


def _run(number: int) -> object:
    assert _work is not None
    return _work(number)
