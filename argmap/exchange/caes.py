"""Carneades argument evaluation structures, as the formats of Carneades state them.

Statements, arguments and issues as in Gordon and Walton 2016 ("Formalizing balancing arguments"),
which Carneades 4 implements; its files, and those of its forerunners, are read into these.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

NOT = "¬"
IN, OUT = "in", "out"

WeighingKind = Literal[
    "linked", "convergent", "cumulative", "factorized", "constant", "criteria", "preference"
]
BASIC: tuple[WeighingKind, ...] = ("linked", "convergent", "cumulative", "factorized")
"""Weighing functions that have a name in every file."""

_GAPS = re.compile(r"\s*([(),])\s*")


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft constraint of a decision by several criteria."""

    factor: float
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A property by which arguments are ranked, weakest first."""

    name: str
    values: tuple[str, ...] = ()
    """The values from weakest to strongest; empty where their own order counts."""
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Weighing:
    """How an argument gets its weight, in [0, 1]."""

    kind: WeighingKind = "linked"
    constant: float = 1.0
    hard: tuple[str, ...] = ()
    """Roles or places, from 0, of premises that must not be out."""
    soft: tuple[tuple[str, Soft], ...] = ()
    ranks: tuple[Ranking, ...] = ()


LINKED = Weighing()


@dataclass(slots=True)
class Statement:
    """A statement."""

    id: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class CaesArgument:
    """An argument; every name in it is a statement's id."""

    id: str
    conclusion: str
    premises: Sequence[str] = ()
    roles: Sequence[str] = ()
    """The role of each premise; empty where the file names none."""
    undercutters: list[str] = field(default_factory=list)
    scheme: str = ""
    weighing: Weighing = LINKED
    weight: float | None = None
    """A weight that the file states."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    properties: Mapping[str, Any] = field(default_factory=dict)
    """Properties of its scheme, by which preferences rank."""


@dataclass(slots=True)
class Issue:
    """Statements of which at most one can stand."""

    id: str
    positions: Sequence[str]
    standard: str | None = None
    """A proof standard of ours; None for the usual one."""


@dataclass(slots=True)
class CaesGraph:
    """An argument graph."""

    title: str = ""
    statements: dict[str, Statement] = field(default_factory=dict)
    arguments: dict[str, CaesArgument] = field(default_factory=dict)
    issues: dict[str, Issue] = field(default_factory=dict)
    assumptions: dict[str, None] = field(default_factory=dict)
    tests: dict[str, str] = field(default_factory=dict)
    """Statement to the label that the file expects: ``in``, ``out`` or ``undecided``."""
    sources: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Key to CSL item."""
    thesis: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)

    def issue_of(self) -> dict[str, str]:
        """Give the issue of each statement that is at issue; the first where it is in several."""
        found: dict[str, str] = {}
        for key, issue in self.issues.items():
            for position in issue.positions:
                found.setdefault(position, key)
        return found

    def arguments_for(self) -> dict[str, list[CaesArgument]]:
        """Give the arguments of each conclusion."""
        found: dict[str, list[CaesArgument]] = {}
        for argument in self.arguments.values():
            found.setdefault(argument.conclusion, []).append(argument)
        return found


def term(value: object) -> str:
    """Give a name as Carneades compares names: white space at brackets and commas does not count.

    Examples:
        >>> term("expert(joe, climate)"), term(" ¬ p "), term(3)
        ('expert(joe,climate)', '¬p', '3')
    """
    text = " ".join(str(value).split()) if value is not None else ""
    if "(" in text:
        text = _GAPS.sub(r"\1", text)
    return NOT + text[1:].lstrip() if text.startswith(NOT) else text


def negation(name: str) -> str:
    """Give the name of the negation.

    Examples:
        >>> negation("p"), negation("¬p")
        ('¬p', 'p')
    """
    return name[1:] if name.startswith(NOT) else NOT + name


def parts_of(name: str) -> tuple[str, list[str]]:
    """Take a term apart: predicate and arguments.

    Examples:
        >>> parts_of("price(volvo,f(a,b))"), parts_of("rain")
        (('price', ['volvo', 'f(a,b)']), ('rain', []))
    """
    head, bracket, rest = name.partition("(")
    if not bracket or not rest.endswith(")"):
        return name, []
    found, depth, start, body = [], 0, 0, rest[:-1]
    for i, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            found.append(body[start:i])
            start = i + 1
    return head, [*found, body[start:]]
