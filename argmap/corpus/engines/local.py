"""The cores of this machine: a pool of processes, a few portions ahead."""

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Any

from argmap.corpus.engines.registry import Task
from argmap.corpus.isolating import isolated
from argmap.corpus.parts import Part
from argmap.corpus.portion import Portion
from argmap.model.errors import ArgmapError

AHEAD = 2
"""Portions that wait for each worker."""

ATTEMPTS = 3
"""How often a portion may be there when a worker dies before its projects are tried one by one."""


def run(
    work: Task, portions: Iterable[Portion], workers: int, cluster: str | None = None
) -> Iterator[list[Part]]:
    """Do the work on each portion; a portion whose worker dies is done again.

    Args:
        work: What is done.
        portions: Taken as workers become free.
        workers: How many processes; with one, all is done in this process.
        cluster: Must be None.

    Raises:
        ArgmapError: If a cluster is named.
    """
    if cluster is not None:
        raise ArgmapError("--cluster goes with --engine dask or spark")
    if workers == 1:
        yield from map(work, portions)
        return
    todo = iter(portions)
    attempts: dict[str, int] = {}
    again: list[Portion] = []
    while True:
        pool = _Pool(work, workers)
        try:
            yield from pool.run(todo, again)
        except BrokenProcessPool:
            again = []
            for portion in pool.running.values():
                attempts[portion.name] = attempts.get(portion.name, 0) + 1
                if attempts[portion.name] < ATTEMPTS:
                    again.append(portion)
                else:
                    yield isolated(work, portion)
        else:
            return
        finally:
            pool.stop()


class _Pool:
    """Processes, and what they are doing."""

    def __init__(self, work: Task, workers: int) -> None:
        self._work = work
        self._most = workers * (1 + AHEAD)
        self._executor = ProcessPoolExecutor(workers, get_context("spawn"), initializer=prepare)
        self.running: dict[Future[list[Part]], Portion] = {}

    def run(self, todo: Iterator[Portion], again: list[Portion]) -> Iterator[list[Part]]:
        for portion in [*again]:
            self._start(portion)
        while True:
            for portion in islice(todo, self._most - len(self.running)):
                self._start(portion)
            if not self.running:
                return
            done, _ = wait(self.running, return_when=FIRST_COMPLETED)
            for future in done:
                parts = future.result()
                del self.running[future]
                yield parts

    def _start(self, portion: Portion) -> None:
        future: Future[list[Part]]
        try:
            with _without_ctrl_c():
                future = self._executor.submit(self._work, portion)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self.running[future] = portion

    def stop(self) -> None:
        """End the processes; those that are at work are not waited for when the run was broken off."""
        processes = list((self._executor._processes or {}).values())
        manager: Any = self._executor._executor_manager_thread
        self._executor.shutdown(wait=False, cancel_futures=True)
        if self.running:
            for process in processes:
                process.terminate()
        for process in processes:
            process.join(5)
        if manager is not None:  # else it may close a pipe while Python's own end writes to it
            manager.join(5)


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back while processes are made, which then never see it, not even while they start."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def prepare() -> None:
    """Make a worker ready: Ctrl-C is its parent's to take, and records are made faster."""
    import gc

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 100)
