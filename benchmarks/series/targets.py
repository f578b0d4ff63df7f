"""The races that the targets for argmap are judged by: so many claims, each with its evidence."""

import os

from benchmarks.measure.run import Contestant
from benchmarks.series.bench import Bench, check
from benchmarks.series.rows import ARGMAP, PARSE, SINGLE, UNCHANGED, find
from benchmarks.series.sizes import yardsticks

SERIES = "targets"
RECORDS = 5 / 2
"""Claims and evidence together, to a claim."""
CLAIMS = (10_000, 100_000, 1_000_000)


def run(bench: Bench, *, quick: bool = False) -> None:
    """Check 10,000, 100,000 and a million claims, beside the yardsticks."""
    for claims in CLAIMS[:1] if quick else CLAIMS:
        size = int(claims * RECORDS)
        race = f"{claims:,} claims"
        if why := _too_large(bench, size):
            bench.absent(SERIES, race, ARGMAP, size, why)
            continue
        argument = bench.argument("book", size)
        single = claims == CLAIMS[0]
        project = bench.project(argument)
        contestants: list[Contestant] = [
            *(each for each in yardsticks(bench, argument, single=False) if each.name == PARSE),
            check(ARGMAP, project, bench.work),
            check(UNCHANGED, project, bench.work, warm=True),
        ]
        if single:
            contestants.append(check(SINGLE, bench.project(argument, single=True), bench.work))
        bench.race(SERIES, race, size, contestants, [SINGLE])
        bench.clear(argument)


def _too_large(bench: Bench, size: int) -> str:
    """Tell why a size is not tried: by the one before, it would take more than half of the memory."""
    before = find(bench.rows, SERIES, f"{CLAIMS[1]:,} claims", ARGMAP)
    if before is None or before.peak is None or size <= before.size:
        return ""
    needed = before.peak * size / before.size
    here = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"not run: would take some {needed / 2**30:.0f} GiB" if needed > here / 2 else ""
