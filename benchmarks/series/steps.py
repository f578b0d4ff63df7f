"""Each step of a check beside the least that it could take, all in one process."""

import json
import sys

from benchmarks.measure.run import Contestant, run_once
from benchmarks.series.bench import REPOSITORY, Bench
from benchmarks.series.rows import Row

SERIES = "steps"


def run(bench: Bench, sizes: list[int]) -> None:
    """Measure the steps at each size; one process a size, rounds within."""
    for size in sizes:
        argument = bench.argument("book", size)
        rounds = bench.repeats if size <= 50_000 else 1
        bench.tell(f"-- {SERIES}: {size}")
        words = (sys.executable, "-m", "benchmarks.drivers.steps", str(bench.project(argument)), str(rounds))
        contestant = Contestant(SERIES, words, REPOSITORY, codes=(0,))
        figures = run_once(contestant, bench.limit * 10, bench.log)
        if figures.fault:
            bench.absent(SERIES, str(size), "all", size, figures.fault)
        else:
            for name, seconds in json.loads(bench.log.read_text("utf-8").splitlines()[-1]).items():
                bench.rows.append(Row(SERIES, str(size), name, size, seconds, runs=rounds))
        bench.clear(argument)
