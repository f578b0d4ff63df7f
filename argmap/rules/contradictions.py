"""Which claims cannot be true together."""

from operator import itemgetter

from argmap.model.dataclass import dataclass
from argmap.model.finding import Spot
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
    return case.once(_contradictions)


def _contradictions(case: Case) -> list[Contradiction]:
    project = case.project
    found: dict[tuple[str, str], Spot] = {}
    for key, claim in sorted(case.lists.claims_with("contradicts"), key=itemgetter(0)):
        for i, other in enumerate(claim.contradicts):
            if other in project.claims and other != key:
                pair = (min(key, other), max(key, other))
                found.setdefault(pair, project.spot("claims", key, "contradicts", i))
    objections = _objections(case)
    for (key, other), place in objections.items():
        if key < other and (other, key) in objections:
            found.setdefault((key, other), project.spot("claims", key, "against", place))
    return [Contradiction(*pair, spot) for pair, spot in sorted(found.items(), key=lambda f: f[0])]


def _objections(case: Case) -> dict[tuple[str, str], int]:
    """Give each claim with a claim that by itself objects to it, and the place of the last such objection."""
    claims = case.project.claims
    return {
        (key, argument.premises[0]): i
        for key, claim in case.lists.claims_with("con")
        for i, argument in enumerate(claim.con)
        if len(argument.premises) == 1 and argument.premises[0] in claims
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
