"""An Argdown document, from its source or from the JSON of its program."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from argmap.exchange.texts import one_line

NOT = "¬"
"""Before the title of a statement: its negation, by which a premise-conclusion structure attacks it."""

DATA = ("kind", "part", "when", "hedge", "standard", "remark")
"""Fields of a claim that the data of a statement may hold."""

STEP_DATA = ("because", "strength", "weight", "bearing", "tendency", "remark")
"""Fields of an argument that the data of an inference may hold."""

Kind = Literal["support", "attack", "undercut", "contradiction"]
EndKind = Literal["statement", "argument", "inference"]


@dataclass(slots=True)
class Member:
    """A statement (its equivalence class) or an argument, with all that was said of it."""

    title: str
    texts: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    section: str = ""
    titled: bool = True

    def say(self, text: str) -> None:
        """Add a wording."""
        if text and text not in self.texts:
            self.texts.append(text)


@dataclass(slots=True)
class Inference:
    """One step of a premise-conclusion structure."""

    premises: list[str]
    conclusion: str
    rules: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation."""

    kind: EndKind
    title: str
    index: int = -1
    """Of the inference within its argument, from 0; the last one when out of range."""


@dataclass(slots=True)
class Document:
    """Statements, arguments and relations, each once."""

    title: str = ""
    strict: bool = False
    statements: dict[str, Member] = field(default_factory=dict)
    arguments: dict[str, Member] = field(default_factory=dict)
    structures: dict[str, list[Inference]] = field(default_factory=dict)
    """Argument to its steps."""
    relations: dict[tuple[Kind, End, End], None] = field(default_factory=dict)
    """Kind, from and to."""


def data_of(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Give the data of an element with texts on one line."""
    return {str(k): one_line(v) if isinstance(v, str) else v for k, v in values.items()}


def premises_used(numbers: Mapping[int, str], since: int, uses: object) -> Iterable[str]:
    """Give the statements that an inference rests on.

    Args:
        numbers: Number to statement, of all statements before it.
        since: First number that counts where the inference does not say what it uses.
        uses: What its data say under ``uses``.
    """
    if isinstance(uses, list):
        named = [numbers[n] for n in (_number(use) for use in uses) if n in numbers]
        if named:
            return named
    return [title for number, title in numbers.items() if number >= since]


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
