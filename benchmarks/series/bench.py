"""The bench: where things are written, how often and how long they run, and which peers are here."""

import shutil
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.generate.projects import write_project
from benchmarks.generate.shapes import SHAPES
from benchmarks.measure.run import Contestant, in_turn
from benchmarks.peers.listed import PEERS
from benchmarks.peers.peer import Peer, find_program
from benchmarks.series.rows import ALL_RULES, ARGMAP, SINGLE, UNCHANGED, Row

HUGE = 250_000
"""Records above which runs may take longer."""
CACHE = "cache"
"""Folder for what argmap keeps between runs; removed before every run that is to begin without it."""
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Bench:
    """What every series needs."""

    work: Path
    places: Sequence[Path] = ()
    """Folders with the programs of peers."""
    names: Sequence[str] = ()
    """Peers that are asked for."""
    repeats: int = 3
    limit: float = 60.0
    """Most CPU seconds of a run."""
    seed: int = 1
    tell: Callable[[str], None] = lambda _: None
    rows: list[Row] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """File for what the last command printed."""
        return self.work / "printed.txt"

    def limit_at(self, size: int) -> float:
        """Tell the most CPU seconds of a run on so many records: five times as many for huge ones."""
        return self.limit * (5 if size > HUGE else 1)

    def peers(self) -> list[tuple[Peer, str | None]]:
        """List the peers asked for, each with its program or None."""
        return [(peer, find_program(peer.program, self.places)) for peer in PEERS if peer.name in self.names]

    def argument(self, shape: str, size: int) -> Argument:
        """Make an argument."""
        return SHAPES[shape](size, self.seed)

    def project(self, argument: Argument, *, single: bool = False) -> Path:
        """Write an argument for argmap, unless that was done."""
        folder = self.folder(argument, "argmap-single" if single else "argmap")
        if not folder.exists():
            write_project(argument, folder, single=single)
        return folder

    def peer_files(self, argument: Argument, peer: Peer) -> Path:
        """Write an argument for a peer, unless that was done."""
        folder = self.folder(argument, peer.name.replace("/", "-"))
        if not folder.exists():
            peer.write(argument, folder)
        return folder

    def folder(self, argument: Argument, whose: str) -> Path:
        """Name the folder of an argument in somebody's format."""
        return self.work / f"{argument.shape}-{argument.size}-{argument.seed}" / whose

    def clear(self, argument: Argument) -> None:
        """Remove everything that was written of an argument."""
        shutil.rmtree(self.folder(argument, ""), ignore_errors=True)

    def race(
        self,
        series: str,
        race: str,
        size: int,
        contestants: Sequence[Contestant],
        singles: Iterable[str] = (),
    ) -> None:
        """Run contestants in turn and keep a row of each.

        Args:
            series: The series.
            race: What is told apart within the series.
            size: How large it is.
            contestants: Who runs.
            singles: Those that keep one record a file.
        """
        self.tell(f"-- {series}: {race}")
        found = in_turn(contestants, self.repeats, self.limit_at(size), self.log, self.tell)
        one_a_file = frozenset(singles)
        for name, figures in found.items():
            wall = statistics.median(figures.wall) if figures.seconds is not None else None
            row = Row(
                *(series, race, name, size, figures.seconds, wall, figures.peak),
                *(len(figures.cpu), figures.fault, name in one_a_file),
            )
            self.rows.append(row)

    def absent(self, series: str, race: str, name: str, size: int, why: str, single: bool = False) -> None:
        """Keep a row of somebody who did not run."""
        self.rows.append(Row(series, race, name, size, fault=why, single=single))


def argmap_command() -> list[str]:
    """Give the words that start argmap: the command beside this Python, or the package as it stands."""
    beside = Path(sys.executable).parent / "argmap"
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "argmap"]


def check(name: str, project: Path, work: Path, *options: str, warm: bool = False) -> Contestant:
    """Make a contestant of ``argmap check``.

    Args:
        name: Its name in the table.
        project: The project.
        work: The bench's folder.
        options: More words.
        warm: Whether it may use what an earlier run kept.
    """
    words = (*argmap_command(), "check", "--format", "concise", *options, str(project))
    return Contestant(name, words, REPOSITORY, () if warm else (work / CACHE,))


def checks(bench: Bench, argument: Argument, *, single: bool, all_rules: bool) -> list[Contestant]:
    """Make the contestants that check an argument with argmap.

    Args:
        bench: The bench.
        argument: What they check.
        single: Whether one of them reads one record a file.
        all_rules: Whether one of them runs every rule there is.
    """
    project = bench.project(argument)
    made = [
        check(ARGMAP, project, bench.work),
        check(UNCHANGED, project, bench.work, warm=True),
    ]
    if all_rules:
        made.append(check(ALL_RULES, project, bench.work, "--select", "all"))
    if single:
        made.append(check(SINGLE, bench.project(argument, single=True), bench.work))
    return made
