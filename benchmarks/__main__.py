"""``python -m benchmarks``."""

import json
import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from benchmarks.measure.machine import describe, load
from benchmarks.options import parse
from benchmarks.peers.listed import LIBRARIES, PEERS
from benchmarks.peers.peer import find_program, find_python, version_in, version_of
from benchmarks.report.page import PLOT, Run, growth_plot, page
from benchmarks.series import shapes, sizes, steps, targets, tasks
from benchmarks.series.bench import CACHE, Bench
from benchmarks.series.rows import Row

RESULTS = "results.json"
STEP_SIZES = (500, 10_000, 250_000)
SHAPE_SIZE = 10_000


def main() -> None:
    """Run the series that are asked for and write the page."""
    chosen = parse(sys.argv[1:])
    if chosen.work is not None:
        chosen.work.mkdir(parents=True, exist_ok=True)
        run_all(chosen, chosen.work.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        run_all(chosen, Path(folder))


def run_all(chosen: Namespace, work: Path) -> None:
    """Run series by series, and write results and page after each."""
    os.environ["ARGMAP_CACHE_DIR"] = str(work / CACHE)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start would compile all that it imports
    rows, loads, peers = _earlier(work, chosen)
    bench = Bench(
        *(work, [path.resolve() for path in chosen.path], chosen.peers, chosen.repeats, chosen.limit),
        chosen.seed,
        lambda line: print(line, file=sys.stderr, flush=True),  # noqa: T201
        rows,
    )
    peers |= _versions(bench)
    for series in chosen.only:
        loads[series] = load() or 0.0
        _run_series(bench, series, chosen)
        kept = {"rows": [row.as_object() for row in bench.rows], "loads": loads, "peers": peers}
        (work / RESULTS).write_text(json.dumps(kept, indent=1), "utf-8")
        _write(bench, chosen, loads, peers)
    if chosen.page:
        _write(bench, chosen, loads, peers)


def _write(bench: Bench, chosen: Namespace, loads: dict[str, float], peers: dict[str, str]) -> None:
    """Write the page, and the plot where there is something to plot."""
    ordered = sorted(bench.rows, key=lambda row: row.size if row.series == sizes.SERIES else 0)
    asked = [(name, peers.get(name, "not here")) for name in bench.names]
    run = Run(ordered, describe(), asked, chosen.repeats, chosen.limit, tuple(loads.values()))
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / "performance.md").write_text(page(run), "utf-8")
    if any(row.series == sizes.SERIES for row in bench.rows):
        (chosen.out / PLOT).write_text(growth_plot(ordered), "utf-8")


def _run_series(bench: Bench, series: str, chosen: Namespace) -> None:
    match series:
        case "sizes":
            sizes.run(bench, chosen.sizes)
        case "targets":
            targets.run(bench, quick=chosen.quick)
        case "steps":
            steps.run(bench, [size for size in STEP_SIZES if not chosen.quick or size <= SHAPE_SIZE])
        case "shapes":
            shapes.run(bench, SHAPE_SIZE)
        case "quotations":
            tasks.run_quotations(bench, quick=chosen.quick)
        case "frameworks":
            tasks.run_frameworks(bench, quick=chosen.quick)
        case "aif":
            tasks.run_aif(bench, quick=chosen.quick)


def _earlier(work: Path, chosen: Namespace) -> tuple[list[Row], dict[str, float], dict[str, str]]:
    """Read what an earlier run left of what is not run again, and the versions of its peers."""
    file = work / RESULTS
    if not file.exists():
        return [], {}, {}
    read = json.loads(file.read_text("utf-8"))
    rows = [Row.from_object(row) for row in read["rows"]]

    def again(row: Row) -> bool:
        same = row.series != sizes.SERIES or row.size in chosen.sizes
        return row.series in chosen.only and same

    return [row for row in rows if not again(row)], dict(read["loads"]), dict(read.get("peers", {}))


def _versions(bench: Bench) -> dict[str, str]:
    """Find the peers that are here, with their versions."""
    found = {}
    for peer in PEERS:
        if program := find_program(peer.program, bench.places):
            found[peer.name] = version_of(peer.name, program)
    for library in LIBRARIES:
        if python := find_python(library.module, bench.places):
            found[library.name] = version_in(python, library.name)
    return found


if __name__ == "__main__":
    main()
