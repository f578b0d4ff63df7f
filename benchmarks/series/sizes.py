"""The same argument in every format, from a book to a million records."""

import sys
from dataclasses import dataclass

from benchmarks.generate.argument import Argument
from benchmarks.measure.run import Contestant
from benchmarks.peers.peer import Peer
from benchmarks.series.bench import REPOSITORY, Bench, argmap_command, checks
from benchmarks.series.rows import BARE, HELP, PARSE, PARSE_SINGLE, SINGLE, Row

SERIES = "sizes"
MOST_FILES = 100_000
"""Records above which nothing is written with one record a file."""
MOST_ALL_RULES = 250_000
"""Records above which the rules that are off by default do not run."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A peer whose files are written."""

    peer: Peer
    contestant: Contestant


def run(bench: Bench, sizes: list[int]) -> None:
    """Race argmap, the yardsticks and the peers at each size, the smallest first."""
    for size in sorted(sizes):
        argument = bench.argument("book", size)
        single = size <= MOST_FILES
        contestants = [*yardsticks(bench, argument, single=single)]
        contestants += checks(bench, argument, single=single, all_rules=size <= MOST_ALL_RULES)
        ready = peers_for(bench, SERIES, str(size), argument)
        singles = [each.peer.name for each in ready if each.peer.single] + [SINGLE, PARSE_SINGLE]
        bench.race(SERIES, str(size), size, [*contestants, *(each.contestant for each in ready)], singles)
        bench.clear(argument)


def yardsticks(bench: Bench, argument: Argument, *, single: bool) -> list[Contestant]:
    """Make the contestants that everything is compared with."""
    module = (sys.executable, "-m", "benchmarks.drivers.raw_parse")
    made = [
        Contestant(BARE, (sys.executable, "-I", "-c", "pass"), REPOSITORY),
        Contestant(HELP, (*argmap_command(), "--help"), REPOSITORY),
        Contestant(PARSE, (*module, str(bench.project(argument))), REPOSITORY),
    ]
    if single:
        words = (*module, str(bench.project(argument, single=True)))
        made.append(Contestant(PARSE_SINGLE, words, REPOSITORY))
    return made


def peers_for(bench: Bench, series: str, race: str, argument: Argument) -> list[Ready]:
    """Write the argument for every peer that is here and can be expected to end; name the others."""
    ready = []
    for peer, program in bench.peers():
        why = "not here" if program is None else _hopeless(bench, peer, argument.size)
        if program is None or why:
            bench.absent(series, race, peer.name, argument.size, why, peer.single)
            continue
        folder = bench.peer_files(argument, peer)
        left = tuple(folder / name for name in peer.leaves)
        words = tuple(peer.command(program, folder))
        ready.append(Ready(peer, Contestant(peer.name, words, folder, left, peer.codes)))
    return ready


def _hopeless(bench: Bench, peer: Peer, size: int) -> str:
    """Tell why a peer is not run: it ran over the limit on less, or would by far if it grew with size.

    By the largest size before, of whose time the start takes the least.
    """
    if peer.single and size > MOST_FILES:
        return f"not run: {size:,} files"
    mine = [row for row in bench.rows if row.name == peer.name and row.series == SERIES]
    earlier = [row for row in mine if row.size <= size]
    if any(row.fault.startswith(("over", "not run")) for row in earlier):
        return f"not run: over the limit at {smallest_over(earlier):,}"
    timed = [(row.size, row.seconds) for row in earlier if row.seconds is not None and row.size < size]
    before, seconds = max(timed, default=(size, 0.0))
    if seconds * size / before > 2 * bench.limit_at(size):
        return f"not run: {seconds:.0f} s at {before:,}"
    return ""


def smallest_over(rows: list[Row]) -> int:
    """Tell the smallest size at which a peer ran over the limit, or was not run."""
    return min(row.size for row in rows if row.fault)
