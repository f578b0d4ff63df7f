"""A stretch of a corpus that one worker audits by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from argmap.corpus.text_project import TextProject

MOST_TOGETHER = 64_000_000
"""Bytes of text from which a batch is closed before it has all its projects."""


class Portion(Protocol):
    """Names a stretch of a corpus and reads it where it is audited; small and picklable."""

    @property
    def name(self) -> str:
        """What to call it in messages."""

    def projects(self) -> Iterator[TextProject]:
        """Read it, project by project; what cannot be read is a project that is refused."""


@dataclass(frozen=True)
class FaultPortion:
    """A part of a corpus that cannot be read at all."""

    name: str
    message: str

    def projects(self) -> Iterator[TextProject]:
        """Give one row that tells of it."""
        yield TextProject("", origin=self.name, refused=self.message)


def batches(portion: Portion, most: int) -> Iterator[list[TextProject]]:
    """Cut a portion into batches of at most so many projects, fewer where they are large."""
    batch: list[TextProject] = []
    size = 0
    for project in portion.projects():
        batch.append(project)
        size += project.size
        if len(batch) == most or size >= MOST_TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
