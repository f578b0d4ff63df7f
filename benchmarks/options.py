"""The words of the command line."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.listed import NAMES

SIZES = (500, 1_000, 10_000, 100_000, 1_000_000)
QUICK_SIZES = (500, 1_000, 10_000)
SERIES = ("sizes", "targets", "steps", "shapes", "quotations", "frameworks", "aif")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure argmap beside its peers and its own floors; write docs/performance.md.",
    )
    parser.add_argument("--only", action="append", choices=SERIES, help="run only this series; repeatable")
    parser.add_argument("--sizes", type=_sizes, help="records, separated by commas; from a book to a million")
    parser.add_argument("--peers", type=_names, help="peers, separated by commas; all, or none, in one word")
    parser.add_argument(
        "--path", action="append", type=Path, default=[], help="a folder with programs of peers"
    )
    parser.add_argument("--repeats", type=int, default=3, help="rounds (default 3)")
    parser.add_argument("--limit", type=float, default=60.0, help="most CPU seconds of a run (default 60)")
    parser.add_argument("--quick", action="store_true", help="small sizes only, two rounds")
    parser.add_argument("--out", type=Path, default=Path("docs"), help="folder of the page and the plot")
    parser.add_argument("--work", type=Path, help="folder for files and results; kept, and continued later")
    parser.add_argument("--page", action="store_true", help="only write the page from the results in --work")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is made up (default 1)")
    chosen = parser.parse_args(words)
    if chosen.repeats < 1 or chosen.limit <= 0:
        parser.error("rounds and the limit are above 0")
    if chosen.quick:
        chosen.repeats = min(chosen.repeats, 2)
    chosen.sizes = chosen.sizes or list(QUICK_SIZES if chosen.quick else SIZES)
    if chosen.page and chosen.work is None:
        parser.error("--page writes the results in --work")
    chosen.only = [] if chosen.page else chosen.only or list(SERIES)
    chosen.peers = list(NAMES) if chosen.peers is None else chosen.peers
    return chosen


def _sizes(text: str) -> list[int]:
    try:
        found = [int(word.replace("_", "")) for word in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no list of numbers") from None
    if min(found) < 100:
        raise argparse.ArgumentTypeError("an argument has at least 100 records")
    return found


def _names(text: str) -> list[str]:
    if text in ("all", "none"):
        return list(NAMES) if text == "all" else []
    found = text.split(",")
    if unknown := [name for name in found if name not in NAMES]:
        raise argparse.ArgumentTypeError(f"no peer '{unknown[0]}'; there are {', '.join(NAMES)}")
    return found
