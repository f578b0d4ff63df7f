"""Measures the steps of a check in one process, each with the least that it could take.

Writes JSON: name of a step to CPU seconds, the median of the rounds. With two rounds or more, a first
one does not count: it imports what is imported once.

    python -m benchmarks.drivers.steps FOLDER ROUNDS
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from argmap.audit.run import Choice, audit_parts, reader
from argmap.files.project import ProjectParts, read_parts
from argmap.model.project import Project
from argmap.verdict.fragility import FragileMap
from argmap.verdict.judgement import Judgement, judge
from benchmarks.drivers.raw_parse import parse_all

PASSES = 20
"""A pass over the links of a book is too short to be timed alone."""
LARGEST_FIGURE = 1000
"""Records above which nothing is drawn."""


def pass_over_links(project: Project) -> int:
    """Look at every link once and count them: the least that verdicts could take."""
    count = 0
    for claim in project.claims.values():
        for side in (claim.pro, claim.con):
            for argument in side:
                for _ in argument.premises:
                    count += 1
    return count


def timed(work: Callable[[], object], into: list[float]) -> object:
    """Do some work and note the CPU seconds of this process."""
    before = time.process_time()
    result = work()
    into.append(time.process_time() - before)
    return result


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Measure every step in turn, round after round."""
    found: dict[str, list[float]] = {}
    if rounds > 1:
        _round(folder, {})
    for _ in range(rounds):
        _round(folder, found)
    return {name: statistics.median(seconds) for name, seconds in found.items()}


def _round(folder: Path, found: dict[str, list[float]]) -> None:
    def step(name: str, work: Callable[[], object]) -> object:
        return timed(work, found.setdefault(name, []))

    step("parse", lambda: parse_all(folder))
    parts = step("read", lambda: _read(folder))
    assert isinstance(parts, ProjectParts)
    project = parts.project()
    step("links", lambda: [pass_over_links(project) for _ in range(PASSES)])
    found["links"][-1] /= PASSES
    judgement = step("verdicts", lambda: judge(project))
    assert isinstance(judgement, Judgement)
    step("rules", lambda: audit_parts(folder, parts, Choice(), reader(folder)))
    step("all rules", lambda: audit_parts(folder, parts, Choice(("all",)), reader(folder)))
    step("withdrawals", lambda: FragileMap(judgement, "source").all(1))
    if len(project.claims) + len(project.evidence) <= LARGEST_FIGURE:
        _draw(judgement, found)


def _read(folder: Path) -> ProjectParts:
    parts = read_parts(folder)
    parts.project()
    return parts


def _draw(judgement: Judgement, found: dict[str, list[float]]) -> None:
    """Draw the thesis with its support; the layout engine is a process of its own."""
    from argmap.draw import draw

    thesis = judgement.project.settings.thesis
    ours: list[float] = []
    before = _children()
    timed(lambda: draw(judgement, claim=thesis).svg(), ours)
    engine = _children() - before
    found.setdefault("layout", []).append(engine)
    found.setdefault("drawing", []).append(ours[0] + engine)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))) + "\n")
