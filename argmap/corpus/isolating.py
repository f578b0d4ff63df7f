"""Finds the project whose audit ends its process, so that the others of its portion are audited."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

from argmap.corpus.parts import Part
from argmap.corpus.portion import Portion
from argmap.corpus.text_project import TextProject

DIED = "its audit ends the process that runs it: out of memory, or a fault of a library"


@dataclass(frozen=True)
class Sifted:
    """A portion of which some projects are refused, or only some are read."""

    portion: Portion
    first: int = 0
    last: int | None = None
    refused: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return self.portion.name

    def projects(self) -> Iterator[TextProject]:
        """Read the portion, and pass on what is asked for."""
        for i, project in enumerate(self.portion.projects()):
            if self.last is not None and i >= self.last:
                return
            if i in self.refused:
                yield replace(project, files={}, refused=DIED)
            elif i >= self.first:
                yield project


def isolated(work: Callable[[Portion], list[Part]], portion: Portion) -> list[Part]:
    """Do the work on a portion in which a project ends every process that audits it.

    Halves of it are tried in processes of their own until the project is found; then the portion is
    done without it.
    """
    count = sum(1 for _ in portion.projects())
    guilty: set[int] = set()
    waiting = [(0, count)]
    while waiting:
        first, last = waiting.pop()
        if first >= last or _survives(partial(_try, portion, first, last)):
            continue
        if last - first == 1:
            guilty.add(first)
            continue
        middle = (first + last) // 2
        waiting += [(middle, last), (first, middle)]
    return work(Sifted(portion, refused=frozenset(guilty)))


def _try(portion: Portion, first: int, last: int) -> None:
    from argmap.corpus.batch import audit_batch

    audit_batch(Sifted(portion, first, last).projects())


def _survives(attempt: Callable[[], None]) -> bool:
    process = get_context("spawn").Process(target=attempt)
    process.start()
    process.join()
    return process.exitcode == 0
