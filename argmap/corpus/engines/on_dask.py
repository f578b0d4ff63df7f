"""Dask: a cluster that is there, or one of processes on this machine for the time of the run."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any

from argmap.corpus.engines.local import prepare
from argmap.corpus.engines.registry import Task
from argmap.corpus.extras import need
from argmap.corpus.isolating import isolated
from argmap.corpus.parts import Part
from argmap.corpus.portion import Portion
from argmap.model.errors import ArgmapError, shown

AHEAD = 3
"""Portions that are with the scheduler for each worker."""

QUIET = {"distributed.worker.profile.enabled": False, "distributed.admin.system-monitor.interval": "5s"}
"""Settings of a cluster of ours: nobody looks at its profiles, which cost a fifth."""


def run(
    work: Task, portions: Iterable[Portion], workers: int, cluster: str | None = None
) -> Iterator[list[Part]]:
    """Do the work on each portion; what a worker that died had in hand goes to another.

    Args:
        work: What is done.
        portions: Taken as workers become free.
        workers: How many processes a cluster on this machine has.
        cluster: Address of a scheduler, as ``tcp://host:8786``; what is configured for Dask when None.

    Raises:
        ArgmapError: If Dask is not installed, or there is no scheduler at the address.
    """
    distributed = need("distributed", "dask")

    todo = iter(portions)
    with ExitStack() as stack:
        client = _client(stack, workers, cluster)
        waiting = distributed.as_completed(())
        running: dict[Any, Portion] = {}

        def start(count: int) -> None:
            for portion in islice(todo, count):
                future = client.submit(work, portion, pure=False, retries=2)
                running[future] = portion
                waiting.add(future)

        start((AHEAD + 1) * max(workers, len(client.scheduler_info(n_workers=-1)["workers"])))
        for future in waiting:
            portion = running.pop(future)
            try:
                parts = future.result()
            except distributed.KilledWorker:
                parts = isolated(work, portion)
            future.release()
            yield parts
            start(1)


def _client(stack: ExitStack, workers: int, cluster: str | None) -> Any:
    distributed = need("distributed", "dask")
    address = cluster or need("dask").config.get("scheduler-address", None)
    if address:
        try:
            return stack.enter_context(distributed.Client(address, timeout=10))
        except (OSError, ValueError) as error:
            raise ArgmapError(f"there is no Dask scheduler at '{shown(address)}'") from error
    try:
        return distributed.get_client()
    except ValueError:
        stack.enter_context(need("dask").config.set(QUIET))
        made = stack.enter_context(
            distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                silence_logs=50,
                memory_limit=0,
            )
        )
        client = stack.enter_context(distributed.Client(made))
        client.run(prepare)
        return client
