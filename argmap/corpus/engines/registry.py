"""Engines by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from argmap.corpus.parts import Part
from argmap.corpus.portion import Portion
from argmap.model.errors import UnknownNameError

Task = Callable[[Portion], list[Part]]
"""What is done with each portion; picklable."""

Engine = Callable[[Task, Iterable[Portion], int, str | None], Iterator[list[Part]]]
"""Takes the work, the portions, how many workers, and the address of a cluster; None for this machine."""

ENGINES: Mapping[str, str] = {
    "local": "argmap.corpus.engines.local",
    "dask": "argmap.corpus.engines.on_dask",
    "spark": "argmap.corpus.engines.on_spark",
}
"""Engine to the module whose ``run`` it is."""


def engine(name: str) -> Engine:
    """Give an engine.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    if name not in ENGINES:
        raise UnknownNameError("engine", name, ENGINES)
    run: Engine = import_module(ENGINES[name]).run
    return run
