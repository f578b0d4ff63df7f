"""Which claims cannot be true together."""

from dataclasses import dataclass

from argmap.model.finding import Spot
from argmap.model.project import Project
from argmap.model.records import Argument
from argmap.rules.case import Case


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be true, in order of id."""

    first: str
    second: str
    spot: Spot
    """Where that is said."""


def contradictions(case: Case) -> list[Contradiction]:
    """Give each pair of claims that contradict each other, once.

    Either one names the other under ``contradicts:``, or each is by itself an objection to the other.
    """
    project = case.project
    found: dict[tuple[str, str], Spot] = {}
    for key, claim in project.claims.items():
        for i, other in enumerate(claim.contradicts):
            if other in project.claims and other != key:
                pair = (min(key, other), max(key, other))
                found.setdefault(pair, project.spot("claims", key, "contradicts", i))
    objections = _objections(project)
    for (key, other), spot in objections.items():
        if key < other and (other, key) in objections:
            found.setdefault((key, other), spot)
    return [Contradiction(*pair, spot) for pair, spot in sorted(found.items(), key=lambda f: f[0])]


def _objections(project: Project) -> dict[tuple[str, str], Spot]:
    """Give each claim with a claim that by itself objects to it, and where."""
    return {
        (key, argument.premises[0]): project.spot("claims", key, "against", i)
        for key, claim in project.claims.items()
        for i, argument in enumerate(claim.con)
        if len(argument.premises) == 1 and argument.premises[0] in project.claims
    }


def unwarranted(arguments: tuple[Argument, ...]) -> dict[str, int]:
    """Give the premises of arguments, each with its place where a use of it has no warrant, else -1."""
    found: dict[str, int] = {}
    for i, argument in enumerate(arguments):
        for name in argument.premises:
            if argument.because is None:
                found[name] = i
            else:
                found.setdefault(name, -1)
    return found
