"""Runs contestants in turn (A B C A B C …) and keeps every figure."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LAUNCHER = Path(__file__).parent / "launcher.py"
LONG = 15.0
"""CPU seconds from which a command is not run again."""
CRASHES = (
    "Traceback (most recent call last)",
    "RangeError:",
    "RecursionError",
    "MemoryError",
    "Fatal Python",
)


@dataclass(frozen=True, slots=True)
class Contestant:
    """A command that is measured."""

    name: str
    command: tuple[str, ...]
    folder: Path
    removes: tuple[Path, ...] = ()
    """What it leaves behind and must not find on its next run."""
    codes: tuple[int, ...] = (0, 1)
    """Exit codes of a run that did its work; checkers end with 1 where they find something."""


@dataclass(slots=True)
class Figures:
    """What was measured of one contestant."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    fault: str = ""
    """Why there is no figure: ``over N s``, ``crashed: …``, ``not here``."""

    @property
    def seconds(self) -> float | None:
        """Median CPU seconds, children included."""
        return statistics.median(self.cpu) if self.cpu and not self.fault else None

    @property
    def peak(self) -> int | None:
        """Median peak memory of its largest process, in bytes."""
        return int(statistics.median(self.memory)) if self.memory and not self.fault else None


def run_once(contestant: Contestant, limit: float, log: Path) -> Figures:
    """Run a command once, in a process of its own.

    Args:
        contestant: The command.
        limit: Most CPU seconds.
        log: File for what it prints.
    """
    for left in contestant.removes:
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink(missing_ok=True)
    words = [sys.executable, "-S", "-E", str(LAUNCHER), str(limit), str(contestant.folder), str(log)]
    done = subprocess.run([*words, *contestant.command], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return Figures([told["cpu"]], [told["wall"]], [told["memory"]], _fault(told, contestant, limit, log))


def in_turn(
    contestants: Sequence[Contestant],
    repeats: int,
    limit: float,
    log: Path,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, Figures]:
    """Run all contestants once, then all again, and so on; one that fails or takes long only once.

    Args:
        contestants: The commands; names differ.
        repeats: How many rounds.
        limit: Most CPU seconds of a run.
        log: File for what the last one printed.
        tell: Takes a line for each run.
    """
    found = {each.name: Figures() for each in contestants}
    for _ in range(repeats):
        for each in contestants:
            mine = found[each.name]
            if mine.fault or (mine.cpu and mine.cpu[0] > LONG):
                continue
            once = run_once(each, limit, log)
            mine.cpu += once.cpu
            mine.wall += once.wall
            mine.memory += once.memory
            mine.fault = once.fault
            tell(f"{each.name}: {once.fault or f'{once.cpu[0]:.2f} s'}")
    return found


def _fault(told: dict[str, float], contestant: Contestant, limit: float, log: Path) -> str:
    if told["stopped"]:
        return f"over {limit:g} s"
    printed = log.read_text("utf-8", "replace")[-20_000:]
    sign = next((sign for sign in CRASHES if sign in printed), None)
    if sign is not None:
        return f"crashed: {_error_name(printed) or sign}"
    return "" if told["code"] in contestant.codes else f"failed: exit code {told['code']:g}"


def _error_name(printed: str) -> str:
    """Find what a traceback ends in; nothing more of it, since the rest names files."""
    for line in reversed(printed.splitlines()):
        name = line.strip().partition(":")[0]
        if name.endswith(("Error", "Exception")) and name.replace(".", "").isidentifier():
            return name.rpartition(".")[2]
    return ""
