"""What every semantics must answer about one part of a framework."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from argmap.solver.deadline import Deadline
from argmap.solver.parts import Part

Extension = frozenset[int]
"""Arguments of a part that stand together."""


class Engine(ABC):
    """One semantics on one part."""

    def __init__(self, part: Part, deadline: Deadline) -> None:
        self.part = part
        self.deadline = deadline

    @abstractmethod
    def all(self) -> Iterator[Extension]:
        """Give every extension, each once."""

    @abstractmethod
    def containing(self, argument: int) -> Extension | None:
        """Find an extension with an argument in it."""

    @abstractmethod
    def lacking(self, argument: int) -> Extension | None:
        """Find an extension without an argument."""

    def one(self) -> Extension | None:
        """Find an extension; None if there is none."""
        return next(self.all(), None)


MakeEngine = Callable[[Part, Deadline], Engine]
