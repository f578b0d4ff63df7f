"""The collector of circular garbage, held off while many small things are made and none is thrown away."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Hold the collector off: it would look over, time and again, what is kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # what was made is old now, and is not looked over at once
            gc.enable()
