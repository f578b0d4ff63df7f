"""Arguments of other shapes than a book, all of one size."""

from benchmarks.generate.shapes import SHAPES
from benchmarks.series.bench import Bench, check
from benchmarks.series.rows import ARGMAP
from benchmarks.series.sizes import peers_for

SERIES = "shapes"
QUICK = 8.0
"""Peers that need more CPU seconds for a book of that size do not run on the other shapes."""


def run(bench: Bench, size: int) -> None:
    """Race argmap and the quick peers on each shape."""
    for shape in SHAPES:
        argument = bench.argument(shape, size)
        contestants = [check(ARGMAP, bench.project(argument), bench.work)]
        for ready in peers_for(bench, SERIES, shape, argument):
            name = ready.peer.name
            slow = [
                r for r in bench.rows if r.name == name and r.race == str(size) and (r.seconds or 0) > QUICK
            ]
            if slow:
                why = f"not run: {slow[0].seconds:.0f} s for a book"
                bench.absent(SERIES, shape, name, argument.size, why, ready.peer.single)
            else:
                contestants.append(ready.contestant)
        bench.race(SERIES, shape, argument.size, contestants)
        bench.clear(argument)
